"""The numbers behind the charts, as tables."""

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from mindlines.voice.management.voice import wording
from mindlines.voice.management.voice.measuring import Measured
from mindlines_analysis.voice import Band, GroupVoice

_KINDS = {
    Band.FAR_BELOW: "under",
    Band.BELOW: "under",
    Band.ABOUT: "about",
    Band.ABOVE: "above",
    Band.FAR_ABOVE: "above",
}


def overview(meetings: Sequence[Measured]) -> SafeString:
    """Several meetings, one row for each."""
    rows = [
        (
            format_html('<a href="#meeting-{}">{}</a>', place, found.title),
            str(len(found.people)) if found.cast.attended else wording.UNKNOWN,
            wording.count(sum(each.contributed for each in found.people) if found.cast.attended else found.heard),
            wording.clock(found.time.any_speech.value),
            *(wording.ratio(found.equalities[unit].gini) for unit in ("turns", "words", "seconds")),
        )
        for place, found in enumerate(meetings, start=1)
    ]
    return _table(
        "All meetings. Gini is 0 when all have the same, and 1 when one person has it all.",
        ("Meeting", "People", "Spoke", "Speech", "Gini, turns", "Gini, words", "Gini, time"),
        rows,
    )


def groups(found: Measured) -> SafeString:
    """Everything that is known of each group."""
    counted = [
        (
            group.name,
            str(group.people) if found.cast.attended else wording.UNKNOWN,
            wording.spoke(group),
            wording.count(group.turns),
            wording.count(group.words),
            wording.clock(group.seconds),
            wording.percent(group.question_share),
            wording.clock(group.first.value),
        )
        for group in found.headline.groups
    ]
    compared = [
        (
            group.name,
            *(
                f"{wording.percent(each.groups[place].share)}, {wording.ratio(each.groups[place].parity)}"
                for each in found.equalities.values()
            ),
            _band(group),
        )
        for place, group in enumerate(found.headline.groups)
    ]
    return format_html(
        "{}{}",
        _table(
            "What each group said",
            ("Group", "People", "Spoke", "Turns", "Words", "Time", "Turns that ask", "First heard at"),
            counted,
        ),
        _table(
            "Share of all that was said, and parity (1.00 is its share)",
            ("Group", "Turns", "Words", "Time", f"In {wording.UNITS[found.unit]}"),
            compared,
        ),
    )


def sharing(found: Measured) -> SafeString:
    """The three indices among all people, in each unit."""
    rows = [
        (words, *(wording.ratio(getattr(each, name)) for each in found.equalities.values()))
        for name, words in (
            ("gini", "Gini (0 is equal)"),
            ("entropy", "Entropy (1 is equal)"),
            ("dominance", "Dominance (0 is none)"),
        )
    ]
    return _table("Among all people", ("Index", "Turns", "Words", "Time"), rows)


def _band(group: GroupVoice) -> SafeString:
    if group.band is None:
        return mark_safe(wording.UNKNOWN)  # noqa: S308 - a dash of our own
    return format_html('<span class="band {}">{}</span>', _KINDS[group.band], group.band.value)


def _table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> SafeString:
    return format_html(
        '<figure class="card"><figcaption class="title">{0}</figcaption>'
        '<div class="scroll" tabindex="0" role="group" aria-label="{0}"><table aria-label="{0}">'
        "<thead><tr>{1}</tr></thead><tbody>{2}</tbody></table></div></figure>",
        caption,
        format_html_join("", '<th scope="col">{}</th>', ((head,) for head in heads)),
        format_html_join("", "<tr>{}</tr>", ((_cells(row),) for row in rows)),
    )


def _cells(row: Sequence[str]) -> SafeString:
    first, *others = row
    return format_html(
        '<th scope="row">{}</th>{}', first, format_html_join("", "<td>{}</td>", ((each,) for each in others))
    )
