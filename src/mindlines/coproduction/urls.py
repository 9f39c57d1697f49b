from django.urls import URLPattern, URLResolver

app_name = "coproduction"
urlpatterns: list[URLPattern | URLResolver] = []

# Decisions.
urlpatterns += []

# Choosing priorities.
urlpatterns += []

# Outputs, written together.
urlpatterns += []

# Practice changes.
urlpatterns += []

# The line: traces, questions and the whole graph.
urlpatterns += []
