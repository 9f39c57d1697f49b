from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from mindlines.kernel import news
from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret
from mindlines.live import access
from mindlines.live.queries.line import line_of
from mindlines.urls import urlpatterns as real
from mindlines.voice.models import Contribution


@login_required
def page(request: HttpRequest, pk: int) -> HttpResponse:
    room = access.room(request.user, pk)
    line = line_of(room, audience="everyone", own=[])
    return render(request, "page.html", {"room": room, "line": line, "key": link_secret()})


@login_required
def say(request: HttpRequest, pk: int) -> HttpResponse:
    room = access.room(request.user, pk)
    if "forbidden" in request.POST["words"]:
        raise Refused("That word cannot be said here.")
    said = {"community": room.meeting.community, "meeting": room.meeting, "words": request.POST["words"]}
    Contribution.objects.get_or_create(key=request.POST["key"], defaults=said)
    news.changed(pk, part="questions")
    messages.success(request, "Thank you.")
    return redirect("page", pk=pk)


urlpatterns = [*real, path("page/<int:pk>/", page, name="page"), path("page/<int:pk>/say/", say, name="say")]
