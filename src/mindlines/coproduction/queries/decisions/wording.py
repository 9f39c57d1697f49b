"""Rules and results in words that voters read before they vote, and everybody afterwards."""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mindlines.coproduction.choices import Result, Rule
from mindlines.coproduction.models import Decision
from mindlines.voice.queries.polls import GRADIENT

Words = str | Promise

AGREE, WORRY, OBJECT = gettext_lazy("I agree"), gettext_lazy("I agree, with a worry"), gettext_lazy("I object")
# The three answers of consent, in the order in which they are put.
CONSENT = (AGREE, WORRY, OBJECT)

TONES = {
    Result.AGREED: "good",
    Result.ORDERED: "good",
    Result.NOT_BY_ALL: "warm",
    Result.UNCERTAIN: "warm",
    Result.TIED: "warm",
    Result.OBJECTED: "bad",
    Result.NOT_AGREED: "bad",
}


def rule_words(decision: Decision) -> str:
    """When it is agreed: the definition that is fixed before anybody votes."""
    return {
        Rule.CONSENT: _consent,
        Rule.GRADIENT: _gradient,
        Rule.APPROPRIATE: _appropriate,
        Rule.DELPHI: _share,
        Rule.RANKING: _ranking,
    }[Rule(decision.rule)](decision)


def what_now(result: str, *, below: Sequence[str] = ()) -> str:
    """What a community can do after this result."""
    if result == Result.NOT_BY_ALL:
        return _(
            "Enough people agree, but fewer than half of this group do: %(groups)s. Talk with them about why. Change "
            "the proposal so that they can live with it, and vote again."
        ) % {"groups": ", ".join(below)}
    return str(_NEXT.get(result, ""))


_NEXT: dict[str, Words] = {
    Result.AGREED: gettext_lazy("Agree who does what by when, so that something comes of it."),
    Result.NOT_AGREED: gettext_lazy(
        "Ask what would have to be different. Change the proposal and vote again, or leave it for now and say why."
    ),
    Result.UNCERTAIN: gettext_lazy(
        "The answers lie in the middle or far apart. Talk about why, look at what is known once more, and vote again."
    ),
    Result.OBJECTED: gettext_lazy(
        "Look for a change to the proposal that meets the objection. Then make a new decision with the changed proposal."
    ),
    Result.TIED: gettext_lazy(
        "Nobody wins a tie by lot here. Talk about what speaks for each, and vote again on those that are level."
    ),
    Result.ORDERED: gettext_lazy("Start with what stands first. Agree who does what by when."),
}


SUGGESTED: dict[str, Words] = {
    "no_lay": gettext_lazy(
        "Consent is suggested: no lay member can vote here now. Ask some to come, or ask them before you decide."
    ),
    "few_lay": gettext_lazy(
        "Consent is suggested: few lay members can vote here. With consent one voice with a good reason is enough."
    ),
    "few_people": gettext_lazy("Consent is suggested: with fewer than seven people a share says next to nothing."),
    "enough": gettext_lazy("Five steps of agreement are suggested: enough people can vote, lay members among them."),
}


def nobody_voted() -> str:
    return _("Nobody voted, so nothing is decided. Ask again at a time, and in a way, that suits people better.")


def too_few() -> str:
    return _("Fewer than three people voted. Any result would tell how, and that was to stay secret.")


def ask_otherwise() -> str:
    return _("Nothing is decided. Ask again when more people can vote, or prepare a vote with names.")


def _consent(decision: Decision) -> str:
    return _(
        "A proposal is agreed when no objection is open, and at least half of those who vote, and of each group, agree. "
        "Who objects says why. An objection is met by a change, or taken back after an answer. Who agrees with a worry "
        "agrees."
    )


def _gradient(decision: Decision) -> str:
    return _(
        "A proposal is agreed when at least %(threshold)s of a hundred people choose “%(level)s” or better, and no "
        "group is below one half."
    ) % {"threshold": decision.threshold, "level": GRADIENT[decision.level or 4]}


def _appropriate(decision: Decision) -> str:
    return _(
        "Everybody gives each proposal a number from 1 to 9, in two rounds with a talk between them. It is agreed when "
        "the middle answer is 7 or more, the answers do not lie far apart, and no group is below one half. It takes at "
        "least 7 people."
    )


def _share(decision: Decision) -> str:
    return _(
        "A proposal is agreed when at least %(threshold)s of a hundred people answer 7, 8 or 9, fewer than %(against)s "
        "of a hundred answer 1, 2 or 3, and no group is below one half."
    ) % {"threshold": decision.threshold, "against": decision.most_against}


def _ranking(decision: Decision) -> str:
    return _(
        "Everybody puts the proposals in order. What stands highest on average comes first. A tie is called a tie."
    )
