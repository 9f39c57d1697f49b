from django.apps import AppConfig


class VoiceConfig(AppConfig):
    name = "mindlines.voice"
    label = "voice"
