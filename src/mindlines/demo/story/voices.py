"""What people of the story brought in between meetings, how they voted, and who spoke."""

from dataclasses import dataclass

from mindlines.voice.choices import ContributionKind as Kind
from mindlines.voice.choices import Origin, Uptake


@dataclass(frozen=True)
class Brought:
    """One contribution; `days` is how long ago, `by` is empty for one without a name."""

    days: int
    kind: str
    words: str
    by: str = ""
    origin: str = Origin.BETWEEN
    uptake: str = Uptake.UNANSWERED
    reply: str = ""
    replied: int = 0


BROUGHT = (
    Brought(
        96,
        Kind.STORY,
        "I stopped going to the class because the mats are on the floor, and I cannot get up again. Nobody asked why.",
        "harold",
        uptake=Uptake.BUILT_ON,
        reply="Mei tried every exercise on a kitchen chair, and the class on screen began with that.",
        replied=88,
    ),
    Brought(
        70,
        Kind.POINT,
        "Please print the times of the bus on the letter.",
        "edith",
        Origin.POST,
        Uptake.ADOPTED,
        "The times of bus 7 stand on every letter now.",
        61,
    ),
    Brought(
        44,
        Kind.POINT,
        "We could hold a class in the evening if somebody pays for the hall until eight.",
        "priya",
        uptake=Uptake.PARKED,
        reply="A good thought for the year after next: the hall is let in the evenings until then.",
        replied=40,
    ),
    Brought(
        33,
        Kind.QUESTION,
        "Who rings people whose line breaks, now that the project worker has gone?",
        "bev",
        uptake=Uptake.ANSWERED,
        reply="Helen’s team does, from Monday to Thursday. The number is in the booklet.",
        replied=26,
    ),
    Brought(20, Kind.QUESTION, "Who reads our wish for the contract, and when do we hear back?", "rosa"),
    Brought(6, Kind.OBJECTION, "Twelve sessions do not fit our staffing. I want us to say so openly.", "tom"),
    Brought(4, Kind.QUESTION, "Is it too late to change what the contract says? I did not dare to ask in the meeting."),
)

# The word, how often it was asked, how many days ago, and what it means in plain words.
WORDS = (
    ("triage", 2, 120, "Sorting people by how soon they need to be seen."),
    ("MSK", 3, 60, "Short for musculoskeletal: to do with muscles, bones and joints."),
    ("commissioning intention", 3, 5, ""),
)

# Words that members explained without being asked: who wrote each, and which lay member finds it clear.
EXPLAINED = (
    (
        "ESCAPE-pain",
        "rosa",
        "samir",
        "A class for people with knee or hip pain: moving together, and learning how to live with it.",
    ),
    ("STarT Back", "wendy", "", "Nine short questions that help to choose the right treatment for back pain."),
)

# The vote before and after the talk about the contract, in the meeting of the class on screen: from which option to which.
TITLE_OF_VOTE = "A class on screen: what we learned"
QUESTION = "Where should the new classes be?"
OPTIONS = ("In the hall", "On screen", "Both, and people choose")
MOVES = {
    "rosa": (0, 2),
    "samir": (2, 2),
    "bev": (1, 1),
    "harold": (0, 2),
    "edith": (0, 0),
    "priya": (0, 2),
    "tom": (0, 2),
    "lena": (0, 2),
    "david": (0, 0),
    "mei": (1, 2),
    "colin": (1, 2),
    "helen": (1, 1),
    "nadia": (1, 2),
    "kate": (2, 2),
    "ines": (2, 2),
}
WHY = {
    "priya": "I had not thought of the people who cannot drive.",
    "colin": "The chair. I did not know that one can do this at home.",
    "rosa": "Bev would not have come to a hall.",
}

# Open until the winter meeting; each member's answers in the order of the statements: y(es), n(o), p(ass).
STATEMENTS_ASKED = "What should the new contract pay for?"
STATEMENTS = (
    "A class in the hall within five miles of everybody.",
    "A class on screen for those who want it.",
    "Twelve sessions, as in the research.",
    "Somebody who rings when you miss a week.",
    "A booklet with large pictures, on paper.",
    "A first talk with somebody alone, before any group.",
    "Help with the bus fare.",
    "Places for people who come without a letter from their doctor.",
)
SAID = {
    "rosa": "yyyyyyyy",
    "samir": "yypyyypy",
    "bev": "pypyyyyy",
    "harold": "ynyyyyyp",
    "edith": "ynyyyyyp",
    "priya": "yyyyyypn",
    "tom": "yynpynpn",
    "lena": "yyyyyypn",
    "david": "ypnyynnn",
    "mei": "yyyyyypp",
    "colin": "pynyynnn",
    "amara": "pynyypnn",
    "helen": "yynyypnn",
    "kate": "yyyyyyyp",
    "owen": "ypyyypyp",
}

# How often each spoke in the meetings that were held, oldest first; whoever is not named said nothing.
TURNS = (
    {
        "colin": 17,
        "priya": 12,
        "kate": 11,
        "ruth": 9,
        "helen": 8,
        "tom": 6,
        "owen": 4,
        "jonas": 7,
        "frances": 9,
        "rosa": 3,
        "samir": 1,
        "harold": 1,
    },
    {
        "colin": 13,
        "priya": 10,
        "kate": 6,
        "ruth": 7,
        "helen": 6,
        "tom": 6,
        "frances": 8,
        "rosa": 5,
        "harold": 3,
        "samir": 2,
        "edith": 1,
    },
    {
        "colin": 9,
        "priya": 7,
        "lena": 4,
        "helen": 8,
        "nadia": 3,
        "ruth": 5,
        "kate": 5,
        "frances": 9,
        "rosa": 8,
        "harold": 5,
        "samir": 3,
        "bev": 1,
    },
    {
        "colin": 8,
        "mei": 9,
        "priya": 6,
        "lena": 4,
        "helen": 5,
        "kate": 4,
        "frances": 8,
        "rosa": 7,
        "harold": 6,
        "edith": 6,
        "bev": 5,
        "samir": 4,
    },
)

# How it was for those who answered after the last two meetings that were held: a digit for each statement, 0 where it does not apply.
TITLES_OF_PULSES = ("Meeting again: do our priorities still hold?", "A class on screen: what we learned")
PULSES = (
    {
        "rosa": "423233",
        "samir": "322222",
        "bev": "212220",
        "harold": "323232",
        "edith": "213320",
        "priya": "455444",
        "tom": "444343",
        "lena": "354444",
        "ruth": "455454",
        "mei": "344443",
        "colin": "555555",
        "helen": "455544",
        "nadia": "344433",
        "kate": "555544",
        "owen": "444443",
    },
    {
        "rosa": "544454",
        "samir": "434444",
        "bev": "444454",
        "harold": "544445",
        "edith": "534454",
        "priya": "555454",
        "tom": "444344",
        "lena": "455454",
        "david": "454443",
        "mei": "555555",
        "colin": "455444",
        "helen": "455444",
        "kate": "555454",
        "ines": "454444",
    },
)
LINES = {
    "bev": "Somebody asked me by name what I thought. That helped.",
    "edith": "The phone line was clear this time.",
}
