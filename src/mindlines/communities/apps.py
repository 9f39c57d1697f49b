from django.apps import AppConfig


class CommunitiesConfig(AppConfig):
    name = "mindlines.communities"
    label = "communities"
