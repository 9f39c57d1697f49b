from django.urls import path

from . import views

app_name = "communication"
urlpatterns = [
    path("communities/<slug:slug>/messages/", views.messages, name="messages"),
    path("messages/<int:pk>/", views.message, name="message"),
    path("messages/<int:pk>/try-now/", views.try_now, name="try_now"),
    path("messages/<int:pk>/done/", views.mark_done, name="mark_done"),
    path("messages/<int:pk>/drop/", views.drop, name="drop"),
    path("mailbox/", views.mailbox, name="mailbox"),
]
