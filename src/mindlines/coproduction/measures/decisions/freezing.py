"""What a record says, written once at closing.

It names no person and holds no words of what it rests on, only keys: both can be withdrawn. It holds no number with a
fraction, because databases write those in their own ways and the digest would differ.
"""

from datetime import date
from typing import Any

from django.utils import timezone

from mindlines.coproduction.measures.decisions.outcomes import Decided, Outcome
from mindlines.coproduction.models import Decision
from mindlines.coproduction.queries.decisions import grounds, groups, wording
from mindlines.kernel.times import zone
from mindlines.voice.measures.results import result
from mindlines.voice.measures.results.result import Result as Counted
from mindlines.voice.measures.results.shifts import Shift
from mindlines.voice.models import Poll
from mindlines_analysis.disclosure import LEAST_BEHAVIOUR, protect

FORM = 1
Content = dict[str, Any]


def content(decision: Decision, *, decided: Decided) -> Content:
    """The record of a decision whose votes are closed."""
    resting, set_aside = grounds.frozen(decision)
    return {
        "form": FORM,
        "community": decision.community.name,
        "question": decision.question,
        "words": decision.words,
        "opened_on": _day(decision, decision.opened_at),
        "closed_on": _day(decision, decision.closed_at),
        "meeting": decision.meeting.title if decision.meeting else "",
        "rule": _rule(decision, decided=decided),
        "result": decided.result,
        "result_words": decided.words,
        "what_now": decided.what_now,
        "turnout": {"answered": decided.people, "slips": decided.handed, "could_vote": decided.could_vote},
        "there": _there(decision),
        "proposals": [_proposal(each) for each in decided.outcomes],
        "order": list(decided.order),
        "rests_on": resting,
        "set_aside": set_aside,
        "objections": _objections(decision),
        "review_on": decision.review_on.isoformat() if decision.review_on else "",
        "supersedes": decision.supersedes_id or 0,
    }


def _rule(decision: Decision, *, decided: Decided) -> Content:
    return {
        "name": decision.rule,
        "words": str(decision.get_rule_display()),
        "agreed_when": wording.rule_words(decision),
        "threshold": decision.threshold or 0,
        "level": decision.level or 0,
        "most_against": decision.most_against or 0,
        "why": decision.why_rule,
        "secrecy": decision.secrecy,
        "secrecy_words": str(decision.get_secrecy_display()),
        "votes_planned": 2 if decision.is_paired else 1,
        "votes_held": 2 if decided.is_second else 1,
    }


def _there(decision: Decision) -> list[Content]:
    """Who could vote, by constituency, rounded, and nothing of those that are too small."""
    sizes = groups.sizes(decision)
    shown = protect({"there": sizes}, least=LEAST_BEHAVIOUR).cells["there"] if sizes else {}
    return [{"group": name, "about": shown[name] or 0} for name in sizes]


def _proposal(outcome: Outcome) -> Content:
    proposal = outcome.proposal
    # What people answered about other words is no answer to these.
    counted = result(proposal.poll) if proposal.poll and outcome.people else None
    return {
        "key": f"proposal:{proposal.pk}",
        "words": proposal.words,
        "first_words": proposal.first_words,
        "result": outcome.result,
        "result_words": outcome.words,
        "why": outcome.why,
        "what_now": outcome.what_now,
        "people": outcome.people,
        "agree": _share(outcome),
        "not_told": list(outcome.not_told),
        "groups": [{"group": each.name, "holds": each.holds} for each in outcome.groups],
        **(_counted(counted, poll=proposal.poll) if counted and proposal.poll else {"answers": [], "by_group": {}, "changed": {}}),
    }  # fmt: skip


def _share(outcome: Outcome) -> Content:
    """Of a hundred, and how far it could be off by chance."""
    if outcome.share is None:
        return {}
    return {"of_a_hundred": outcome.share, "from": outcome.low, "to": outcome.high}


def _counted(counted: Counted, *, poll: Poll) -> Content:
    """Answers as everybody in the community sees them: nothing of fewer than three, and groups in bands from five on."""
    table = counted.by_group
    return {
        "answers": [{"answer": bar.words, "people": bar.count, "of_a_hundred": bar.share} for bar in counted.bars],
        "by_group": {
            "answers": list(table.heads),
            "groups": [{"group": row.group, "people": [cell.words for cell in row.cells]} for row in table.rows],
        }
        if table
        else {},
        "changed": _changed(counted.shift) if counted.shift else {},
    }


def _changed(shift: Shift) -> Content:
    ways = [{"before": way.before, "after": way.after, "people": way.words} for way in shift.ways]
    return {
        "answered_twice": shift.people,
        "changed": shift.changed,
        "surer": shift.surer if shift.asked_sure else "",
        "less_sure": shift.less_sure if shift.asked_sure else "",
        "ways": ways,
        "test": shift.test,
    }


def _objections(decision: Decision) -> list[Content]:
    found = decision.objections.select_related("proposal", "constituency").order_by("made_on", "pk")
    return [
        {
            "key": f"objection:{each.pk}",
            "against": each.proposal.words,
            "words": each.words,
            "group": str(each.constituency or ""),
            "state": each.state,
            "state_words": str(each.get_state_display()),
            "answer": each.answer,
        }
        for each in found
    ]


def _day(decision: Decision, moment: Any) -> str:
    """A day of the community's calendar, without a time."""
    if moment is None:
        return ""
    day: date = timezone.localtime(moment, zone(decision.community.time_zone)).date()
    return day.isoformat()
