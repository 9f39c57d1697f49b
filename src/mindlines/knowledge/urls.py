from django.urls import URLPattern, URLResolver

app_name = "knowledge"
urlpatterns: list[URLPattern | URLResolver] = []

# Pieces of knowledge and their statements.
urlpatterns += []

# Taking citations in.
urlpatterns += []

# Plain versions.
urlpatterns += []

# Negotiations.
urlpatterns += []

# Diagnoses.
urlpatterns += []
