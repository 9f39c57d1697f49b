"""The meetings: what was planned, who came, what was said and what was left over."""

from dataclasses import dataclass

from mindlines.communities.choices import KnowledgeKind as Knows
from mindlines.meetings.choices import ActionState, ItemKind, MeetingKind, Outcome, Phase, PointKind, Setting

HALL = ("The Old Corn Hall", "2 Market Place, Tern Bridge")
HALL_ACCESS = (
    "Level from the street. Two steps into the small room, none into the large one. Hearing loop in the large room. "
    "Three parking places for blue badges behind the hall. Bus 7 stops outside. Quiet room upstairs, by lift."
)
LINK = "https://meet.example.org/moving-well"
DIAL_IN = "01632 960 200, then 4471#"


@dataclass(frozen=True)
class Item:
    """Title, minutes, kind, who leads, and what it needs; `priority` counts from 0."""

    title: str
    minutes: int
    kind: str
    lead: str = ""
    words: str = ""
    knowledge: tuple[str, ...] = ()
    priority: int | None = None
    outcome: str = Outcome.REACHED
    note: str = ""
    came_from_point: str = ""
    came_from_item: str = ""


@dataclass(frozen=True)
class Said:
    """A line of the notes: under which item, what kind, who raised it, and what became of it."""

    item: int
    kind: str
    words: str
    by: str = ""
    became: str = ""


@dataclass(frozen=True)
class Promise:
    """An action: under which item, what, who, by when (days after the meeting), and how it stands."""

    item: int
    words: str
    owner: str
    days: int
    state: str = ActionState.OPEN
    reason: str = ""


@dataclass(frozen=True)
class Gathering:
    """One meeting; `days` is how long ago it was, below zero when it is still to come."""

    title: str
    days: int
    purpose: str
    items: tuple[Item, ...]
    kind: str = MeetingKind.COMMUNITY
    setting: str = Setting.IN_PERSON
    phase: str = Phase.HELD
    minutes: int = 120
    room: tuple[str, ...] = ()
    online: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    apologies: tuple[str, ...] = ()
    said: tuple[Said, ...] = ()
    promises: tuple[Promise, ...] = ()
    because: str = ""


FIRST = Gathering(
    title="First meeting: a blank sheet of paper",
    days=418,
    purpose="Meet each other, hear what the review of the research says, and choose what to work on.",
    room=(
        "frances",
        "jonas",
        "wendy",
        "rosa",
        "harold",
        "edith",
        "samir",
        "priya",
        "tom",
        "lena",
        "david",
        "ruth",
        "gareth",
        "colin",
        "helen",
        "piotr",
        "kate",
        "owen",
    ),
    apologies=(),
    items=(
        Item(
            "Welcome and what brings you here",
            15,
            ItemKind.WELCOME,
            "frances",
            "Each of us says one thing that hurts and one thing that helps.",
        ),
        Item("Something light: find a stranger", 10, ItemKind.ICEBREAKER, "wendy"),
        Item(
            "What the research says, in twenty minutes",
            20,
            ItemKind.PRESENTATION,
            "kate",
            "The review has 60 pages. Here are five studies on one page each.",
            (Knows.RESEARCH,),
            note="Kate showed five studies on one page each. Many questions about what counts as enough exercise. Lay members asked for the same pages in larger print.",
        ),
        Item("Tea", 15, ItemKind.BREAK),
        Item(
            "What matters here? Choosing with six questions",
            40,
            ItemKind.SMALL_GROUPS,
            "jonas",
            "Each group scores the studies against our criteria.",
            (Knows.LIVED, Knows.PRACTICE, Knows.SYSTEM),
            note="Five tables, each mixed. Every table put STarT Back and the classes for hips and knees first. Two tables wanted help with work, because that is what people ask their doctor.",
        ),
        Item("What we choose", 15, ItemKind.DECISION, "frances"),
        Item("Who does what", 5, ItemKind.CLOSE, "frances"),
    ),
    said=(
        Said(
            2,
            PointKind.POINT,
            "Nobody has time to read this review. Not us, and not the clinicians either.",
            "rosa",
            "Lay members wrote an easy-read version. It is on our tables since the second meeting.",
        ),
        Said(
            2,
            PointKind.QUESTION,
            "Do you all know this already? It sounds as if you do.",
            "samir",
            "No. One of the six clinicians had read it. We said so in the meeting.",
        ),
        Said(4, PointKind.POINT, "Twelve sessions are not what our contract pays for.", "priya"),
        Said(
            4,
            PointKind.POINT,
            "What helped me was being asked what I wanted to be able to do again.",
            "edith",
            "It became the first question in the new letter to patients.",
        ),
        Said(5, PointKind.DECISION, "We work on five studies: STarT Back, IMPaCT Back, ESCAPE-pain, BeST and SWAP."),
    ),
    promises=(
        Promise(
            2,
            "Write an easy-read version of the review",
            "rosa",
            70,
            ActionState.DONE,
            "Done with three other lay members.",
        ),
        Promise(4, "Find out what the contract says about sessions", "colin", 40, ActionState.DONE),
        Promise(6, "Ask the voluntary sector to join us", "wendy", 60),
    ),
)

