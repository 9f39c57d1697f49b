from django.urls import URLPattern, URLResolver, path

from .views import contributions, replies, speaking, supporting, transcripts, words

app_name = "voice"
urlpatterns: list[URLPattern | URLResolver] = []

# Who spoke, and how it was.
urlpatterns += [
    path("meetings/<int:pk>/voices/", speaking.of_meeting, name="meeting_voices"),
    path("meetings/<int:pk>/transcript/", transcripts.upload, name="transcript"),
    path("meetings/<int:pk>/transcript/names/", transcripts.names, name="transcript_names"),
    path("meetings/<int:pk>/transcript/preview/", transcripts.preview, name="transcript_preview"),
    path("meetings/<int:pk>/transcript/drop/", transcripts.drop, name="drop_transcript"),
]

# What people say, and the replies that are owed.
urlpatterns += [
    path("communities/<slug:slug>/voices/", contributions.voices, name="voices"),
    path("communities/<slug:slug>/voices/new/", contributions.new, name="new"),
    path("communities/<slug:slug>/voices/for/", contributions.write_down, name="write_down"),
    path("communities/<slug:slug>/voices/mine/", contributions.mine, name="mine"),
    path("communities/<slug:slug>/voices/mine/forget/", contributions.forget_device, name="forget_device"),
    path("communities/<slug:slug>/voices/owed/", replies.owed, name="owed"),
    path("communities/<slug:slug>/voices/words/", words.words, name="words"),
    path("communities/<slug:slug>/voices/words/ask/", words.ask, name="ask_word"),
    path("communities/<slug:slug>/voices/words/<int:pk>/explain/", words.explain, name="explain_word"),
    path("communities/<slug:slug>/voices/words/<int:pk>/drop/", words.drop, name="drop_word"),
    path("communities/<slug:slug>/voices/words/<int:pk>/back/", words.bring_back, name="word_back"),
    path("contributions/<int:pk>/", contributions.contribution, name="contribution"),
    path("contributions/<int:pk>/support/", supporting.support, name="support"),
    path("contributions/<int:pk>/unsupport/", supporting.unsupport, name="unsupport"),
    path("contributions/<int:pk>/answer/", replies.answer, name="answer"),
    path("contributions/<int:pk>/reopen/", replies.reopen, name="reopen"),
    path("contributions/<int:pk>/hide/", replies.hide, name="hide"),
    path("contributions/<int:pk>/show/", replies.show, name="show"),
    path("contributions/<int:pk>/join/", replies.join, name="join"),
    path("contributions/<int:pk>/carry/", replies.carry, name="carry"),
]
