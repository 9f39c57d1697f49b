"""Addresses of the face."""

from django.urls import path

from mindlines.ui import views

app_name = "ui"
urlpatterns = [
    path("looks/", views.looks, name="looks"),
    path("components/", views.components, name="components"),
]
