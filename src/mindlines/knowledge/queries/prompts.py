"""What is asked about a change in a setting: 35 prompts in our own words, keyed to the constructs of i-PARIHS.

The constructs are those of Harvey & Kitson 2016 (https://doi.org/10.1186/s13012-016-0398-2, CC BY 4.0), Table 3.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True)
class Prompt:
    """One thing that may help or hinder; `construct` is its name in the framework."""

    key: str
    construct: Words
    words: Words


@dataclass(frozen=True)
class Part:
    """One part of the framework, asked on a page of its own."""

    key: str
    title: Words
    about: Words
    prompts: tuple[Prompt, ...]


CHANGE = Part(
    "change",
    _("The change itself"),
    _("What is proposed, and what is known of it."),
    (
        Prompt("sources", _("Where the knowledge comes from"), _("The kinds of knowledge behind it: research, practice, people’s lives.")),
        Prompt("clarity", _("Clarity"), _("How clear it is what is to be done.")),
        Prompt("fit", _("Fit"), _("How well it fits how things are done here, and what people here hold dear.")),
        Prompt("usability", _("Ease of use"), _("How easy it is to use from day to day.")),
        Prompt("advantage", _("Advantage"), _("What is better about it than what is done now.")),
        Prompt("trialability", _("Trying it out"), _("Whether it can be tried on a small scale first.")),
        Prompt("results", _("Results that can be seen"), _("Whether people would soon see that it helps.")),
    ),
)  # fmt: skip
PEOPLE = Part(
    "people",
    _("The people concerned"),
    _("Those who would do it, and those it is for."),
    (
        Prompt("motivation", _("Motivation"), _("How much they want it.")),
        Prompt("values", _("Values and beliefs"), _("What they believe is right.")),
        Prompt("goals", _("Goals"), _("What they are trying to reach.")),
        Prompt("skills", _("Skills and knowledge"), _("What they know and can do.")),
        Prompt("time", _("Time, money and support"), _("What they have to work with.")),
        Prompt("opinion_leaders", _("Local opinion leaders"), _("The people whom others listen to.")),
        Prompt("teamwork", _("Working together"), _("How well they work together.")),
        Prompt("networks", _("Networks"), _("Whom they know and already talk with.")),
        Prompt("power", _("Power and authority"), _("Who may decide, and who may not.")),
        Prompt("boundaries", _("Boundaries"), _("Lines between professions, teams and places.")),
    ),
)
LOCAL = Part(
    "local",
    _("The place where it would be done"),
    _("The team, practice or hall."),
    (
        Prompt("local_leaders", _("Leaders here"), _("Whether those in charge here stand behind it.")),
        Prompt("local_culture", _("How we do things here"), _("The spirit of the place.")),
        Prompt("past_change", _("Changes before"), _("How earlier changes went here.")),
        Prompt("embedding", _("Making it last"), _("What there is to make a new way stay.")),
        Prompt("feedback", _("Looking back"), _("Whether people here look at how it went, and hear of it.")),
        Prompt("learning_place", _("Room to learn"), _("Whether people here can try, ask and learn.")),
    ),
)
ORGANISATION = Part(
    "organisation",
    _("The organisation"),
    _("The trust, practice group or council behind it."),
    (
        Prompt("priorities", _("Priorities"), _("What the organisation cares about most now.")),
        Prompt("senior_leaders", _("Senior leaders"), _("Whether they stand behind it.")),
        Prompt("organisation_culture", _("Culture"), _("How things are done in the organisation.")),
        Prompt("structure", _("Structures and systems"), _("Its rules, forms, contracts and computers.")),
        Prompt("history", _("New things before"), _("How new things fared there before.")),
        Prompt("absorption", _("Taking knowledge in"), _("Whether it can find, judge and use new knowledge.")),
        Prompt("learning_networks", _("Learning with others"), _("Whether it learns together with other places.")),
    ),
)
SYSTEM = Part(
    "system",
    _("The health system around it"),
    _("Rules, money and neighbours."),
    (
        Prompt("policy", _("Policy"), _("What policy asks for.")),
        Prompt("incentives", _("Money and duties"), _("What is paid for, and what is required.")),
        Prompt("regulation", _("Regulation"), _("What rules and inspections allow.")),
        Prompt("stability", _("Calm or turmoil"), _("How settled things are around it.")),
        Prompt("other_organisations", _("Other organisations"), _("How it gets on with those around it.")),
    ),
)
PARTS = (CHANGE, PEOPLE, LOCAL, ORGANISATION, SYSTEM)
PROMPTS: Mapping[str, Prompt] = MappingProxyType({prompt.key: prompt for part in PARTS for prompt in part.prompts})


def part(key: str) -> Part | None:
    """The part of this key, if there is one."""
    return next((each for each in PARTS if each.key == key), None)


def following(key: str) -> Part | None:
    """The part asked after this one."""
    keys = [each.key for each in PARTS]
    place = keys.index(key) + 1
    return PARTS[place] if place < len(PARTS) else None
