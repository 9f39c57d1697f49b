from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "mindlines.pages"
    label = "pages"
