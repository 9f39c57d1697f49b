from django.apps import AppConfig


class CoproductionConfig(AppConfig):
    name = "mindlines.coproduction"
    label = "coproduction"
