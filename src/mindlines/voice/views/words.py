"""Words that somebody did not understand."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.communities import access as communities
from mindlines.communities.rules import take_part
from mindlines.kernel.identifiers import link_secret
from mindlines.people.access import SignedInRequest
from mindlines.ui import flash
from mindlines.voice.access import contributions as access
from mindlines.voice.actions import words as actions
from mindlines.voice.forms.contributions import AskForm, ExplainForm
from mindlines.voice.queries import words as queries
from mindlines.voice.queries.section import section
from mindlines.voice.views import way


@login_required
@require_GET
def words(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug)
    here = section(viewer)
    shown = {
        "viewer": viewer,
        "section": here,
        "page": queries.explained_page(viewer.community, number=request.GET.get("page")),
        "asked": queries.open_page(viewer.community, number=request.GET.get("asked")) if here.tends else None,
        "put_aside": queries.put_aside(viewer.community) if here.tends else [],
    }
    return render(request, "voice/words/list.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def ask(request: SignedInRequest, slug: str) -> HttpResponse:
    """From any page of the community; the way leads back to it, and nothing keeps which one it was."""
    viewer = communities.membership(request.user, slug, may=take_part)
    form = AskForm(request.POST if request.method == "POST" else None, initial={"key": link_secret()})
    if not form.is_valid():
        back = request.POST.get("back") or request.GET.get("back", "")
        shown = {"viewer": viewer, "form": form, "back": back[:500]}
        return render(request, "voice/words/ask.html", shown, status=422 if form.is_bound else 200)
    word = actions.ask(viewer.community, by=viewer, **form.cleaned_data)
    if word.meaning:
        messages.success(request, _("“%(word)s” means: %(meaning)s") % {"word": word, "meaning": word.meaning})
    else:
        messages.success(
            request, _("Thank you for asking. Nobody can see that it was you. A facilitator will explain it.")
        )
    return way.back(request, otherwise=reverse("voice:words", kwargs={"slug": slug}))


@login_required
@require_POST
def explain(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    word = access.word_request(request.user, slug, pk=pk)
    form = ExplainForm(request.POST)
    if not form.is_valid():
        shown = {"viewer": word.viewer, "word": word, "form": form}
        return render(request, "voice/words/explain.html", shown, status=422)
    actions.explain(word, by=request.user, meaning=form.cleaned_data["meaning"])
    messages.success(request, _("Now everyone can read what “%(word)s” means.") % {"word": word})
    return way.back(request, otherwise=reverse("voice:words", kwargs={"slug": slug}))


@login_required
@require_POST
def drop(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    word = access.word_request(request.user, slug, pk=pk)
    actions.drop(word, by=request.user)
    undo = reverse("voice:word_back", kwargs={"slug": slug, "pk": pk})
    flash.undoable(request, _("The word is put aside."), undo_url=undo)
    return way.back(request, otherwise=reverse("voice:words", kwargs={"slug": slug}))


@login_required
@require_POST
def bring_back(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    word = access.word_request(request.user, slug, pk=pk)
    actions.bring_back(word, by=request.user)
    return redirect("voice:words", slug=slug)