SECOND = Gathering(
    title="Joints: what our own figures say",
    days=327,
    purpose="Set the research on hip and knee pain beside our local audit, and agree on how we work together.",
    room=(
        "frances",
        "jonas",
        "wendy",
        "rosa",
        "harold",
        "edith",
        "samir",
        "priya",
        "tom",
        "lena",
        "david",
        "mei",
        "colin",
        "amara",
        "helen",
        "kate",
        "ines",
    ),
    apologies=("ruth", "piotr", "owen"),
    items=(
        Item("Welcome, and why we are here", 10, ItemKind.WELCOME, "frances"),
        Item("What became of last time's promises", 10, ItemKind.RECAP, "rosa"),
        Item(
            "Our purpose, second try", 20, ItemKind.DECISION, "harold", "The steering group has written a new charter."
        ),
        Item(
            "What the audit says about hip and knee classes",
            20,
            ItemKind.PRESENTATION,
            "tom",
            "",
            (Knows.AUDIT,),
            2,
            note="Tom showed two years of figures. People do well with six sessions. We do not know how those are who stopped coming.",
        ),
        Item("Lunch together", 30, ItemKind.BREAK),
        Item(
            "Six sessions or twelve?",
            40,
            ItemKind.SMALL_GROUPS,
            "priya",
            "What do six sessions keep of what works, and what gets lost?",
            (Knows.RESEARCH, Knows.AUDIT, Knows.LIVED, Knows.SYSTEM),
            2,
            note="Long and honest. Clinicians know that six is not what the research says. Commissioners cannot pay for twelve. Lay members told what the last weeks were like. Colin said that he had come with another view than he left with.",
        ),
        Item(
            "A word about work: help in the surgery",
            15,
            ItemKind.DISCUSSION,
            "david",
            "",
            (Knows.PRACTICE,),
            4,
            Outcome.UNREACHED,
        ),
    ),
    said=(
        Said(3, PointKind.POINT, "Our audit is good with six sessions. I would not change what works.", "tom"),
        Said(
            5,
            PointKind.POINT,
            "After six weeks I had only just dared to bend my knee.",
            "rosa",
            "Two more sessions for those who ask are being tried at the community trust.",
        ),
        Said(5, PointKind.POINT, "I thought six was enough. Hearing this, I am no longer sure.", "colin"),
        Said(5, PointKind.PARKED, "Could people who have finished come back to help the next group?", "harold"),
        Said(2, PointKind.DECISION, "The second version of our charter stands. Lay members lead the steering group."),
        Said(5, PointKind.DECISION, "We keep six sessions and try two more for those who ask, at one place first."),
    ),
    promises=(
        Promise(
            5,
            "Try two more sessions for those who ask, at Tern Bridge",
            "priya",
            120,
            ActionState.DONE,
            "Eleven of thirty asked for them.",
        ),
        Promise(3, "Show the audit by age and by village", "tom", 90),
        Promise(2, "Print the charter in large print", "wendy", 20, ActionState.DONE),
    ),
)

CANCELLED = Gathering(
    title="Backs: nine questions",
    days=236,
    purpose="Learn from each other how the nine questions work.",
    phase=Phase.CANCELLED,
    because="The pandemic. We meet again when we know how.",
    items=(),
)

