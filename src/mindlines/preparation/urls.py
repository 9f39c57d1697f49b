from django.urls import URLPattern, URLResolver, path

from .views import arranging, readying, walking

app_name = "preparation"
urlpatterns: list[URLPattern | URLResolver] = [
    path("communities/<slug:slug>/get-ready/", walking.mine, name="mine"),
    path("communities/<slug:slug>/get-ready/print/", walking.on_paper, name="paper"),
    path("communities/<slug:slug>/get-ready/call/", walking.call, name="call"),
    path("communities/<slug:slug>/get-ready/call/none/", walking.no_call, name="no_call"),
    path("get-ready/steps/<int:pk>/", walking.step, name="step"),
    path("get-ready/steps/<int:pk>/done/", walking.done, name="step_done"),
    path("get-ready/steps/<int:pk>/not-done/", walking.not_done, name="step_not_done"),
    path("communities/<slug:slug>/get-ready/groups/", readying.readiness, name="readiness"),
    path("communities/<slug:slug>/get-ready/remind/", readying.remind, name="remind"),
    path("get-ready/calls/<int:pk>/called/", readying.called, name="called"),
    path("communities/<slug:slug>/get-ready/paths/", arranging.paths, name="paths"),
    path("communities/<slug:slug>/get-ready/paths/start/", arranging.start, name="start"),
    path("communities/<slug:slug>/get-ready/paths/new/", arranging.new, name="path_new"),
    path("get-ready/paths/<int:pk>/", arranging.path, name="path"),
    path("get-ready/paths/<int:pk>/change/", arranging.change, name="path_change"),
    path("get-ready/paths/<int:pk>/show/", arranging.show, name="path_show"),
    path("get-ready/paths/<int:pk>/hide/", arranging.hide, name="path_hide"),
    path("get-ready/paths/<int:pk>/remove/", arranging.remove, name="path_remove"),
    path("get-ready/paths/<int:pk>/move/", arranging.move, name="step_move"),
    path("get-ready/paths/<int:pk>/steps/new/", arranging.step_new, name="step_new"),
    path("get-ready/steps/<int:pk>/change/", arranging.step_change, name="step_change"),
    path("get-ready/steps/<int:pk>/remove/", arranging.step_remove, name="step_remove"),
]
