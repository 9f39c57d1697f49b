"""Answering an invitation: open to whoever holds the code, signed in or not."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from mindlines.communities.access import joining as doors
from mindlines.communities.actions import invitations as actions
from mindlines.communities.forms.invitations import AnswerForm, CodeForm
from mindlines.communities.queries import invitations as queries
from mindlines.kernel.identifiers import tidy_code


def _against_guessing(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Says what to do about a wrong code; after many of them, to wait."""

    @wraps(view)
    def guarded(request: HttpRequest, **keys: object) -> HttpResponse:
        try:
            return view(request, **keys)
        except doors.TooManyGuesses:
            return render(request, "communities/joining/wait.html", status=429)
        except doors.UnknownCode:
            return render(request, "communities/joining/unknown.html", status=404)

    return guarded


@require_http_methods(["GET", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """A code typed from a letter."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        return redirect("communities:accept", code=tidy_code(form.cleaned_data["code"]) or "unknown")
    return render(request, "communities/joining/join.html", {"form": form})


@never_cache
@require_http_methods(["GET", "POST"])
@_against_guessing
def accept(request: HttpRequest, code: str) -> HttpResponse:
    """Looking is free of consequences, because mail programs open links by themselves; the answer is a POST."""
    invitation = doors.invitation(code, guessed_from=request.META.get("REMOTE_ADDR", ""))
    form = AnswerForm(request.POST or None)
    if form.is_valid() and form.cleaned_data["answer"] == "yes":
        actions.accept(invitation, email=form.cleaned_data["email"])
        return redirect("communities:accept", code=code)
    if form.is_valid():
        actions.decline(invitation)
        return redirect("communities:accept", code=code)
    shown = {"invitation": invitation, "form": form, **queries.what_is_asked(invitation)}
    return render(request, f"communities/joining/{queries.state(invitation)}.html", shown)
