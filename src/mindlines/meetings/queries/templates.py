"""Agendas to start from: our own short outlines."""

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import KnowledgeKind
from mindlines.meetings.choices import ItemKind, MeetingKind, Setting
from mindlines.meetings.models import AgendaItem

Words = str | Promise
LIVED, PRACTICE = KnowledgeKind.LIVED, KnowledgeKind.PRACTICE
RESEARCH, SYSTEM = KnowledgeKind.RESEARCH, KnowledgeKind.SYSTEM


@dataclass(frozen=True)
class Outline:
    """One item of a template."""

    title: Words
    minutes: int
    kind: ItemKind
    words: Words = ""
    knowledge: tuple[str, ...] = ()


@dataclass(frozen=True)
class Template:
    """A meeting to start from."""

    key: str
    name: Words
    about: Words
    title: Words
    purpose: Words
    kind: MeetingKind
    setting: Setting
    outlines: tuple[Outline, ...] = field(default=())

    @property
    def minutes(self) -> int:
        return sum(outline.minutes for outline in self.outlines)


TEMPLATES = (
    Template(
        key="first",
        name=_("A first meeting"),
        about=_("People meet, say what they bring, and choose what to work on."),
        title=_("First meeting"),
        purpose=_("To get to know each other, and to say what we would like to change. Our purpose may change as we learn."),
        kind=MeetingKind.COMMUNITY,
        setting=Setting.IN_PERSON,
        outlines=(
            Outline(_("Welcome, and why we are here"), 10, ItemKind.WELCOME, _("Say in two sentences what this community is for. Say where the toilets are.")),
            Outline(_("Who is here: something we are proud of"), 20, ItemKind.ICEBREAKER, _("In pairs, then each introduces the other. No job titles.")),
            Outline(_("How we want to work together"), 15, ItemKind.DISCUSSION, _("Agree on three or four habits, such as plain words and one voice at a time.")),
            Outline(_("What it is like now: a story"), 15, ItemKind.PRESENTATION, _("A lay member tells what happened, in their own words."), (LIVED,)),
            Outline(_("Break"), 15, ItemKind.BREAK),
            Outline(_("What would we like to change?"), 35, ItemKind.SMALL_GROUPS, _("Mixed groups of four or five. Each brings two wishes back."), (LIVED, PRACTICE, SYSTEM)),
            Outline(_("What we heard, and what comes first"), 20, ItemKind.DECISION, _("Each group says its two wishes. Put them in an order together.")),
            Outline(_("Who does what until we meet again"), 10, ItemKind.ACTIONS),
            Outline(_("Close: one word each"), 10, ItemKind.CLOSE),
        ),
    ),
    Template(
        key="community",
        name=_("A community meeting"),
        about=_("Look back, hear something new, work in small groups, decide, share the work."),
        title=_("Community meeting"),
        purpose=_("To bring what we know together and to agree on a next step."),
        kind=MeetingKind.COMMUNITY,
        setting=Setting.IN_PERSON,
        outlines=(
            Outline(_("Welcome"), 5, ItemKind.WELCOME),
            Outline(_("Icebreaker"), 10, ItemKind.ICEBREAKER, _("Something everybody can answer, whatever their role.")),
            Outline(_("Where we are, and what became of what was said"), 15, ItemKind.RECAP, _("What we agreed last time. What has changed since. Answers we owe.")),
            Outline(_("What research says, in plain words"), 20, ItemKind.PRESENTATION, "", (RESEARCH,)),
            Outline(_("What it is like for people"), 15, ItemKind.PRESENTATION, _("A lay member speaks first or second, not last."), (LIVED,)),
            Outline(_("Break"), 15, ItemKind.BREAK),
            Outline(_("Small groups: what would this look like here?"), 35, ItemKind.SMALL_GROUPS, "", (LIVED, PRACTICE, SYSTEM)),
            Outline(_("What do we decide?"), 20, ItemKind.DECISION),
            Outline(_("Who does what by when"), 10, ItemKind.ACTIONS),
            Outline(_("Close"), 5, ItemKind.CLOSE),
        ),
    ),
    Template(
        key="planning",
        name=_("A planning meeting"),
        about=_("The few who prepare the next meeting, with a lay member among them."),
        title=_("Planning meeting"),
        purpose=_("To prepare the next community meeting."),
        kind=MeetingKind.PLANNING,
        setting=Setting.ONLINE,
        outlines=(
            Outline(_("Hello, and how the last meeting felt"), 10, ItemKind.RECAP, _("Whose voice was missing?")),
            Outline(_("What should the next meeting achieve?"), 15, ItemKind.DISCUSSION),
            Outline(_("The agenda, item by item: who leads?"), 20, ItemKind.DECISION, _("Look at the balance of leads together.")),
            Outline(_("Who needs a call or papers before?"), 10, ItemKind.DISCUSSION),
            Outline(_("Who does what"), 5, ItemKind.ACTIONS),
        ),
    ),
    Template(
        key="steering",
        name=_("A steering group meeting"),
        about=_("Direction, money and people, with a chair."),
        title=_("Steering group meeting"),
        purpose=_("To look after the direction of the community."),
        kind=MeetingKind.STEERING,
        setting=Setting.ONLINE,
        outlines=(
            Outline(_("Welcome and the last notes"), 10, ItemKind.WELCOME),
            Outline(_("What happened since we met"), 15, ItemKind.RECAP),
            Outline(_("Are our priorities still right?"), 25, ItemKind.DECISION, _("Has anything outside changed?"), (SYSTEM, LIVED)),
            Outline(_("Who is missing from the room?"), 15, ItemKind.DISCUSSION),
            Outline(_("Money and time"), 10, ItemKind.DISCUSSION),
            Outline(_("Who does what"), 10, ItemKind.ACTIONS),
            Outline(_("Close"), 5, ItemKind.CLOSE),
        ),
    ),
    Template(
        key="online",
        name=_("A short online meeting"),
        about=_("Ninety minutes on screen, with a real break and time to talk in small rooms."),
        title=_("Online meeting"),
        purpose=_("To hear from each other between the longer meetings."),
        kind=MeetingKind.COMMUNITY,
        setting=Setting.ONLINE,
        outlines=(
            Outline(_("Arrive: sound, captions, names"), 10, ItemKind.WELCOME, _("Somebody is there ten minutes early to help.")),
            Outline(_("Show something from where you are"), 10, ItemKind.ICEBREAKER),
            Outline(_("Where we are"), 10, ItemKind.RECAP),
            Outline(_("A story or a finding"), 15, ItemKind.PRESENTATION),
            Outline(_("Break, cameras off"), 10, ItemKind.BREAK),
            Outline(_("Small rooms"), 20, ItemKind.SMALL_GROUPS, _("Three or four people in a room, one question."), (LIVED, PRACTICE)),
            Outline(_("What we take from it, and who does what"), 10, ItemKind.ACTIONS),
            Outline(_("Close"), 5, ItemKind.CLOSE),
        ),
    ),
)  # fmt: skip


def template(key: str) -> Template | None:
    return next((found for found in TEMPLATES if found.key == key), None)


def items(template: Template) -> list[AgendaItem]:
    """Fresh items as the template has them, in the reader's language."""
    return [
        AgendaItem(
            title=str(outline.title),
            minutes=outline.minutes,
            kind=outline.kind,
            words=str(outline.words),
            knowledge=[str(kind) for kind in outline.knowledge],
        )
        for outline in template.outlines
    ]


def items_for(kind: str) -> list[AgendaItem]:
    """The usual items of a meeting of this kind."""
    usual = {MeetingKind.COMMUNITY: "community", MeetingKind.PLANNING: "planning", MeetingKind.STEERING: "steering"}
    found = template(usual[MeetingKind(kind)])
    return items(found) if found else []
