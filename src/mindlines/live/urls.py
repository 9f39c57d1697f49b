from django.urls import URLPattern, URLResolver, path

from .exports import passes
from .views import console, decisions, entrance, feedback, parts, room, scribe

app_name = "live"
urlpatterns: list[URLPattern | URLResolver] = []

# The room, for members; for facilitators the console, and for whoever counts who speaks.
urlpatterns += [
    path("meetings/<int:pk>/room/", room.room, name="room"),
    path("meetings/<int:pk>/room/here/", room.arrive, name="arrive"),
    path("meetings/<int:pk>/room/say/", room.say, name="say"),
    path("meetings/<int:pk>/room/word/", room.word, name="word"),
    path("meetings/<int:pk>/room/hand/", room.hand, name="hand"),
    path("meetings/<int:pk>/room/prepare/", console.prepare, name="prepare"),
    path("meetings/<int:pk>/room/console/", console.console, name="console"),
    path("meetings/<int:pk>/room/manner/", console.manner, name="manner"),
    path("meetings/<int:pk>/room/scribes/", console.scribes, name="scribes"),
    path("meetings/<int:pk>/room/go/<int:item>/", console.go, name="go"),
    path("meetings/<int:pk>/room/said/<int:contribution>/", console.tend, name="tend"),
    path("meetings/<int:pk>/room/hands/<int:hand>/<slug:deed>/", console.call, name="call"),
    path("meetings/<int:pk>/room/scribe/", scribe.scribe, name="scribe"),
    path("meetings/<int:pk>/room/scribe/tap/", scribe.tap, name="tap"),
    path("meetings/<int:pk>/room/scribe/untap/", scribe.untap, name="untap"),
    path("meetings/<int:pk>/room/step/<slug:deed>/", console.step, name="step"),
]

# Deciding and negotiating in the room.
urlpatterns += [
    path("meetings/<int:pk>/room/decisions/<int:decision>/<slug:deed>/", decisions.decide, name="decide"),
    path("meetings/<int:pk>/room/consent/<int:proposal>/", decisions.consent, name="consent"),
    path("meetings/<int:pk>/room/negotiations/<int:negotiation>/show/", decisions.show, name="show_judgements"),
]

# Coming in, and the wall.
urlpatterns += [
    path("room/", entrance.find, name="find"),
    path("room/<slug:code>/", entrance.door, name="door"),
    path("room/<slug:code>/visit/", entrance.visit, name="visit"),
    path("room/<slug:code>/say/", entrance.say, name="visitor_say"),
    path("screen/<slug:secret>/", entrance.screen, name="screen"),
]

# What changes while people look; the WebSockets beside them are in `consumers`.
urlpatterns += [
    path("meetings/<int:pk>/room/parts/<slug:audience>/", parts.parts, name="parts"),
    path("screen/<slug:secret>/parts/", parts.screen_parts, name="screen_parts"),
    path("room/<slug:code>/parts/", parts.visitor_parts, name="visitor_parts"),
]

# One's own small group, and papers with a code to come in.
urlpatterns += [
    path("meetings/<int:pk>/room/group/", feedback.group, name="group"),
    path("meetings/<int:pk>/room/group/words/", feedback.write, name="group_write"),
    path("meetings/<int:pk>/room/group/send/", feedback.send, name="group_send"),
    path("meetings/<int:pk>/room/passes/", passes.choose, name="passes"),
    path("meetings/<int:pk>/room/passes.pdf", passes.pdf, name="passes_pdf"),
]
