from importlib import import_module

from django.apps import AppConfig


class CommunicationConfig(AppConfig):
    name = "mindlines.communication"
    label = "communication"

    def ready(self) -> None:
        import_module("mindlines.communication.tasks")
        import_module("mindlines.communication.holdings").register()
