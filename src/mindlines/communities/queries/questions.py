"""What to think of before a deed that is hard to take back; each is shown by `ui/confirm.html`."""

from django.utils.translation import gettext as _

from mindlines.communities.models import Membership

Question = dict[str, object]


def leave(member: Membership) -> Question:
    """Asked of the member."""
    return {
        "viewer": member,
        "question": _("Do you want to leave %(community)s?") % {"community": member.community},
        "consequences": [
            _("You no longer see its pages, and you get no more papers."),
            _("What you said and decided together stays in its history, with your name."),
            _("Your roles end. A facilitator can invite you back."),
        ],
        "button": _("Leave"),
        "back_url": member.get_absolute_url(),
        "dangerous": True,
    }


def has_left(member: Membership) -> Question:
    """Asked of a facilitator."""
    return {
        "viewer": member.viewer,
        "question": _("Has %(name)s left?") % {"name": member.name},
        "consequences": [
            _("They no longer see the pages of the community, and get no more papers."),
            _("What they said and decided with you stays in the history."),
            _("Their roles end, and your note about them is erased. You can ask them back."),
        ],
        "button": _("They left"),
        "back_url": member.get_absolute_url(),
        "dangerous": True,
    }


def remove(member: Membership) -> Question:
    """Asked of a facilitator."""
    return {
        "viewer": member.viewer,
        "question": _("Do you want to take %(name)s off the list?") % {"name": member.name},
        "consequences": [
            _("Do this when the entry was a mistake. If they were a member and left, choose “They left” instead."),
            _("The entry is deleted. If this person is nowhere else on this site, everything about them is deleted."),
        ],
        "button": _("Take off the list"),
        "back_url": member.get_absolute_url(),
        "dangerous": True,
    }
