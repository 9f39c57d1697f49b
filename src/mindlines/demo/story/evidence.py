"""What the community knows about classes for hip and knee pain, and what it made of it.

The three publications are real. What people of the story tell, count and decide is invented.
"""

from dataclasses import dataclass

from mindlines.communities.choices import KnowledgeKind as Kind
from mindlines.knowledge.choices import Naming

RIS_NAME = "exercise-review.ris"
RIS = """TY  - JOUR
AU  - Hurley, M. V.
AU  - Walsh, N. E.
AU  - Mitchell, H. L.
AU  - Pimm, T. J.
AU  - Patel, A.
AU  - Williamson, E.
AU  - Jones, R. H.
AU  - Dieppe, P. A.
AU  - Reeves, B. C.
PY  - 2007
TI  - Clinical effectiveness of a rehabilitation program integrating exercise, self-management, and active coping strategies for chronic knee pain: a cluster randomized trial
JO  - Arthritis & Rheumatism
VL  - 57
IS  - 7
SP  - 1211
EP  - 1219
DO  - 10.1002/art.22995
ER  -

TY  - JOUR
AU  - Fransen, M.
AU  - McConnell, S.
AU  - Harmer, A. R.
AU  - Van der Esch, M.
AU  - Simic, M.
AU  - Bennell, K. L.
PY  - 2015
TI  - Exercise for osteoarthritis of the knee
JO  - Cochrane Database of Systematic Reviews
IS  - 1
SP  - CD004376
DO  - 10.1002/14651858.CD004376.pub3
ER  -

TY  - RPRT
AU  - National Institute for Health and Care Excellence
PY  - 2022
TI  - Osteoarthritis in over 16s: diagnosis and management (NG226)
UR  - https://www.nice.org.uk/guidance/ng226
ER  -
"""
TRIAL = "Clinical effectiveness"
STATEMENT = "Twelve sessions of exercise and coping skills over six weeks, in a small group, help people with long-lasting knee pain to move better."
SECOND_STATEMENT = "Exercise eases knee pain and helps people to do more, whatever the kind of exercise."


@dataclass(frozen=True)
class Known:
    """One piece of knowledge; `days` is how long ago it was brought in, by whom."""

    days: int
    by: str
    kind: str
    form: str
    title: str
    words: str = ""
    naming: str = ""
    quality: str = ""


KNOWN = (
    Known(
        120,
        "harold",
        Kind.STORY,
        "story",
        "I could not get up from the mat",
        "The letter said that the class would do me good. On the first morning we lay down on mats. I cannot get up from the floor since my hip was done. "
        "Two of them pulled me up, and everybody watched. I did not go back. Nobody rang to ask why.\n\n"
        "When Mei showed us the same moves on a kitchen chair, I did them all. I do them while the kettle boils.",
        naming=Naming.NAMED,
    ),
    Known(
        104,
        "bev",
        Kind.STORY,
        "story",
        "Twelve times is a lot of bus fares",
        "It is two buses to the hall and two back. Twice a week for six weeks is a lot of money and a lot of mornings. After seven or eight times I knew what to do at home. "
        "What I needed then was somebody to ring me when I stopped.",
        naming=Naming.GROUP,
    ),
    Known(
        98,
        "mei",
        Kind.PRACTICE,
        "note",
        "Every exercise of the class works on a chair",
        "I went through all exercises of the programme with a kitchen chair. All but one work. People with bad balance feel safer, and nobody is left out. It needs no mats and no large room.",
    ),
    Known(
        96,
        "colin",
        Kind.SYSTEM,
        "note",
        "What the contract pays for: six sessions",
        "The service specification pays for six sessions for each person, in groups of at most twelve. More sessions need a change of the contract; phone calls by the team count as part of the service and are not paid for one by one.",
    ),
    Known(
        90,
        "nadia",
        Kind.AUDIT,
        "table",
        "How many people stay to the last session",
        "Counted from the lists of three classes in the hall. People who moved away are not counted.",
        quality="Three classes only. We do not know why people stopped coming.",
    ),
    Known(
        86,
        "helen",
        Kind.LOCAL,
        "note",
        "The hall is ours on two mornings",
        "The Old Corn Hall is let to others in the afternoons and evenings. We have the large room on Tuesday and Thursday mornings until the end of next year.",
    ),
    Known(
        40,
        "kate",
        Kind.RESEARCH,
        "link",
        "A summary of what is known about calls after a course",
        "Short calls after a course of exercise help some people to keep going. The studies are small.",
    ),
)
COLUMNS = ["Session", "Spring class", "Summer class", "Autumn class"]
ROWS = [
    ["1", "12", "11", "12"],
    ["4", "11", "10", "10"],
    ["6", "9", "10", "9"],
    ["8", "9", "8", "8"],
    ["10", "6", "5", "4"],
    ["12", "4", "4", "3"],
]

