from django.urls import path

from mindlines.people import exports
from mindlines.people.views import held, kept, me, needs, sign_in

app_name = "people"
urlpatterns = [
    path("", me.me, name="me"),
    path("details/", me.details, name="details"),
    path("language/", me.language, name="language"),
    path("looks/", me.looks, name="looks"),
    path("needs/", needs.needs, name="needs"),
    path("needs/new/", needs.tell, name="need_add"),
    path("needs/<int:pk>/", needs.change, name="need_change"),
    path("needs/<int:pk>/remove/", needs.take_back, name="need_remove"),
    path("held/", held.held, name="held"),
    path("held/file/", exports.about_me, name="held_file"),
    path("erase/", held.erase, name="erase"),
    path("goodbye/", held.goodbye, name="goodbye"),
    path("typed/", kept.waiting, name="kept"),
    path("typed/drop/", kept.throw_away, name="kept_drop"),
    path("try-out/<int:pk>/", sign_in.try_out, name="demo_sign_in"),
]