THIRD = Gathering(
    title="Meeting again: do our priorities still hold?",
    days=145,
    purpose="See each other, say what has changed, and look again at each of our five priorities.",
    setting=Setting.ONLINE,
    minutes=90,
    online=(
        "frances",
        "jonas",
        "wendy",
        "rosa",
        "samir",
        "bev",
        "priya",
        "tom",
        "lena",
        "ruth",
        "mei",
        "colin",
        "amara",
        "helen",
        "nadia",
        "kate",
        "owen",
        "ines",
    ),
    phone=("harold",),
    apologies=("david", "piotr", "edith"),
    items=(
        Item("Hello again, one word each in the chat", 10, ItemKind.ICEBREAKER, "wendy"),
        Item(
            "What has changed for you?",
            20,
            ItemKind.DISCUSSION,
            "rosa",
            "A clinician, a manager and a patient tell.",
            (Knows.STORY,),
            note="Helen, Ruth and Rosa told. Tiring, frightening, and in some ways freer than before.",
        ),
        Item(
            "Our five priorities: keep, adapt, pause or stop",
            35,
            ItemKind.DECISION,
            "jonas",
            "",
            (Knows.SYSTEM, Knows.LIVED),
            note="We took them one by one. Nobody wished to start from scratch. The words for each are under Direction.",
        ),
        Item("How we meet from now on", 15, ItemKind.DECISION, "harold"),
        Item("Using what people tell us in the chat", 10, ItemKind.DISCUSSION, "ines", outcome=Outcome.UNREACHED),
    ),
    said=(
        Said(1, PointKind.POINT, "We have changed more in four months than in ten years.", "helen"),
        Said(
            2,
            PointKind.POINT,
            "Please do not put a year of our work aside because something new has come.",
            "rosa",
            "All five priorities were looked at one by one; none was dropped.",
        ),
        Said(
            2, PointKind.DECISION, "We keep two priorities, adapt two and pause one. The reasons stand under Direction."
        ),
        Said(
            3,
            PointKind.QUESTION,
            "What about Edith? She has no screen.",
            "harold",
            "She joins by phone, and Wendy posts the papers a week before.",
        ),
        Said(3, PointKind.PARKED, "Could we lend tablets, and who would teach people to use them?", "bev"),
    ),
    promises=(
        Promise(
            2,
            "Try a virtual class with a paper booklet",
            "mei",
            60,
            ActionState.DONE,
            "Eight people, seven stayed to the end.",
        ),
        Promise(3, "Phone Edith before each meeting", "wendy", 14, ActionState.DONE),
        Promise(1, "Write down what remote care did to people without a screen", "amara", 75),
    ),
)

FOURTH = Gathering(
    title="A class on screen: what we learned",
    days=53,
    purpose="Hear from the virtual hip and knee class, and see what belongs in the new contract.",
    setting=Setting.ONLINE,
    minutes=90,
    online=(
        "frances",
        "wendy",
        "jonas",
        "rosa",
        "samir",
        "bev",
        "priya",
        "tom",
        "lena",
        "david",
        "mei",
        "colin",
        "helen",
        "nadia",
        "kate",
        "ines",
    ),
    phone=("harold", "edith"),
    apologies=("ruth", "amara", "owen"),
    items=(
        Item("Welcome, and who is on the phone", 5, ItemKind.WELCOME, "frances"),
        Item(
            "Eight people and a kitchen chair",
            20,
            ItemKind.PRESENTATION,
            "mei",
            "What the class was like. Two people who took part tell.",
            (Knows.PRACTICE, Knows.STORY),
            2,
            note="Mei told of eight people, seven of whom stayed. Two of them were with us and showed the chair.",
        ),
        Item(
            "What would you change?",
            25,
            ItemKind.SMALL_GROUPS,
            "bev",
            "",
            (Knows.LIVED, Knows.PRACTICE),
            2,
            note="A booklet before the first week. Names on the screen. Somebody who rings when a line breaks.",
        ),
        Item(
            "What belongs in the new contract",
            30,
            ItemKind.DECISION,
            "colin",
            "",
            (Knows.SYSTEM, Knows.RESEARCH),
            2,
            note="We want both: the hall and the screen. Colin takes our words to the board.",
        ),
        Item(
            "Park or hall: back skills in a small group",
            10,
            ItemKind.DISCUSSION,
            "lena",
            "",
            (Knows.PRACTICE,),
            3,
            Outcome.UNREACHED,
        ),
    ),
    said=(
        Said(1, PointKind.POINT, "I had my camera off the first three weeks. Nobody minded, and so I stayed.", "bev"),
        Said(2, PointKind.QUESTION, "Who rings the people whose line breaks down?", "edith"),
        Said(
            2,
            PointKind.POINT,
            "A booklet with pictures is worth more than the video.",
            "edith",
            "The booklet is in the draft of the contract.",
        ),
        Said(
            3,
            PointKind.DECISION,
            "We ask for classes in the hall and on screen, each with a booklet and a weekly call.",
        ),
        Said(3, PointKind.PARKED, "What does a class cost if only five come?", "colin"),
    ),
    promises=(
        Promise(3, "Put our wish for classes into words for the contract", "colin", 30),
        Promise(
            2,
            "Test the booklet with three people who were not in the class",
            "rosa",
            45,
            ActionState.DONE,
            "They wanted larger pictures.",
        ),
        Promise(2, "Agree on who rings people whose line breaks", "helen", 74),
    ),
)

