from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "mindlines.meetings"
    label = "meetings"
