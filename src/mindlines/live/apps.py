from django.apps import AppConfig


class LiveConfig(AppConfig):
    name = "mindlines.live"
    label = "live"
