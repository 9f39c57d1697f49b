from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "mindlines.people"
    label = "people"
