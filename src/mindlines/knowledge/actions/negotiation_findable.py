"""Finding a negotiation by searching. Nobody's judgement is in its entry."""

from mindlines.communities.actions import search
from mindlines.communities.choices import FoundKind
from mindlines.knowledge.models import Negotiation, Statement


def put(negotiation: Negotiation) -> None:
    """Enter a negotiation with the words of its board and of what came of it."""
    statement = negotiation.statement
    changed = negotiation.adaptations.values_list("changed", "because", "core_lost", "still_works")
    parts = (
        negotiation.setting,
        negotiation.research,
        negotiation.here,
        negotiation.lived,
        str(negotiation.get_outcome_display()) if negotiation.outcome else "",
        negotiation.why,
        negotiation.found,
        *(words for row in changed for words in row),
    )
    search.put(
        f"knowledge.negotiation:{negotiation.pk}",
        community=statement.item.community,
        kind=FoundKind.NEGOTIATION,
        title=statement.words,
        words="\n".join(part for part in parts if part),
        url=negotiation.get_absolute_url(),
    )


def put_of(statement: Statement) -> None:
    """Enter anew what was negotiated about a statement, because its words changed or are gone."""
    for negotiation in statement.negotiations.select_related("statement__item__community"):
        put(negotiation)
