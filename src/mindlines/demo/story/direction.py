"""What the community is for, what it works on, and what happened outside."""

from dataclasses import dataclass

from mindlines.communities.choices import ReviewOutcome

NAME = "Moving well in Marlshire"
SLUG = "moving-well"
ABOUT = "People in one county who want good care for painful joints, backs and muscles, whoever pays and wherever it is given."
CONTACT = "Frances Adeyemi, 01632 960 123"

CRITERIA = (
    "It is a priority for clinicians",
    "It is a priority for commissioners",
    "It is a priority for patients",
    "It is quoted in national guidance",
    "There is data on what it saves",
    "There is a plan for how to do it",
)

# Title, why, the criteria it meets (by number, from 0), state after the review is given by the review.
PRIORITIES = (
    (
        "Sort back pain care by need (STarT Back)",
        "Nine questions show who needs a little help and who needs a lot. Most people now get the same.",
        (0, 1, 2, 3, 4, 5),
    ),
    (
        "Back pain services that work as one (IMPaCT Back)",
        "Surgery, physiotherapy and hospital each do their part, and patients fall between them.",
        (0, 1, 3, 4, 5),
    ),
    (
        "Classes for hip and knee pain (ESCAPE-pain)",
        "Exercise and coping skills together. The research says twelve sessions; our contract pays for six.",
        (0, 2, 3, 4, 5),
    ),
    (
        "Back skills in a group (BeST)",
        "Learning with others what to do when the back hurts.",
        (0, 2, 3, 4),
    ),
    (
        "Help to stay in work (SWAP)",
        "A word about work early on, in the surgery, before somebody has been off for months.",
        (1, 2, 4),
    ),
)

# Days ago, title, what it means for us, source.
EVENTS = (
    (
        400,
        "A themed review of the research is published",
        "For the first time the research we need is in one place. It is far too long to read.",
        "A national themed review",
    ),
    (
        296,
        "A pandemic stops meetings and classes",
        "Clinics close, staff are moved, groups may not meet. Nobody knows for how long.",
        "Government announcement",
    ),
    (
        172,
        "Remote appointments become the rule",
        "What would have taken years is suddenly allowed. Not everybody has a screen.",
        "A letter to all services",
    ),
    (
        74,
        "A new contract for joint and muscle services is being written",
        "For one quarter commissioners can still change what is paid for.",
        "Marlshire Integrated Care Board",
    ),
)

# After the pandemic: number of the priority, outcome, why, what changes. The group wished not to start from scratch.
REVIEWS = (
    (0, ReviewOutcome.KEEP, "The nine questions can be asked by phone. Nothing stands against it.", ""),
    (1, ReviewOutcome.KEEP, "Services talk more than before. It would be foolish to stop now.", ""),
    (
        2,
        ReviewOutcome.ADAPT,
        "Classes cannot meet in a hall. Lay members did not want to lose the work of a year.",
        "Try a class on screen, with a paper booklet and a weekly call for people without one.",
    ),
    (
        3,
        ReviewOutcome.ADAPT,
        "The group is the point of it. A smaller group may work outdoors.",
        "Six people, in the park behind the leisure centre.",
    ),
    (4, ReviewOutcome.PAUSE, "Nobody in the surgeries has time to learn it this year.", "We look again in spring."),
)


@dataclass(frozen=True)
class Charter:
    """One version; `meeting` counts the gatherings whose people were in the room."""

    days: int
    purpose: str
    people: str
    practice: str
    what_changed: str = ""
    why: str = ""
    how_agreed: str = ""
    meeting: int | None = None


CHARTERS = (
    Charter(
        436,
        "We want what research has found about painful joints, backs and muscles to reach people in Marlshire. We do not know yet what that means. This purpose will change as we learn, and everybody will be able to see how and why.",
        "Patients and carers, clinicians, commissioners, managers and researchers. Everybody has one voice. Nobody is here to represent all people of their kind.",
        "We meet every three months. We begin with something light, share out the talking, and write down what we decide.",
        how_agreed="Written by the founders as a beginning, and read out at the first meeting.",
    ),
    Charter(
        326,
        "We choose a few things that research says work, see what stands in the way here, and change that together. This purpose may change again.",
        "Patients and carers, clinicians, commissioners, managers and researchers. Everybody has one voice, and asks when a word is strange.",
        "We meet every three months. Lay members lead the steering group. Small groups are mixed. Papers come a week before, in plain words, on paper for those who wish.",
        "The purpose became narrower: five priorities. Lay members lead the steering group. Papers come earlier.",
        "At the first meeting we looked at each other and did not know where to begin. Choosing helped.",
        "By everybody in the room, nobody against.",
        1,
    ),
    Charter(
        146,
        "We keep the five priorities and find ways to offer them while people cannot meet. What we learn from this time should last beyond it. This purpose may change again.",
        "Patients and carers, clinicians, commissioners, managers and researchers. Everybody has one voice, and asks when a word is strange. Whoever cannot join on a screen joins by phone or paper, and counts just as much.",
        "We meet every three months, online or in the hall. Chat counts as speaking. Lay members lead the steering group. Papers come a week before.",
        "How we meet, and a promise to those without a screen.",
        "The pandemic. One of us was lost when we went online, and we did not like it.",
        "By those in the meeting, and by phone with two who were not.",
        3,
    ),
)
