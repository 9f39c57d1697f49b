"""Keeping a text as it stands, and bringing an earlier text back."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F, Max, Q
from django.utils.translation import gettext as _

from mindlines.coproduction.actions import writing
from mindlines.coproduction.actions.rewriting import rewritten
from mindlines.coproduction.models import Output, OutputVersion
from mindlines.coproduction.queries.text.marks import Written, block_words, words_of
from mindlines.coproduction.queries.text.reading import blocks_of
from mindlines.coproduction.queries.writing import content_of, packed
from mindlines.kernel.times import now
from mindlines.people.models import Person

A_DAY = timedelta(days=1)


@transaction.atomic
def keep(output: Output, *, by: Person | None, note: str = "") -> OutputVersion:
    """Keep the text as it stands under the next number."""
    Output.objects.select_for_update().get(pk=output.pk)
    content = packed(content_of(output.pk))
    last = output.versions.aggregate(last=Max("number"))["last"] or 0
    return OutputVersion.objects.create(
        output=output, number=last + 1, words=words_of(blocks_of(content)), content=content, note=note[:300], kept_by=by
    )


def keep_if_changed(output: Output, *, by: Person | None, note: str = "") -> OutputVersion | None:
    """Keep the text unless the last version says the same."""
    last = output.versions.first()
    words = words_of(blocks_of(content_of(output.pk)))
    if words == (last.words if last else ""):
        return None
    return keep(output, by=by, note=note)


def keep_daily() -> int:
    """Keep each text that changed, once a day. Returns how many were kept."""
    yesterday = now() - A_DAY
    changed = Output.objects.annotate(kept=Max("versions__kept_at")).filter(
        Q(kept__isnull=True, made_at__lt=yesterday) | Q(kept__lt=yesterday) & Q(kept__lt=F("changed_at")),
        last_update__gt=0,
    )
    return sum(keep_if_changed(output, by=None) is not None for output in changed)


@transaction.atomic
def restore(version: OutputVersion, *, by: Person) -> OutputVersion:
    """Make the text say what an earlier version said. What it says now is kept first, so nothing is lost."""
    output = writing.open_for_writing(version.output_id)
    keep_if_changed(output, by=by, note=_("Before version %(number)s was brought back") % {"number": version.number})
    blocks = blocks_of(bytes(version.content))
    update = rewritten(content_of(output.pk), to=[Written(block_words(block), block) for block in blocks])
    if update:
        writing.add(output, content=update)
    return keep(output, by=by, note=_("As it was in version %(number)s") % {"number": version.number})
