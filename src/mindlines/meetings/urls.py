from django.urls import URLPattern, URLResolver, path

from .exports import calendars as calendar_files
from .exports import groups as group_papers
from .exports import methods as method_papers
from .exports import pack
from .views import (
    action,
    agenda,
    attendance,
    calendars,
    coverage,
    divisions,
    encounters,
    invitations,
    load,
    meetings,
    methods,
    minutes,
    my_actions,
    notes,
    participants,
    places,
    replies,
    reports,
    rounds,
    seats,
    series,
    waiting,
    wishes,
)

app_name = "meetings"
urlpatterns: list[URLPattern | URLResolver] = []

# During a meeting: attendance and notes.
urlpatterns += [
    path("meetings/<int:pk>/attendance/", attendance.attendance, name="attendance"),
    path("meetings/<int:pk>/attendance/<int:member>/", attendance.mark, name="mark"),
    path("meetings/<int:pk>/attendance/missing/", attendance.who_is_missing, name="who_is_missing"),
    path("meetings/<int:pk>/attendance/guest/", attendance.add_guest, name="add_guest"),
    path("meetings/<int:pk>/attendance/guest/<int:guest>/remove/", attendance.remove_guest, name="remove_guest"),
    path("meetings/<int:pk>/attendance/report/", reports.upload, name="attendance_report"),
    path("attendance-reports/<int:pk>/", reports.match, name="match_report"),
    path("attendance-reports/<int:pk>/drop/", reports.drop, name="drop_report"),
    path("meetings/<int:pk>/notes/", notes.notes, name="notes"),
    path("meetings/<int:pk>/notes/<int:item>/", notes.note, name="note"),
    path("meetings/<int:pk>/notes/<int:item>/outcome/", notes.mark_item, name="mark_item"),
    path("meetings/<int:pk>/notes/<int:item>/point/", notes.add_point, name="add_point"),
    path("meetings/<int:pk>/notes/<int:item>/action/", notes.agree, name="agree"),
    path("meetings/<int:pk>/start/", notes.start, name="start"),
    path("meetings/<int:pk>/close/", notes.close, name="close"),
    path("points/<int:pk>/", notes.change_point, name="change_point"),
    path("points/<int:pk>/remove/", notes.remove_point, name="remove_point"),
]

# After a meeting: minutes, actions, and what waits.
urlpatterns += [
    path("meetings/<int:pk>/minutes/", minutes.minutes, name="minutes"),
    path("meetings/<int:pk>/minutes/edit/", minutes.edit, name="edit_minutes"),
    path("meetings/<int:pk>/minutes/send/", minutes.send, name="send_minutes"),
    path("meetings/<int:pk>/minutes/copies/", minutes.copies, name="minutes_copies"),
    path("meetings/<int:pk>/minutes/correct/", minutes.correct, name="correct_minutes"),
    path("meetings/<int:pk>/minutes/corrections/<int:correction>/", minutes.answer, name="answer_correction"),
    path("meetings/<int:pk>/minutes.txt", pack.minutes_text, name="minutes_text"),
    path("meetings/<int:pk>/minutes.pdf", pack.minutes_pdf, name="minutes_pdf"),
    path("communities/<slug:slug>/actions/", action.actions, name="actions"),
    path("communities/<slug:slug>/actions/new/", action.new, name="new_action"),
    path("communities/<slug:slug>/actions/load/", load.load, name="load"),
    path("actions/", my_actions.mine, name="my_actions"),
    path("actions/<int:pk>/help/", my_actions.ask, name="ask_for_help"),
    path("actions/<int:pk>/", action.action, name="action"),
    path("actions/<int:pk>/done/", action.finish, name="finish_action"),
    path("actions/<int:pk>/move/", action.move, name="move_action"),
    path("actions/<int:pk>/drop/", action.drop, name="drop_action"),
    path("actions/<int:pk>/reopen/", action.reopen, name="reopen_action"),
    path("actions/<int:pk>/change/", action.change, name="change_action"),
    path("communities/<slug:slug>/waiting/", waiting.waiting, name="waiting"),
    path("communities/<slug:slug>/waiting/<slug:kind>/<int:pk>/take-up/", waiting.take_up, name="take_up"),
    path("communities/<slug:slug>/waiting/<slug:kind>/<int:pk>/answer/", waiting.settle, name="settle"),
    path("communities/<slug:slug>/waiting/<slug:kind>/<int:pk>/let-go/", waiting.let_go, name="let_go"),
]