PLAIN_TITLE = "Do classes help sore knees?"
PLAIN = """Researchers wanted to know whether a class helps people whose knees have hurt for a long time.

Some people went to a class. They met twelve times in six weeks. They did exercises and learned what to do when the knee hurts. Other people had the usual care.

After six months the people from the class could move better. It did not matter whether they came alone or in a group."""
EASY_TITLE = "A class for sore knees"
# Words, picture, what the picture shows.
EASY = (
    ("Some people have sore knees for a long time.", "knee", "A sore knee"),
    ("They can go to a class with other people.", "group", "People in a group"),
    ("In the class they do exercises.", "exercise", "Somebody who exercises"),
    ("After the class many people move better.", "walk", "Somebody who walks"),
)

SETTING = "The Old Corn Hall, Tern Bridge"
SIDES = {
    "research": "A trial in 54 surgeries: people who went to the class moved better after six months. The programme has twelve sessions over six weeks.",
    "here": "The contract pays for six sessions. The hall is ours on two mornings. By session twelve, one in three is still there; by session eight, two in three.",
    "lived": "People know the exercises after about eight times. Mats on the floor shut some out. Fares add up. What is missing is a call when somebody stops.",
}
# Who judged the questions how: by person, numbers from 1 to 9 in the order of `JUDGED`; 0 is “I don’t know”.
JUDGED = ("desirable", "certainty", "resources", "equity", "service_fit", "lived_fit")
JUDGEMENTS = {
    "rosa": (8, 0, 4, 3, 0, 2),
    "harold": (7, 0, 3, 2, 0, 1),
    "samir": (8, 6, 4, 4, 0, 3),
    "bev": (7, 0, 3, 3, 0, 2),
    "priya": (8, 8, 5, 6, 5, 6),
    "tom": (8, 8, 3, 6, 3, 7),
    "lena": (9, 8, 5, 7, 4, 6),
    "david": (7, 7, 4, 5, 4, 5),
    "mei": (8, 8, 6, 4, 5, 3),
    "colin": (6, 7, 2, 6, 1, 5),
    "amara": (7, 7, 2, 6, 2, 5),
    "helen": (7, 6, 3, 5, 2, 4),
    "nadia": (7, 6, 4, 5, 3, 4),
    "kate": (8, 9, 5, 6, 4, 5),
    "owen": (8, 8, 5, 5, 4, 5),
}
WHY_ADAPT = "The class helps, and it fits neither the contract nor people’s lives as it stands. Eight sessions on chairs and a call after them keep most of it."
ADAPTATION = {
    "changed": "Eight sessions over four weeks in place of twelve over six. All exercises on a chair. Two calls after the last session.",
    "because": "Most people know the exercises after eight times; four in five are still there then. Mats shut people out. The contract pays for six sessions and for calls by the team.",
    "core_lost": "A third of the supervised exercise. The trial says nothing about eight sessions.",
    "still_works": "We count who is there at each session and ask everybody after six months how far they can walk.",
}

