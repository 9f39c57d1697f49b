from django.urls import URLPattern, URLResolver, path

from .exports import line as line_files
from .views import changes, line
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
urlpatterns += [
    path("communities/<slug:slug>/changes/", changes.changes, name="changes"),
    path("communities/<slug:slug>/changes/new/", changes.new, name="change_new"),
    path("changes/<int:pk>/", changes.change, name="change"),
    path("changes/<int:pk>/correct/", changes.correct, name="change_correct"),
    path("changes/<int:pk>/confirm/", changes.confirm, name="change_confirm"),
    path("changes/<int:pk>/end/", changes.end, name="change_end"),
    path("changes/<int:pk>/go-on/", changes.go_on, name="change_go_on"),
    path("changes/<int:pk>/remove/", changes.remove, name="change_remove"),
]

# The line: traces, questions and the whole graph.
urlpatterns += [
    path("trace/<slug:kind>/<int:pk>/", line.trace, name="trace"),
    path("communities/<slug:slug>/line/", line.line, name="line"),
    path("communities/<slug:slug>/line/lived/", line.lived, name="lived"),
    path("communities/<slug:slug>/line/not-discussed/", line.undiscussed, name="undiscussed"),
    path("communities/<slug:slug>/line/adapted/", line.adapted, name="adapted"),
    path("communities/<slug:slug>/line/line.jsonld", line_files.json_ld, name="line_jsonld"),
    path("communities/<slug:slug>/line/<slug:which>.csv", line_files.table, name="line_table"),
]
