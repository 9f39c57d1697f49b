"""The report on one meeting or several, in words first, then in charts, then in tables."""

from collections import Counter
from collections.abc import Iterator, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from mindlines.voice.management.voice import wording
from mindlines.voice.management.voice.measuring import Measured
from mindlines.voice.management.voice.report import drawing, look, tables

_FEW = 5


def report(meetings: Sequence[Measured], *, by: str, pause: float | None = None) -> str:
    """The whole file. It holds no name of a person and asks nothing of the network."""
    title = meetings[0].title if len(meetings) == 1 else f"{len(meetings)} meetings"
    several = len(meetings) > 1
    body = format_html(
        "<header><p class='over'>Mindlines</p><h1>How voices were shared</h1><p>{}</p></header><main>{}{}</main>{}",
        f"{title}." if several else "",
        tables.overview(meetings) if several else "",
        format_html_join("", "{}", ((_meeting(each, place, by=by),) for place, each in enumerate(meetings, start=1))),
        _footer(pause),
    )
    return format_html(
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<title>How voices were shared: {}</title>\n<style>{}</style>\n</head>\n<body>\n{}\n</body>\n</html>\n",
        title,
        mark_safe(look.style()),  # noqa: S308 - our own style sheet, nothing of the reader's files
        body,
    )


def _meeting(found: Measured, place: int, *, by: str) -> SafeString:
    return format_html(
        '<section aria-labelledby="meeting-{0}"><h2 id="meeting-{0}">{1}</h2>{2}{3}{4}{5}{6}</section>',
        place,
        found.title,
        _facts(found),
        _warnings(found),
        _groups(found, by=by),
        _people(found),
        _missing(found),
    )


def _facts(found: Measured) -> SafeString:
    rows: list[tuple[str, str, str]] = []
    if found.heard is None:
        rows.append(("Voices heard", wording.UNKNOWN, "the transcript does not say who speaks"))
    elif found.cast.attended:
        spoke = sum(each.contributed for each in found.people)
        rows.append(("People there", str(len(found.people)), f"{spoke} spoke, {len(found.people) - spoke} did not"))
    else:
        rows.append(("Voices heard", str(found.heard), "who was silent is not known"))
    for name, figure, words in (
        ("Speech", found.time.any_speech, "somebody speaks"),
        ("At once", found.time.overlap_seconds, "two or more speak"),
        ("Silence", found.time.silence_seconds, "nobody speaks"),
    ):
        if figure.value is not None:
            rows.append((name, wording.lasting(figure.value), words))
    return format_html(
        '<dl class="facts">{}</dl>',
        format_html_join("", "<div><dt>{}</dt><dd>{} <small>{}</small></dd></div>", rows),
    )


def _warnings(found: Measured) -> SafeString:
    told = list(_to_know(found))
    if not told:
        return mark_safe("")
    return format_html(
        '<div class="note"><p><strong>Before you read on</strong></p><ul>{}</ul></div>',
        format_html_join("", "<li>{}</li>", ((each,) for each in told)),
    )


def _to_know(found: Measured) -> Iterator[str]:
    doubts = Counter(each.where for each in found.cast.doubts)
    if doubts["transcript"] and found.headline.groups:
        share = wording.percent(found.unplaced)
        yield (
            f"{_names(doubts['transcript'])} in the transcript could not be matched with anybody. {share} of the "
            f"{wording.UNITS[found.unit]} is theirs and belongs to no group here."
        )
    if doubts["attendance"]:
        yield f"{_names(doubts['attendance'])} in the attendance could not be matched with a member, and has no group."
    if found.transcript.skipped:
        reasons = Counter(each.reason for each in found.transcript.skipped).most_common(3)
        why = "; ".join(f"{count:,} × {reason}" for reason, count in reasons)
        yield f"{len(found.transcript.skipped):,} lines of the transcript were left out: {why}."
    small = [group.name for group in found.headline.groups if 0 < group.people < _FEW]
    if small and found.cast.attended:
        yield (
            f"Fewer than {_FEW} people: {', '.join(small)}. They can be recognised. Ask them before you show this to others."
        )


def _names(count: int) -> str:
    return "One name" if count == 1 else f"{count} names"


def _groups(found: Measured, *, by: str) -> SafeString:
    if not found.headline.groups:
        return mark_safe('<div class="card"><h3>Groups</h3><p>Not available: no list of members was given.</p></div>')
    sentences = [
        wording.sentence(group, found=found.headline, everybody=len(found.people)) for group in found.headline.groups
    ]
    return format_html(
        '<div class="card"><h3>In words</h3><ul>{}</ul></div>'
        '<div class="card"><figure><h3>People, and what they said</h3><figcaption>{}: the part of the people beside the '
        "part of the {}. The silent are counted.</figcaption>{}</figure></div>{}{}",
        format_html_join("", "<li>{}</li>", ((each,) for each in sentences)),
        by,
        wording.UNITS[found.unit],
        drawing.shares(found),
        _parities(found),
        tables.groups(found),
    )


def _parities(found: Measured) -> SafeString:
    if not any(group.parity.is_known for each in found.equalities.values() for group in each.groups):
        return mark_safe("")
    return format_html(
        '<div class="card"><figure><h3>Has each group its share?</h3><figcaption>In the middle a group has as large a part '
        "of what was said as of the people; the shaded middle is “about its share”. Left of it is less, right of it more."
        "</figcaption>{}</figure></div>",
        drawing.parities(found),
    )


def _people(found: Measured) -> SafeString:
    if not found.headline.gini.is_known:
        return mark_safe("")
    return format_html(
        '<div class="columns"><div class="card people"><figure><h3>Each person</h3><figcaption>One bar for each person who '
        "was there, without names. {} A dashed box is somebody who did not speak.</figcaption>{}</figure></div>{}</div>",
        drawing.spoken(found),
        drawing.everybody(found),
        tables.sharing(found),
    )


def _missing(found: Measured) -> SafeString:
    reasons: dict[str, list[str]] = {}
    for unit, each in found.equalities.items():
        if not each.gini.is_known:
            reasons.setdefault(each.gini.reason, []).append(f"sharing among people, counted in {wording.UNITS[unit]}")
    for name, figure in (
        ("speech and silence", found.time.any_speech),
        ("speaking at the same time", found.time.overlap_seconds),
    ):
        if not figure.is_known:
            reasons.setdefault(figure.reason, []).append(name)
    if not reasons:
        return mark_safe("")
    return format_html(
        '<div class="card"><h3>Not available</h3><ul>{}</ul></div>',
        format_html_join("", "<li>{}: {}.</li>", ((", ".join(what), why) for why, what in reasons.items())),
    )


def _footer(pause: float | None) -> SafeString:
    return format_html(
        "<footer><h2>How this was measured</h2><ul>"
        "<li>Everybody who was there counts, whether they spoke or not. Shares are shares of what was said, not of the "
        "length of the meeting, because people speak at the same time.</li>"
        "<li>A turn is what one person says until somebody else speaks{}. Speaking time leaves out the pauses. "
        "A question is a turn with a question mark.</li>"
        "<li>Parity is a group’s part of what was said over its part of the people. Below 0.5 is far below, below 0.8 "
        "below, to 1.25 about its share, to 2 above, beyond far above. These limits are rules of thumb, not validated.</li>"
        "<li>Gini (small-sample form) and dominance are 0 when all have the same and 1 when one person has it all; "
        "entropy is 1 when all have the same.</li>"
        "<li>Who speaks much is not who is heard. What became of what was said is not in a transcript.</li>"
        "</ul></footer>",
        "" if pause is None else f", or until a pause of {pause:g} seconds",
    )