PLANNING = Gathering(
    title="Planning the winter meeting",
    days=11,
    purpose="Agree on the agenda with the chair.",
    kind=MeetingKind.PLANNING,
    setting=Setting.ONLINE,
    minutes=60,
    online=("frances", "jonas", "wendy", "rosa"),
    items=(
        Item("What was left over", 15, ItemKind.RECAP, "frances"),
        Item("Who speaks, and who has not spoken for long", 20, ItemKind.DISCUSSION, "rosa"),
        Item("Small groups and who prepares them", 25, ItemKind.DISCUSSION, "jonas"),
    ),
    said=(Said(1, PointKind.DECISION, "Harold and Edith open the meeting. Clinicians speak after the break."),),
    promises=(Promise(2, "Phone Edith and read her the agenda", "wendy", 14),),
)

WINTER = Gathering(
    title="Winter meeting: from class to contract",
    days=-17,
    purpose="Say together what the new contract should pay for, and take up what waited.",
    setting=Setting.HYBRID,
    phase=Phase.ANNOUNCED,
    minutes=120,
    items=(
        Item("Welcome, and a question to your neighbour", 10, ItemKind.ICEBREAKER, "wendy", outcome=Outcome.WAITING),
        Item(
            "What a year on screen did to us",
            15,
            ItemKind.DISCUSSION,
            "harold",
            "Harold and Edith tell, then all.",
            (Knows.STORY, Knows.LIVED),
            outcome=Outcome.WAITING,
        ),
        Item(
            "Our wish for the contract, read aloud",
            20,
            ItemKind.PRESENTATION,
            "colin",
            "",
            (Knows.SYSTEM,),
            2,
            Outcome.WAITING,
        ),
        Item("Tea", 15, ItemKind.BREAK, outcome=Outcome.WAITING),
        Item(
            "What is missing? Mixed small groups",
            35,
            ItemKind.SMALL_GROUPS,
            "priya",
            "",
            (Knows.RESEARCH, Knows.LIVED, Knows.PRACTICE, Knows.SYSTEM),
            2,
            Outcome.WAITING,
        ),
        Item(
            "What we ask for",
            15,
            ItemKind.DECISION,
            "",
            "By consent: we talk until nobody has a reason against it.",
            (),
            2,
            Outcome.WAITING,
        ),
        Item(
            "Park or hall: back skills in a small group",
            10,
            ItemKind.DISCUSSION,
            "lena",
            "",
            (Knows.PRACTICE,),
            3,
            Outcome.WAITING,
            came_from_item="Park or hall: back skills in a small group",
        ),
    ),
)

GATHERINGS = (FIRST, SECOND, CANCELLED, THIRD, FOURTH, PLANNING, WINTER)

# Who has replied to the winter meeting, and how.
REPLIES = (
    ("frances", "room", "", ""),
    ("rosa", "room", "", "A lift from Tern Bridge would help."),
    ("harold", "room", "The chair with arms, please.", "Taxi"),
    ("edith", "phone", "Papers by post.", ""),
    ("samir", "online", "", ""),
    ("priya", "room", "", ""),
    ("mei", "online", "", ""),
    ("colin", "room", "", ""),
    ("helen", "cannot", "", ""),
    ("kate", "room", "", ""),
    ("jonas", "room", "", ""),
    ("wendy", "room", "", ""),
)
