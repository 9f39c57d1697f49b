from django.urls import URLPattern, URLResolver, path

from mindlines.communities.exports import letters
from mindlines.communities.exports import members as member_files
from mindlines.communities.views import (
    charter,
    community,
    events,
    imports,
    invitations,
    joining,
    members,
    priorities,
    record,
    role_cards,
    roles,
    standing,
)

app_name = "communities"
urlpatterns: list[URLPattern | URLResolver] = [
    # founding, settings, overview, constituencies
    path("communities/new/", community.new, name="new"),
    path("communities/<slug:slug>/", community.overview, name="overview"),
    path("communities/<slug:slug>/settings/", community.settings, name="settings"),
    path("communities/<slug:slug>/groups/", community.constituencies, name="constituencies"),
    path("communities/<slug:slug>/groups/order/", community.order, name="constituencies_order"),
    path("communities/<slug:slug>/groups/<int:pk>/", community.constituency, name="constituency"),
    path("communities/<slug:slug>/groups/<int:pk>/delete/", community.delete_constituency, name="constituency_delete"),
    # members
    path("communities/<slug:slug>/people/", members.members, name="members"),
    path("communities/<slug:slug>/people/add/", members.add, name="add"),
    path("communities/<slug:slug>/people/list.<str:kind>", member_files.everybody, name="members_file"),
    path("communities/<slug:slug>/people/<int:pk>/", members.member, name="member"),
    path("communities/<slug:slug>/people/<int:pk>/edit/", members.edit, name="member_edit"),
    path("communities/<slug:slug>/people/<int:pk>/pause/", standing.pause, name="member_pause"),
    path("communities/<slug:slug>/people/<int:pk>/back/", standing.back, name="member_back"),
    path("communities/<slug:slug>/people/<int:pk>/yes/", standing.yes, name="member_yes"),
    path("communities/<slug:slug>/people/<int:pk>/left/", standing.left, name="member_left"),
    path("communities/<slug:slug>/people/<int:pk>/remove/", standing.remove, name="member_remove"),
    path("communities/<slug:slug>/leave/", standing.leave, name="member_leave"),
    # invitations
    path("communities/<slug:slug>/people/invite/", invitations.invite, name="invite"),
    path("communities/<slug:slug>/people/letters/", invitations.letters, name="invitation_letters"),
    path("communities/<slug:slug>/people/letters.pdf", letters.letters, name="invitation_letters_pdf"),
    path("communities/<slug:slug>/people/invitations/<int:pk>/again/", invitations.again, name="invitation_again"),
    path(
        "communities/<slug:slug>/people/invitations/<int:pk>/withdraw/",
        invitations.withdraw,
        name="invitation_withdraw",
    ),
    # member lists on their way in
    path("communities/<slug:slug>/people/import/", imports.upload, name="import"),
    path("communities/<slug:slug>/people/import/<int:pk>/columns/", imports.columns, name="import_columns"),
    path("communities/<slug:slug>/people/import/<int:pk>/groups/", imports.groups, name="import_groups"),
    path("communities/<slug:slug>/people/import/<int:pk>/preview/", imports.preview, name="import_preview"),
    path("communities/<slug:slug>/people/import/<int:pk>/decide/", imports.decide, name="import_decide"),
    path("communities/<slug:slug>/people/import/<int:pk>/rows/<int:line>/", imports.row, name="import_row"),
    path("communities/<slug:slug>/people/import/<int:pk>/confirm/", imports.confirm, name="import_confirm"),
    path("communities/<slug:slug>/people/import/<int:pk>/done/", imports.done, name="import_done"),
    path("communities/<slug:slug>/people/import/<int:pk>/take-back/", imports.take_back, name="import_take_back"),
    path("communities/<slug:slug>/people/import/<int:pk>/drop/", imports.drop, name="import_drop"),
    # answering
    path("join/", joining.join, name="join"),
    path("join/<str:code>/", joining.accept, name="accept"),
    # roles
    path("communities/<slug:slug>/roles/", roles.roles, name="roles"),
    path("communities/<slug:slug>/roles/offer/", roles.offer, name="role_offer"),
    path("communities/<slug:slug>/roles/<int:pk>/answer/", roles.answer, name="role_answer"),
    path("communities/<slug:slug>/roles/<int:pk>/take-back/", roles.take_back, name="role_take_back"),
    path("communities/<slug:slug>/roles/<int:pk>/give-up/", roles.give_up, name="role_give_up"),
    path("communities/<slug:slug>/roles/<int:pk>/hand-over/", roles.hand_over, name="role_hand_over"),
    path("communities/<slug:slug>/role-cards/", role_cards.role_cards, name="role_cards"),
    path("communities/<slug:slug>/role-cards/mine/", role_cards.my_card, name="my_card"),
    path("communities/<slug:slug>/role-cards/<slug:seat>/", role_cards.role_card, name="role_card"),
    path("communities/<slug:slug>/role-cards/<slug:seat>/change/", role_cards.edit, name="role_card_edit"),
    path("communities/<slug:slug>/role-cards/<slug:seat>/print/", role_cards.on_paper, name="role_card_paper"),
    # charter
    path("communities/<slug:slug>/charter/", charter.charter, name="charter"),
    path("communities/<slug:slug>/charter/new/", charter.new, name="charter_new"),
    path("communities/<slug:slug>/charter/versions/", charter.versions, name="charter_versions"),
    path("communities/<slug:slug>/charter/compare/", charter.compare, name="charter_compare"),
    path("communities/<slug:slug>/charter/<int:number>/", charter.version, name="charter_version"),
    path("communities/<slug:slug>/charter/<int:number>/read/", charter.read, name="charter_read"),
    path("communities/<slug:slug>/charter/<int:number>/readers/", charter.readers, name="charter_readers"),
    # direction
    path("communities/<slug:slug>/direction/", priorities.direction, name="direction"),
    path("communities/<slug:slug>/direction/timeline/", events.timeline, name="timeline"),
    path("communities/<slug:slug>/direction/priorities/new/", priorities.add, name="priority_new"),
    path("communities/<slug:slug>/direction/priorities/move/", priorities.move, name="priority_move"),
    path("communities/<slug:slug>/direction/priorities/<int:pk>/", priorities.priority, name="priority"),
    path("communities/<slug:slug>/direction/priorities/<int:pk>/change/", priorities.edit, name="priority_edit"),
    path("communities/<slug:slug>/direction/priorities/<int:pk>/reached/", priorities.reach, name="priority_reach"),
    path("communities/<slug:slug>/direction/priorities/<int:pk>/review/", events.review, name="priority_review"),
    path("communities/<slug:slug>/direction/criteria/", priorities.criteria, name="criteria"),
    path("communities/<slug:slug>/direction/criteria/<int:pk>/", priorities.criterion, name="criterion"),
    path(
        "communities/<slug:slug>/direction/criteria/<int:pk>/remove/",
        priorities.remove_criterion,
        name="criterion_remove",
    ),
    path("communities/<slug:slug>/direction/events/", events.events, name="events"),
    path("communities/<slug:slug>/direction/events/new/", events.add_event, name="event_new"),
    path("communities/<slug:slug>/direction/events/<int:pk>/", events.event, name="event"),
    path("communities/<slug:slug>/direction/events/<int:pk>/change/", events.edit_event, name="event_edit"),
    path("communities/<slug:slug>/direction/events/<int:pk>/review/", events.review_all, name="event_review"),
    # record
    path("communities/<slug:slug>/record/", record.record, name="record"),
]
