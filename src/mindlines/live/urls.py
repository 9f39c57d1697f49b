from django.urls import URLPattern, URLResolver, path

from .views import parts

app_name = "live"
urlpatterns: list[URLPattern | URLResolver] = []

# What changes while people look; the WebSockets beside them are in `consumers`.
urlpatterns += [
    path("meetings/<int:pk>/room/parts/<slug:audience>/", parts.parts, name="parts"),
    path("screen/<slug:secret>/parts/", parts.screen_parts, name="screen_parts"),
    path("room/<slug:code>/parts/", parts.visitor_parts, name="visitor_parts"),
]
