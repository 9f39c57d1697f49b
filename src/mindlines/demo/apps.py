from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "mindlines.demo"
    label = "demo"
