from django.apps import AppConfig


class CommunicationConfig(AppConfig):
    name = "mindlines.communication"
    label = "communication"
