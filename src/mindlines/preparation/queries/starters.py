"""The steps that every community can begin with: our own words, for all groups alike, to be edited."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mindlines.preparation.choices import Inside, StepKind

Words = str | Promise


@dataclass(frozen=True)
class Starter:
    """One step; `easy` has one short sentence a line."""

    kind: StepKind
    title: Words
    minutes: int
    words: Words
    easy: Words
    inside: str = ""


TITLE = _("Getting ready")
ABOUT = _("Whatever your job or your story: do it in any order, a little at a time.")

STEPS = (
    Starter(
        StepKind.READ,
        _("What a community of practice is"),
        2,
        _(
            "A community of practice is a group of people who care about the same thing and learn from each other. "
            "Some of us use care, and some give it. Others pay for it or study it.\n\n"
            "We take what research says and ask: does it fit here? What do people live through? What can we really do? "
            "Then we decide together and try it out.\n\n"
            "Nobody knows all of it. That is why each of you is here. What you have lived or done is knowledge too, "
            "and it counts as much as a study."
        ),
        _(
            "We are a group of people.\nWe care about the same thing.\nWe learn from each other.\n"
            "Some of us use care. Some of us give care.\nWe look at what research says.\nResearch means finding things out with care.\n"
            "We ask if it fits here.\nThen we decide together.\nWhat you have lived through counts."
        ),
    ),
    Starter(
        StepKind.READ,
        _("What we ask of you"),
        2,
        _(
            "You have a card. It says which kind of knowledge we hope you bring and how much time it takes. It also says what is "
            "paid, and whom you can ask.\n\n"
            "Then it says what we do not expect. You do not have to speak for everybody like you. You do not have to know "
            "long words. You can step back at any time, and you need not say why."
        ),
        _(
            "You have a card.\nIt says what we ask of you.\nIt says what is paid.\nIt says whom you can ask.\n"
            "You do not speak for everybody.\nYou speak for yourself.\nYou can stop at any time."
        ),
        inside=Inside.CARD,
    ),
    Starter(
        StepKind.READ,
        _("Who is who"),
        2,
        _(
            "Look at who is here and which group each person comes from. We use first names. Titles stay at the door.\n\n"
            "Some people help the group to run: a facilitator plans the meetings and looks after them. You can turn to "
            "a facilitator with any question, before, during or after a meeting."
        ),
        _(
            "Look who is here.\nWe use first names.\nNobody is more important than you.\n"
            "A facilitator looks after the meeting.\nYou can ask a facilitator anything."
        ),
        inside=Inside.PEOPLE,
    ),
    Starter(
        StepKind.READ,
        _("How we decide"),
        3,
        _(
            "Before we vote on something, we agree on how: what counts as a yes, and by when.\n\n"
            "We look at the groups as well as at the whole. If most people say yes but one group mostly says no, it is not agreed yet. "
            "We ask that group why, and change the plan or talk again.\n\n"
            "You may change your mind. You may disagree, and your reason is written down. "
            "The charter says what we are here for and how we work."
        ),
        _(
            "We decide together.\nFirst we agree how we will vote.\nThen everybody votes.\n"
            "You can change your mind.\nYou can say no.\nYou can say why.\nWe write it down."
        ),
        inside=Inside.CHARTER,
    ),
    Starter(
        StepKind.READ,
        _("What we know so far"),
        4,
        _(
            "Here is what people have brought: studies, stories, numbers and what people see at work. No kind stands first.\n\n"
            "Pick one thing and look at it. If it has a version in plain words, read that one. You do not have to read everything, "
            "and nobody will test you. Ask yourself: does this fit with what I know?"
        ),
        _(
            "People brought what they know.\nThere are stories.\nThere are studies.\nThere are numbers.\n"
            "Look at one thing.\nAsk yourself: is it like this for me?"
        ),
        inside=Inside.KNOWLEDGE,
    ),
    Starter(
        StepKind.READ,
        _("The words we use"),
        2,
        _(
            "Health care is full of long words and short names. We keep a list of them with what they mean.\n\n"
            "On every page you can ask about a word. Nobody sees who asked. If one person asks, "
            "many others did not know it either, so asking helps us all."
        ),
        _(
            "Some words are hard.\nWe have a list of them.\nThe list says what they mean.\n"
            "You can ask about a word.\nNobody sees who asked."
        ),
        inside=Inside.WORDS,
    ),
    Starter(
        StepKind.READ,
        _("How a meeting runs"),
        3,
        _(
            "You get an invitation with the day, the place and what we will talk about. Say if you can come, and what you need. "
            "That may be large print, breaks, a room without steps, or a way to join by phone.\n\n"
            "In the meeting there is time to arrive. We talk in small mixed groups as well as all together. You can speak, "
            "write, or tell somebody who says it for you. It is fine to stay quiet for a while.\n\n"
            "Afterwards you get notes, and an answer about what became of what you said."
        ),
        _(
            "You get an invitation.\nTell us if you can come.\nTell us what you need.\n"
            "In the meeting we talk in small groups.\nYou can speak or write.\nYou can be quiet too.\n"
            "After the meeting you get notes."
        ),
        inside=Inside.MEETINGS,
    ),
    Starter(
        StepKind.TRY,
        _("Try it out before the day"),
        5,
        _(
            "Is the meeting online? Open its link a day or two before. Check that you can see and hear. "
            "If you would like to practise with somebody, ask for a call at the foot of the page “Get ready”. We will try it together.\n\n"
            "If you would rather not use a computer, tell us. You can join by phone, come in person, or have everything on paper."
        ),
        _(
            "Is the meeting on a computer?\nTry it a day before.\nCan you see?\nCan you hear?\n"
            "We can try it with you.\nAsk us to call you.\nYou can also join by phone.\nYou can have it all on paper."
        ),
    ),
    Starter(
        StepKind.TELL,
        _("Tell us one thing"),
        3,
        _(
            "What would have to change for this to be worth your time? What should we know that nobody asks about? "
            "Write a line or two. You choose who can read it, and whether your name is on it. You will get an answer."
        ),
        _(
            "Tell us one thing.\nWhat should we know?\nOne line is enough.\nYou can leave out your name.\nYou will get an answer."
        ),
        inside=Inside.VOICES,
    ),
)