# The print pack.
urlpatterns += [
    path("meetings/<int:pk>/pack/", pack.choose, name="pack"),
    path("meetings/<int:pk>/pack/print/", pack.page, name="pack_page"),
    path("meetings/<int:pk>/pack/pack.pdf", pack.pdf, name="pack_pdf"),
    path("meetings/<int:pk>/agenda.txt", pack.agenda_text, name="agenda_text"),
]

# Planning: meetings, series, places.
urlpatterns += [
    path("communities/<slug:slug>/meetings/", meetings.listing, name="list"),
    path("communities/<slug:slug>/meetings/new/", meetings.new, name="new"),
    path("communities/<slug:slug>/meetings/places/", places.places, name="places"),
    path("communities/<slug:slug>/meetings/places/new/", places.new, name="place_new"),
    path("communities/<slug:slug>/meetings/places/<int:pk>/", places.place, name="place"),
    path("communities/<slug:slug>/meetings/places/<int:pk>/remove/", places.remove, name="place_remove"),
    path("communities/<slug:slug>/meetings/series/", series.series, name="series"),
    path("communities/<slug:slug>/meetings/series/new/", series.new, name="series_new"),
    path("communities/<slug:slug>/meetings/series/<int:pk>/", series.change, name="series_change"),
    path("communities/<slug:slug>/meetings/series/<int:pk>/meetings/", series.meetings, name="series_meetings"),
    path("communities/<slug:slug>/meetings/series/<int:pk>/rest/", series.rest, name="series_rest"),
    path("communities/<slug:slug>/meetings/series/<int:pk>/wake/", series.wake, name="series_wake"),
    path("meetings/<int:pk>/", meetings.meeting, name="meeting"),
    path("meetings/<int:pk>/change/", meetings.change, name="change"),
    path("meetings/<int:pk>/cancel/", meetings.cancel, name="cancel"),
]

# The agenda builder.
urlpatterns += [
    path("meetings/<int:pk>/agenda/", agenda.agenda, name="agenda"),
    path("meetings/<int:pk>/agenda/order/", agenda.order, name="agenda_order"),
    path("meetings/<int:pk>/agenda/names/", agenda.names, name="agenda_names"),
    path("meetings/<int:pk>/agenda/bring/", agenda.bring, name="agenda_bring"),
    path("meetings/<int:pk>/agenda/take-up/<slug:kind>/<int:thing>/", agenda.take_up, name="agenda_take_up"),
    path("meetings/<int:pk>/agenda/restore/<int:removed>/", agenda.restore, name="agenda_restore"),
    path("meetings/<int:pk>/agenda/<int:item>/", agenda.item, name="agenda_item"),
    path("meetings/<int:pk>/agenda/<int:item>/minutes/", agenda.minutes, name="agenda_minutes"),
    path("meetings/<int:pk>/agenda/<int:item>/duplicate/", agenda.duplicate, name="agenda_duplicate"),
    path("meetings/<int:pk>/agenda/<int:item>/remove/", agenda.remove, name="agenda_remove"),
]

# The methods library.
urlpatterns += [
    path("communities/<slug:slug>/methods/", methods.methods, name="methods"),
    path("communities/<slug:slug>/methods/<slug:key>/", methods.method, name="method"),
    path("communities/<slug:slug>/methods/<slug:key>/favourite/", methods.favour, name="method_favour"),
    path("communities/<slug:slug>/methods/<slug:key>/put/", methods.put, name="method_put"),
    path("communities/<slug:slug>/methods/<slug:key>/print/", method_papers.page, name="method_page"),
    path("communities/<slug:slug>/methods/<slug:key>/method.pdf", method_papers.pdf, name="method_pdf"),
    path("meetings/<int:pk>/agenda/<int:item>/method/", methods.choose, name="item_method"),
    path("meetings/<int:pk>/agenda/<int:item>/how-it-went/", methods.rate, name="item_rating"),
]

