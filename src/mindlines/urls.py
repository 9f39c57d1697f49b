"""Every address of the program, one namespace a context."""

from django.urls import include, path

urlpatterns = [
    path("", include("mindlines.pages.urls")),
    path("", include("mindlines.ui.urls")),
    path("", include("mindlines.live.urls")),
    path("", include("mindlines.coproduction.urls")),
    path("", include("mindlines.preparation.urls")),
    path("", include("mindlines.knowledge.urls")),
    path("", include("mindlines.voice.urls")),
    path("", include("mindlines.meetings.urls")),
    path("", include("mindlines.communication.urls")),
    path("", include("mindlines.communities.urls")),
    path("me/", include("mindlines.people.urls")),
    path("sign-in/", include("mindlines.people.urls.sign_in")),
]
