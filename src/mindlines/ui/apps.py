"""The face of Mindlines: base page, components, forms. No models."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Registers templates, tags and built files under the label `ui`."""

    name = "mindlines.ui"
    label = "ui"
