"""The words of this program in plain English."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Word:
    word: str | Promise
    meaning: str | Promise


WORDS = (
    Word(_("Action"), _("Something a member agreed to do, often by a date.")),
    Word(_("Agenda"), _("The list of what a meeting is about, in order, with minutes for each item.")),
    Word(
        _("Charter"),
        _("What the community is for, who belongs to it, and how it works. It has versions, because it may change."),
    ),
    Word(_("Commissioner"), _("Somebody who plans and pays for health services in an area.")),
    Word(
        _("Community of practice"),
        _("People who share a concern and learn together how to do better by meeting again and again."),
    ),
    Word(
        _("Constituency"),
        _("A group of members with the same kind of tie to the work, such as lay members, clinicians or managers."),
    ),
    Word(
        _("Contribution"),
        _(
            "Something that somebody says in a meeting or between meetings: a question, a point, a story or an objection."
        ),
    ),
    Word(_("Coverage"), _("Who is in the community and who is still missing.")),
    Word(
        _("Event outside"), _("Something that happened outside the community and matters to it, such as a new policy.")
    ),
    Word(_("Facilitator"), _("Somebody who prepares and leads the meetings and helps everybody to be heard.")),
    Word(_("Knowledge broker"), _("Somebody who carries knowledge between groups that seldom meet.")),
    Word(
        _("Lay member"),
        _("A patient, a carer or another member of the public. Lay members bring what they have lived through."),
    ),
    Word(
        _("Minutes"),
        _(
            "What is written down about a meeting: who was there, what was said, decided and agreed. Also the length of an item."
        ),
    ),
    Word(_("Parked"), _("Kept for later, so that it is not lost.")),
    Word(_("Passkey"), _("A way to sign in with the lock of your phone or computer, without a code.")),
    Word(_("Priority"), _("Something the community has chosen to work on.")),
    Word(
        _("Reply owed"),
        _("What a lay member says gets a reply: what became of it, and why. The facilitators see by which day."),
    ),
    Word(_("Role card"), _("One page that says what a seat in the community is for, and what nobody expects of you.")),
    Word(_("Series"), _("Meetings that come again, such as every third Wednesday.")),
    Word(_("Steering group"), _("A few members who look after the direction of the community between meetings.")),
    Word(
        _("Voices"),
        _("What people say and ask, what becomes of it, and how the voices are shared between the groups."),
    ),
)
