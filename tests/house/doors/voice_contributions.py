"""What people say, the replies that are owed, and words that somebody asked about."""

from mindlines.voice.choices import Audience, Showing
from tests import make, make_voice
from tests.house.doors import (
    FACILITATORS,
    FACILITATORS_WRITE,
    HIDDEN,
    MEMBERS,
    MEMBERS_WRITE,
    NOT_YOURS,
    OPEN,
    SENT_ON,
    SIGN_IN,
    door,
)


def furnish(world):
    here = world.community
    meeting = make.meeting(here, "Spoken of", phase="held")
    world.anas_words = make_voice.contribution(here, by=world.anas, meeting=meeting)
    world.bos_words = make_voice.contribution(here, "The leaflet", by=world.bos, reply_due=make.A_WEDNESDAY.date())
    world.private_words = make_voice.contribution(here, by=world.anas, audience=Audience.FACILITATORS)
    world.hidden_words = make_voice.contribution(here, by=world.anas, showing=Showing.HIDDEN, hidden_because="Rude")
    world.bos_hidden_words = make_voice.contribution(here, by=world.bos, showing=Showing.HIDDEN, hidden_because="Rude")
    world.asked_word = make_voice.word(here)


def slug(world):
    return {"slug": world.community.slug}


def said(name):
    return {"keys": lambda world: {"pk": getattr(world, name).pk}}


def word(world):
    return {**slug(world), "pk": world.asked_word.pk}


SAID = {"kind": "question", "words": "Who reads it?", "audience": "everyone", "named": "yes"}
WRITTEN = {"who": "Bo Berg", "origin": "post", "kind": "point", "words": "By letter", "audience": "everyone"}
ANSWER = {"uptake": "answered", "reply": "The printer does."}
REFUSED = 409
ONLY_OWN_AND_FACILITATORS = (SIGN_IN, HIDDEN, NOT_YOURS, OPEN)

DOORS = [
    door("voice:voices", MEMBERS, keys=slug),
    door("voice:new", MEMBERS, keys=slug),
    door("voice:new", MEMBERS_WRITE, keys=slug, method="post", body=lambda world: SAID),
    door("voice:write_down", FACILITATORS, keys=slug),
    door("voice:write_down", FACILITATORS_WRITE, keys=slug, method="post", body=lambda world: WRITTEN),
    door("voice:mine", MEMBERS, keys=slug),
    door("voice:forget_device", MEMBERS_WRITE, keys=slug, method="post"),
    door("voice:owed", FACILITATORS, keys=slug),
    door("voice:contribution", MEMBERS, **said("anas_words"), note="that everyone can read"),
    door("voice:contribution", ONLY_OWN_AND_FACILITATORS, **said("private_words"), note="only for facilitators"),
    door("voice:contribution", ONLY_OWN_AND_FACILITATORS, **said("hidden_words"), note="that is hidden"),
    door("voice:contribution", MEMBERS, **said("bos_hidden_words"), note="that is hidden and one's own"),
    door("voice:support", (SIGN_IN, HIDDEN, SENT_ON, SENT_ON), **said("anas_words"), method="post"),
    door(
        "voice:support", (SIGN_IN, HIDDEN, NOT_YOURS, SENT_ON), **said("private_words"), method="post", note="private"
    ),
    door(
        "voice:unsupport",
        (SIGN_IN, HIDDEN, REFUSED, REFUSED),
        **said("anas_words"),
        method="post",
        note="without a slip",
    ),
    door("voice:support_slip", MEMBERS, **said("anas_words")),
    door("voice:support_slip", MEMBERS, **said("anas_words"), method="post", note="without a code"),
    door("voice:answer", FACILITATORS_WRITE, **said("bos_words"), method="post", body=lambda world: ANSWER),
    door("voice:reopen", FACILITATORS_WRITE, **said("bos_words"), method="post"),
    door("voice:hide", FACILITATORS, **said("bos_words")),
    door("voice:hide", FACILITATORS_WRITE, **said("bos_words"), method="post", body=lambda world: {"because": "Rude"}),
    door("voice:show", FACILITATORS_WRITE, **said("hidden_words"), method="post"),
    door("voice:join", FACILITATORS, **said("bos_words")),
    door(
        "voice:join",
        FACILITATORS_WRITE,
        **said("bos_words"),
        method="post",
        body=lambda world: {"into": world.anas_words.pk},
    ),
    door("voice:carry", FACILITATORS_WRITE, **said("anas_words"), method="post"),
    door("voice:words", MEMBERS, keys=slug),
    door("voice:ask_word", MEMBERS, keys=slug),
    door("voice:ask_word", MEMBERS_WRITE, keys=slug, method="post", body=lambda world: {"word": "ICB"}),
    door("voice:explain_word", FACILITATORS_WRITE, keys=word, method="post", body=lambda world: {"meaning": "A score"}),
    door("voice:drop_word", FACILITATORS_WRITE, keys=word, method="post"),
    door("voice:word_back", FACILITATORS_WRITE, keys=word, method="post"),
]
