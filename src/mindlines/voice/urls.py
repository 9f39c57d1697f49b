from django.urls import URLPattern, URLResolver, path

from .exports import ballots as ballot_papers
from .exports import pulse_sheets
from .views import (
    ballots,
    contributions,
    debriefs,
    equal,
    paper_ballots,
    polls,
    pulse,
    pulse_for_others,
    replies,
    speaking,
    supporting,
    transcripts,
    words,
)

app_name = "voice"
urlpatterns: list[URLPattern | URLResolver] = []

# Who spoke, and how it was.
urlpatterns += [
    path("meetings/<int:pk>/voices/", speaking.of_meeting, name="meeting_voices"),
    path("meetings/<int:pk>/transcript/", transcripts.upload, name="transcript"),
    path("meetings/<int:pk>/transcript/names/", transcripts.names, name="transcript_names"),
    path("meetings/<int:pk>/transcript/preview/", transcripts.preview, name="transcript_preview"),
    path("meetings/<int:pk>/transcript/drop/", transcripts.drop, name="drop_transcript"),
    path("meetings/<int:pk>/pulse/", pulse.pulse, name="pulse"),
    path("meetings/<int:pk>/pulse/ask/", pulse.ask, name="ask_pulse"),
    path("meetings/<int:pk>/pulse/close/", pulse.close, name="close_pulse"),
    path("meetings/<int:pk>/pulse/others/", pulse_for_others.others, name="pulse_others"),
    path("meetings/<int:pk>/pulse/others/<int:member>/", pulse_for_others.answer_for, name="pulse_for"),
    path("meetings/<int:pk>/pulse/others/<int:member>/sheet/", pulse_for_others.give_sheet, name="pulse_give_sheet"),
    path("meetings/<int:pk>/pulse/sheet/", pulse_for_others.enter_sheet, name="pulse_sheet"),
    path("meetings/<int:pk>/pulse/sheets.pdf", pulse_sheets.pdf, name="pulse_sheets"),
    path("how-was-it/<str:token>/", pulse.by_link, name="pulse_by_link"),
    path("meetings/<int:pk>/debrief/", debriefs.debrief, name="debrief"),
    path("communities/<slug:slug>/voices/equal/", equal.equal, name="equal"),
    path("communities/<slug:slug>/voices/equal/show/", equal.show, name="show_equal"),
    path("communities/<slug:slug>/voices/equal/hide/", equal.hide, name="hide_equal"),
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
    path("contributions/<int:pk>/slip/", supporting.slip, name="support_slip"),
    path("contributions/<int:pk>/answer/", replies.answer, name="answer"),
    path("contributions/<int:pk>/reopen/", replies.reopen, name="reopen"),
    path("contributions/<int:pk>/hide/", replies.hide, name="hide"),
    path("contributions/<int:pk>/show/", replies.show, name="show"),
    path("contributions/<int:pk>/join/", replies.join, name="join"),
    path("contributions/<int:pk>/carry/", replies.carry, name="carry"),
]

# Polls and ballots.
urlpatterns += [
    path("communities/<slug:slug>/polls/", polls.listing, name="polls"),
    path("communities/<slug:slug>/polls/new/", polls.new, name="poll_new"),
    path("meetings/<int:pk>/polls/new/", polls.new_in_meeting, name="poll_new_in_meeting"),
    path("polls/<int:pk>/", polls.poll, name="poll"),
    path("polls/<int:pk>/change/", polls.change, name="poll_change"),
    path("polls/<int:pk>/remove/", polls.remove, name="poll_remove"),
    path("polls/<int:pk>/vote/", ballots.vote, name="vote"),
    path("polls/<int:pk>/slip/", ballots.slip, name="slip"),
    path("polls/<int:pk>/slip/take/", ballots.take_slip, name="take_slip"),
    path("polls/<int:pk>/slip/forget/", ballots.forget_slip, name="forget_slip"),
    path("polls/<int:pk>/add/", polls.add, name="poll_add"),
    path("polls/<int:pk>/list/<int:option>/", polls.moderate, name="poll_moderate"),
    path("polls/<int:pk>/hide-line/", polls.hide_line, name="poll_hide_line"),
    path("polls/<int:pk>/paper/", paper_ballots.paper, name="paper"),
    path("polls/<int:pk>/paper/give/", paper_ballots.give, name="give_slip"),
    path("polls/<int:pk>/paper/enter/", paper_ballots.enter, name="enter_ballot"),
    path("polls/<int:pk>/paper/proxy/", paper_ballots.proxy, name="proxy_ballot"),
    path("polls/<int:pk>/paper/<slug:what>.pdf", ballot_papers.pdf, name="ballot_papers"),
    path("polls/<int:pk>/<slug:deed>/", polls.step, name="poll_step"),
]
