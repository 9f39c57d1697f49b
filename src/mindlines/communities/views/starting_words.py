"""Starting words: looked at first, taken in by one button, taken out by another."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from mindlines.communities import access, rules
from mindlines.communities.actions import words as actions
from mindlines.communities.queries import starting_words as queries
from mindlines.people.access import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def take_in(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = access.membership(request.user, slug, may=rules.facilitate)
    if request.method == "POST":
        count = actions.take_in(viewer.community, by=request.user)
        said = ngettext("%(count)d word is taken in.", "%(count)d words are taken in.", count)
        messages.success(request, said % {"count": count})
        return redirect("communities:words", slug=slug)
    shown = {
        "viewer": viewer,
        "listed": queries.starting_words(),
        "missing": queries.missing(viewer.community),
        "untouched": len(queries.untouched(viewer.community)),
    }
    return render(request, "communities/words/start.html", shown)


@login_required
@require_POST
def take_out(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = access.membership(request.user, slug, may=rules.facilitate)
    count = actions.take_out(viewer.community, by=request.user)
    said = ngettext("%(count)d word is taken out again.", "%(count)d words are taken out again.", count)
    messages.success(request, said % {"count": count})
    return redirect("communities:words", slug=slug)
