"""What a new community may begin with: stakeholder groups, role cards and a first charter. Plain words, to be edited."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import ConstituencyKind as Kind
from mindlines.communities.choices import KnowledgeKind

Words = str | Promise


@dataclass(frozen=True)
class Group:
    """A stakeholder group and how many people one hopes for."""

    name: Words
    kind: Kind
    target: int | None = None


@dataclass(frozen=True)
class Card:
    """The first words on the role card of a kind of group."""

    knowledge: tuple[KnowledgeKind, ...]
    asked: Words
    not_expected: Words


@dataclass(frozen=True)
class Start:
    """One way to begin."""

    name: Words
    about: Words
    purpose: Words
    groups: tuple[Group, ...]
    people: Words = ""
    practice: Words = ""


SUPPORT = Group(_("Support team"), Kind.SUPPORT)

# Stands at the end of every first purpose: an aim that may change must say so from the first day.
PURPOSE_MAY_EVOLVE = _(
    "We expect this purpose to change as we learn. When it does, we write down what changed and why."
)

NOT_AGREED_YET = _("A starting text. Nobody has agreed on it yet.")

TIME = _("To be agreed. Most communities meet four times a year for two hours.")
PAY = _("To be agreed. Ask us what is paid for time, travel and care.")
STEP_BACK = _("Tell a facilitator, at any time and without giving a reason.")

CARDS: dict[Kind, Card] = {
    Kind.LAY: Card(
        (KnowledgeKind.LIVED, KnowledgeKind.STORY),
        _(
            "Tell us what living with this, or caring for somebody, is really like. Say when something would not work for you."
        ),
        _("You do not need to know research or long words. You do not speak for all patients."),
    ),
    Kind.CLINICAL: Card(
        (KnowledgeKind.PRACTICE, KnowledgeKind.TRAINING),
        _(
            "Tell us what happens in your practice, also when it differs from the guideline. Try things out and report back."
        ),
        _("You do not need to have all the answers, or to speak for your profession."),
    ),
    Kind.PROFESSIONAL: Card(
        (KnowledgeKind.SYSTEM, KnowledgeKind.AUDIT),
        _("Tell us how services run, what stands in the way, and what could be moved."),
        _("You do not need to promise what you cannot decide."),
    ),
    Kind.COMMISSIONING: Card(
        (KnowledgeKind.SYSTEM, KnowledgeKind.AUDIT),
        _("Tell us how services are chosen and paid for, and what would have to be true for a change."),
        _("You do not need to make decisions in the room, or to know the clinical details."),
    ),
    Kind.ACADEMIC: Card(
        (KnowledgeKind.RESEARCH,),
        _("Bring what research says in plain words, with what it does not say."),
        _("You do not need to defend every study, or to lead."),
    ),
    Kind.VOLUNTARY: Card(
        (KnowledgeKind.STORY, KnowledgeKind.LIVED, KnowledgeKind.SYSTEM),
        _("Tell us what you hear from the people you support, above all from those who are seldom heard."),
        _("You do not need to replace the people themselves."),
    ),
    Kind.SUPPORT: Card(
        (KnowledgeKind.SYSTEM,),
        _("Prepare, make room for every voice, follow up, and keep the record."),
        _("You do not steer what the community decides."),
    ),
}

PEOPLE = _(
    "Everybody here knows something that the others do not. We meet as equals. "
    "We ask when we do not understand a word. We make room for those who have not spoken yet."
)
PRACTICE = _(
    "We meet regularly, in the room or online. We agree how to decide before we decide. "
    "We write down what we decided and what became of it. What somebody tells us about themselves stays here unless they say otherwise."
)

HEALTH = Start(
    name=_("Bringing evidence into practice"),
    about=_(
        "Patients, clinicians, commissioners, managers and researchers of one area make what is known work in daily care."
    ),
    purpose=_("We bring what research, practice and lived experience know into the care that people get here."),
    people=PEOPLE,
    practice=PRACTICE,
    groups=(
        Group(_("Lay members"), Kind.LAY, 6),
        Group(_("Clinicians"), Kind.CLINICAL, 8),
        Group(_("Commissioners"), Kind.COMMISSIONING, 3),
        Group(_("Managers"), Kind.PROFESSIONAL, 4),
        Group(_("Academics"), Kind.ACADEMIC, 4),
        Group(_("Voluntary sector"), Kind.VOLUNTARY, 2),
    ),
)
RESEARCH = Start(
    name=_("A research network"),
    about=_(
        "Researchers and the people whom their research is for choose questions, share findings and help each other."
    ),
    purpose=_("We find the questions that matter to the people concerned, and see that answers reach them."),
    people=PEOPLE,
    practice=PRACTICE,
    groups=(
        Group(_("Researchers"), Kind.ACADEMIC, 12),
        Group(_("Public contributors"), Kind.LAY, 6),
        Group(_("Clinicians"), Kind.CLINICAL, 6),
        Group(_("Charities"), Kind.VOLUNTARY, 3),
    ),
)
LEARNING = Start(
    name=_("A learning set"),
    about=_("A small group of people in like work who help each other with real problems, a few at a time."),
    purpose=_("We help each other with problems from our own work, by asking good questions and trying things out."),
    people=_("We listen more than we advise. What is said here stays here. Everybody gets a turn."),
    practice=_(
        "We meet once a month. One or two people bring a problem. Each meeting ends with what each of us will try."
    ),
    groups=(Group(_("Members"), Kind.PROFESSIONAL, 8), Group(_("People who use the service"), Kind.LAY, 2)),
)
BLANK = Start(
    name=_("Blank"),
    about=_("Begin with one group of members and a nearly empty charter, and add what you need."),
    purpose=_("We have not written down our purpose yet."),
    groups=(Group(_("Members"), Kind.PROFESSIONAL),),
)

STARTS: dict[str, Start] = {"health": HEALTH, "research": RESEARCH, "learning": LEARNING, "blank": BLANK}
