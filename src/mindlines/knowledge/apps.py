from django.apps import AppConfig


class KnowledgeConfig(AppConfig):
    name = "mindlines.knowledge"
    label = "knowledge"
