"""What a member can bring in, in no order of worth, and the words above each form."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from mindlines.communities import rules as communities
from mindlines.communities.models import Membership
from mindlines.knowledge.choices import Form
from mindlines.voice.models import Contribution


@dataclass(frozen=True)
class Door:
    """One way to bring something in."""

    label: str
    words: str
    url: str


@dataclass(frozen=True)
class Heading:
    """What stands above a form, and on its button."""

    title: str
    lede: str
    button: str
    is_story: bool = False


def doors(viewer: Membership) -> list[Door]:
    """One for each form, by the alphabet of their names, so that none stands first by its worth."""
    found = [
        _door(
            viewer,
            Form.STORY,
            label=_("A story"),
            words=_("What happened to you, or what you saw. You choose how you are named."),
        ),
        _door(
            viewer,
            Form.TABLE,
            label=_("Numbers in a table"),
            words=_("What was counted here, such as an audit. We draw it."),
        ),
        Door(
            _("Something published"),
            _("A study, a guideline, a book. Paste it from your reference program, or type it."),
            reverse("knowledge:new_citation", kwargs={"slug": viewer.community.slug}),
        ),
        _door(viewer, Form.FILE, label=_("A file"), words=_("A report, a leaflet, slides or a picture.")),
        _door(viewer, Form.LINK, label=_("A link"), words=_("Something that lies elsewhere on the web.")),
        _door(
            viewer,
            Form.NOTE,
            label=_("A note"),
            words=_(
                "What you know, in your own words: how things work here, what you were taught, what you have seen work."
            ),
        ),
    ]
    return sorted(found, key=lambda door: door.label.casefold())


def other_doors(viewer: Membership) -> list[Door]:
    """Ways that begin with what is there already."""
    slug = {"slug": viewer.community.slug}
    found = [
        Door(
            label=_("Bring in references"),
            words=_("A whole list, from a reference program or a database."),
            url=reverse("knowledge:import", kwargs=slug),
        ),
        Door(
            label=_("Keep what was said"),
            words=_("A story or a point from a meeting becomes a piece of knowledge."),
            url=reverse("knowledge:from_said", kwargs=slug),
        ),
    ]
    if communities.facilitate(viewer):
        found.append(
            Door(
                label=_("Write down a story for somebody"),
                words=_("A member told it to you. It stays theirs."),
                url=reverse("knowledge:write_down", kwargs=slug),
            )
        )
    return found


def words_of(form: str) -> Heading:
    """What stands above the form for bringing in something of this form."""
    put = _("Bring it in")
    known = {
        Form.STORY: Heading(
            _("Tell a story"), _("It is yours. You can change or withdraw it at any time."), _("Tell it"), is_story=True
        ),
        Form.TABLE: Heading(
            _("Bring in numbers"), _("Only counts of many people. Nothing about a single patient."), put
        ),
        Form.FILE: Heading(_("Bring in a file"), _("A report, a leaflet, slides or a picture."), put),
        Form.LINK: Heading(_("Bring in a link"), _("Something that lies elsewhere on the web."), put),
        Form.NOTE: Heading(
            _("Bring in a note"), _("What you know, in your own words. There is no wrong way to say it."), put
        ),
    }
    if form not in known:
        raise Http404
    return known[Form(form)]


def words_for_somebody() -> Heading:
    return Heading(
        _("Write down a story for somebody"),
        _("It stays theirs: they can change or withdraw it at any time, and nobody else can change its words."),
        _("Write it down"),
        is_story=True,
    )


def words_of_said(contribution: Contribution) -> Heading:
    """Above the form by which something that was said is kept."""
    if contribution.membership is None:
        return Heading(
            _("Keep this as knowledge"), _("It was said without a name. So nobody can be named here."), _("Keep it")
        )
    if contribution.membership_id == contribution.viewer.pk:
        return Heading(
            _("Keep this as knowledge"),
            _("It is yours. You can change or withdraw it at any time."),
            _("Keep it"),
            is_story=True,
        )
    words = _(
        "%(name)s said it. Ask them how they wish to be named. It stays theirs: they can change or withdraw it at any time."
    )
    return Heading(
        _("Keep this as knowledge"), words % {"name": contribution.membership.name}, _("Keep it"), is_story=True
    )


def _door(viewer: Membership, form: Form, *, label: str, words: str) -> Door:
    return Door(label, words, reverse("knowledge:new", kwargs={"slug": viewer.community.slug, "form": form.value}))