# Small groups.
urlpatterns += [
    path("meetings/<int:pk>/groups/", rounds.rounds, name="rounds"),
    path("meetings/<int:pk>/groups/new/", rounds.new, name="round_new"),
    path("meetings/<int:pk>/groups/<int:work>/", rounds.round_, name="round"),
    path("meetings/<int:pk>/groups/<int:work>/change/", rounds.change, name="round_change"),
    path("meetings/<int:pk>/groups/<int:work>/remove/", rounds.remove, name="round_remove"),
    path("meetings/<int:pk>/groups/<int:work>/rooms/", rounds.rooms, name="round_rooms"),
    path("meetings/<int:pk>/groups/<int:work>/show/", rounds.show, name="round_show"),
    path("meetings/<int:pk>/groups/<int:work>/mine/", rounds.my_group, name="my_group"),
    path("meetings/<int:pk>/groups/<int:work>/people/", participants.people, name="round_people"),
    path("meetings/<int:pk>/groups/<int:work>/people/tick/", participants.tick, name="round_tick"),
    path("meetings/<int:pk>/groups/<int:work>/people/<slug:deed>/", participants.bulk, name="round_bulk"),
    path("meetings/<int:pk>/groups/<int:work>/wishes/", wishes.wishes, name="round_wishes"),
    path("meetings/<int:pk>/groups/<int:work>/wishes/usual/", wishes.wish, name="round_wish"),
    path("meetings/<int:pk>/groups/<int:work>/wishes/<int:wish>/drop/", wishes.drop, name="round_wish_drop"),
    path("meetings/<int:pk>/groups/<int:work>/divide/", divisions.divide, name="round_divide"),
    path("meetings/<int:pk>/groups/<int:work>/compare/", divisions.compare, name="round_compare"),
    path("meetings/<int:pk>/divisions/<int:division>/", divisions.division, name="division"),
    path("meetings/<int:pk>/divisions/<int:division>/choose/", divisions.choose, name="division_choose"),
    path("meetings/<int:pk>/divisions/<int:division>/remove/", divisions.remove, name="division_remove"),
    path("meetings/<int:pk>/divisions/<int:division>/rest/", seats.rest, name="division_rest"),
    path("meetings/<int:pk>/divisions/<int:division>/undo/", seats.undo, name="division_undo"),
    path(
        "meetings/<int:pk>/divisions/<int:division>/groups/<int:number>/", seats.lock_group, name="division_lock_group"
    ),
    path("meetings/<int:pk>/divisions/<int:division>/move/<int:person>/", seats.move, name="division_move"),
    path("meetings/<int:pk>/divisions/<int:division>/lock/<int:person>/", seats.lock, name="division_lock"),
    path("meetings/<int:pk>/divisions/<int:division>/place/<int:person>/", seats.find_place, name="division_place"),
    path("meetings/<int:pk>/divisions/<int:division>/leave/<int:person>/", participants.leave, name="division_leave"),
    path(
        "meetings/<int:pk>/divisions/<int:division>/back/<int:person>/",
        participants.come_back,
        name="division_come_back",
    ),
]

# Small groups on paper and in files, and who has met whom.
urlpatterns += [
    path("meetings/<int:pk>/divisions/<int:division>/print/", group_papers.choose, name="groups_print"),
    path("meetings/<int:pk>/divisions/<int:division>/<slug:what>.pdf", group_papers.pdf, name="groups_pdf"),
    path("meetings/<int:pk>/divisions/<int:division>/<slug:kind>.csv", group_papers.table, name="groups_file"),
    path("meetings/<int:pk>/divisions/<int:division>/print/<slug:what>/", group_papers.page, name="groups_page"),
    path("communities/<slug:slug>/meetings/who-has-met/", encounters.encounters, name="encounters"),
]

# Invitations, replies and calendars.
urlpatterns += [
    path("meetings/<int:pk>/announce/", invitations.announce, name="announce"),
    path("meetings/<int:pk>/tell-change/", invitations.tell_change, name="tell_change"),
    path("meetings/<int:pk>/remind/", invitations.remind, name="remind"),
    path("meetings/<int:pk>/reply/", replies.reply, name="reply"),
    path("meetings/<int:pk>/replies/", replies.replies, name="replies"),
    path("meetings/<int:pk>/replies/<int:member>/", replies.reply_for, name="reply_for"),
    path("reply/<str:token>/", replies.reply_by_link, name="reply_by_link"),
    path("meetings/<int:pk>/calendar.ics", calendar_files.calendar, name="calendar"),
    path("communities/<slug:slug>/meetings/import/", calendars.calendar_import, name="calendar_import"),
    path("communities/<slug:slug>/meetings/import/<int:pk>/", calendars.choose, name="calendar_choose"),
    path("communities/<slug:slug>/meetings/import/<int:pk>/preview/", calendars.preview, name="calendar_preview"),
    path("calendar/", calendars.my_calendar, name="my_calendar"),
    path("calendar/new-address/", calendars.new_address, name="calendar_new_address"),
    path("calendar/close/", calendars.close_address, name="calendar_close"),
    path("calendar/<str:secret>/meetings.ics", calendar_files.feed, name="feed"),
]

# Who is in the room.
urlpatterns += [path("communities/<slug:slug>/coverage/", coverage.coverage, name="coverage")]
