"""What is held of what a person judged and led, for the person's own page and file."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext as _

from mindlines.knowledge.models import Adaptation, Attached, Judgement, Negotiation
from mindlines.knowledge.queries import things
from mindlines.people.holdings import Row
from mindlines.people.models import Person


def judged_rows(person: Person) -> Iterable[Row]:
    """What the person judged, in full: only they see this."""
    judged = Judgement.objects.filter(membership__person=person).select_related(
        "negotiation__statement__item__community", "constituency"
    )
    return [
        {
            _("Community"): one.negotiation.statement.item.community.name,
            _("On"): one.given_at,
            _("Statement"): one.negotiation.statement.words,
            _("Question"): one.get_question_display(),
            _("Your answer, 1 to 9"): _("I don’t know") if one.value is None else one.value,
            _("Why"): one.why,
            _("Your group"): one.constituency and one.constituency.name,
        }
        for one in judged.order_by("-negotiation__opened_at", "pk")
    ]


def led_rows(person: Person) -> Iterable[Row]:
    """Negotiations that the person began or settled."""
    led = Negotiation.objects.filter(Q(opened_by=person) | Q(settled_by=person))
    return [
        {
            _("Community"): one.statement.item.community.name,
            _("Statement"): one.statement.words,
            _("Begun by you on"): one.opened_at if one.opened_by_id == person.pk else None,
            _("Settled by you on"): one.settled_at if one.settled_by_id == person.pk else None,
        }
        for one in led.select_related("statement__item__community").order_by("-opened_at", "-pk")
    ]


def laid_rows(person: Person) -> Iterable[Row]:
    """What the person laid on boards, and adaptations that they wrote down."""
    laid = Attached.objects.filter(put_by=person).select_related(
        "negotiation__statement__item__community", "item", "statement__item", "contribution"
    )
    written = Adaptation.objects.filter(made_by=person).select_related("negotiation__statement__item__community")
    return [
        *(
            {
                _("Community"): one.negotiation.statement.item.community.name,
                _("On"): one.put_at,
                _("What it is"): things.key_of(one).partition(":")[0],
            }
            for one in laid
        ),
        *(
            {
                _("Community"): one.negotiation.statement.item.community.name,
                _("On"): one.made_at,
                _("What it is"): _("what is different from the research"),
            }
            for one in written
        ),
    ]