QUESTION = "How do we offer the class for hip and knee pain in the hall?"
PROPOSAL = "Eight sessions on chairs over four weeks, then two calls"
BACKGROUND = "The research has twelve sessions, the contract pays for six. The board of the negotiation shows what speaks for eight."
# From which of five steps to which, before and after the talk. The commissioner and a lay member changed their minds.
STEPS = {
    "rosa": (3, 5),
    "harold": (4, 5),
    "samir": (4, 4),
    "bev": (5, 5),
    "edith": (4, 4),
    "priya": (3, 4),
    "tom": (2, 2),
    "lena": (3, 4),
    "david": (4, 4),
    "mei": (5, 5),
    "ruth": (4, 4),
    "colin": (2, 4),
    "amara": (3, 4),
    "helen": (4, 5),
    "nadia": (4, 4),
    "kate": (3, 4),
    "owen": (3, 4),
}
WHY_CHANGED = {
    "colin": "Bev’s bus fares. I had only counted the rooms.",
    "rosa": "The lists show that people are gone by session twelve.",
}
DISSENT = "The trial had twelve sessions. We do not know that eight are enough, and we may give up what works before we have tried to pay for it. I want us to count, and to come back to this."
SET_ASIDE_WHY = "It is about calls after other courses. We look at it again when our own numbers are there."
FOLLOW_UPS = (
    ("Write the letter about the class on chairs, with the times of the bus", "wendy", 14, True),
    ("Ask the board to pay for eight sessions in the next contract", "colin", 30, True),
    ("Count who is there at each session, and ring whoever stops", "nadia", 60, False),
)

OUTPUT_TITLE = "The pathway for sore hips and knees"
OUTPUT_ABOUT = "What happens from the first visit to the surgery to the last call. One page for everybody."
OUTPUT = """## At the surgery

Whoever has had a sore hip or knee for three months or more is told about the class on the same day. The letter says that everything is done on a chair.

## In the hall

* Eight mornings over four weeks, with at most twelve people.
* Every exercise on a chair. Nobody has to lie down.
* Time to talk about what to do when it hurts.

## After the class

Somebody from the team rings after two weeks and after two months. Whoever has stopped is asked what got in the way."""
OUTPUT_LATER = (
    OUTPUT
    + "\n\n## If somebody cannot come\n\nThe same class is on screen, with a booklet. Helen’s team rings once a week."
)

# What is done differently: at which organisation, what, before, days ago, who told, who confirmed, proof by the table.
CHANGES = (
    ("Marl Valley Community Trust", "The class in the hall is done on chairs, and lasts eight sessions", "Twelve sessions on mats, or six where money was short", 44, "mei", "harold", True),
    ("Tern Street Surgery", "People hear of the class on the day they come with a sore knee", "They were told to rest, and to come back", 38, "david", "samir", False),
    ("Northmere Hospital", "The letter after an operation says that the class is on chairs", "", 12, "lena", "", False),
)  # fmt: skip

DIAGNOSIS_SETTING = "Tern Street Surgery"
# By prompt: what lay members, clinicians and everybody else answered; None is “I don’t know”.
RATINGS = {
    "clarity": (1, 2, 1),
    "fit": (2, -1, 1),
    "advantage": (2, 1, 1),
    "time": (None, -2, -1),
    "skills": (1, 1, 1),
    "power": (-1, 1, 0),
    "boundaries": (-2, -1, -1),
    "local_leaders": (None, 1, 1),
    "feedback": (None, -1, 0),
    "incentives": (None, -2, -1),
    "policy": (None, 1, 2),
}
STEP = ("time", "Ask whether the reception team can tell people about the class", "david")

SCORING = "What do we work on after the hall?"
SCORING_WORDS = (
    "Three things were proposed. Score each by our own criteria, alone. We talk about it at the next meeting."
)
CANDIDATES = (
    "A class on screen for those who cannot travel",
    "A word about work at the first visit",
    "Calls by trained volunteers",
)
# By person, scores from 0 to 3 for each candidate, the same for all criteria here; None is “I don’t know”.
SCORES = {
    "harold": (3, 1, 2),
    "samir": (2, 2, 2),
    "priya": (2, 3, 1),
    "tom": (1, 2, None),
    "mei": (2, 2, 2),
    "colin": (1, 3, 1),
}

OPEN_QUESTION = "Do we ask for a class on Saturday mornings?"
OPEN_PROPOSAL = "Yes: one Saturday class in the hall from spring, if the board pays for the room"
OPEN_BACKGROUND = "People in work cannot come on Tuesday and Thursday mornings. A room on Saturdays costs about as much as four of our sessions."
