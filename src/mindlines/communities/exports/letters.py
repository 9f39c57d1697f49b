"""Invitations on paper."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from mindlines.communities import rules
from mindlines.communities.access import membership
from mindlines.communities.forms.choosing import numbers
from mindlines.communities.queries import invitations
from mindlines.people.access import SignedInRequest
from mindlines.ui.pdf import paper


@login_required
@require_safe
def letters(request: SignedInRequest, slug: str) -> HttpResponse:
    """All open letters, or the one named by `only`, in one file; `large` makes all of them large print."""
    viewer = membership(request.user, slug, may=rules.facilitate)
    community = viewer.community
    found = invitations.open_letters(community, only=numbers(request.GET.getlist("only")))
    if not found:
        raise Http404
    for letter in found:
        letter.is_large = letter.is_large or "large" in request.GET  # type: ignore[attr-defined]  # annotated
    join = f"{settings.MINDLINES_ADDRESS}{reverse('communities:join')}".partition("://")[2]
    context = {"community": community, "letters": found, "join": join}
    with translation.override(community.language):
        return paper(request, "communities/paper/letters.html", context=context, file_name=f"{slug}-invitations")
