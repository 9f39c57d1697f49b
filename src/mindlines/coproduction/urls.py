from django.urls import URLPattern, URLResolver, path

from .views.decisions import listing, page, preparing, running

app_name = "coproduction"
urlpatterns: list[URLPattern | URLResolver] = []

# Decisions.
urlpatterns += [
    path("communities/<slug:slug>/decisions/", listing.decisions, name="decisions"),
    path("communities/<slug:slug>/decisions/new/", preparing.new, name="decision_new"),
    path("decisions/<int:pk>/", page.decision, name="decision"),
    path("decisions/<int:pk>/change/", preparing.change, name="decision_change"),
    path("decisions/<int:pk>/drop/", preparing.drop, name="decision_drop"),
    path("decisions/<int:pk>/<slug:deed>/", running.step, name="decision_step"),
]

# Choosing priorities.
urlpatterns += []

# Outputs, written together.
urlpatterns += []

# Practice changes.
urlpatterns += []

# The line: traces, questions and the whole graph.
urlpatterns += []
