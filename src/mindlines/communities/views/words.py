"""The words of a community, and what each of them means."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.communities import access, rules
from mindlines.communities.access.words import term as gate
from mindlines.communities.actions import words as actions
from mindlines.communities.forms.words import LookForm, WordForm
from mindlines.communities.queries import words as queries
from mindlines.kernel.errors import Refused
from mindlines.people.access import SignedInRequest
from mindlines.ui import flash
from mindlines.ui.pdf import paper


@login_required
@require_GET
def words(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = access.membership(request.user, slug)
    form = LookForm(request.GET)
    wanted = queries.Wanted(**form.wanted())
    shown = {
        "viewer": viewer,
        "form": form,
        "wanted": wanted,
        "letters": queries.letters(viewer.community),
        "page": queries.page(viewer, wanted=wanted, number=request.GET.get("page")),
        "has_hidden": queries.has_hidden(viewer),
        "may_write": rules.take_part(viewer),
        "may_hide": rules.facilitate(viewer),
    }
    return render(request, "communities/words/list.html", shown)


@login_required
@require_GET
def word(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    term = gate(request.user, slug, pk=pk)
    shown = {
        "viewer": term.viewer,
        "row": queries.row(term),
        "history": queries.history(term),
        "may_write": rules.write_word(term),
        "may_hide": rules.hide_word(term),
        "may_find_clear": rules.find_word_clear(term),
        "is_own_reading": term.read_by_id == term.viewer.pk,
    }
    return render(request, "communities/words/word.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = access.membership(request.user, slug, may=rules.take_part)
    form = WordForm(request.POST or None, word=request.GET.get("word", "")[:100])
    if form.is_valid():
        try:
            made = actions.write(viewer.community, wording=actions.Wording(**form.said()), by=request.user)
        except Refused as taken:
            form.add_error("word", str(taken))
        else:
            messages.success(request, _("Now everyone can read what “%(word)s” means.") % {"word": made.word})
            return redirect(made)
    return render(request, "communities/words/new.html", {"viewer": viewer, "form": form})


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    term = gate(request.user, slug, pk=pk, may=rules.write_word)
    form = WordForm(request.POST or None, term=term)
    if form.is_valid():
        wording, based_on = actions.Wording(**form.said()), form.cleaned_data["based_on"]
        try:
            changed = actions.change(term, wording=wording, based_on=based_on, by=request.user)
        except Refused as overtaken:
            form.start_over_from(term.version)
            form.add_error(None, str(overtaken))
        else:
            messages.success(request, _("The word is changed."))
            return redirect(changed)
    return render(request, "communities/words/edit.html", {"viewer": term.viewer, "term": term, "form": form})


@login_required
@require_POST
def hide(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    term = gate(request.user, slug, pk=pk, may=rules.hide_word)
    actions.hide(term, by=request.user)
    undo = reverse("communities:word_show", kwargs={"slug": slug, "pk": pk})
    flash.undoable(request, _("The word is hidden. Texts no longer explain it."), undo_url=undo)
    return redirect("communities:words", slug=slug)


@login_required
@require_POST
def show(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    term = gate(request.user, slug, pk=pk, may=rules.hide_word)
    actions.show(term, by=request.user)
    messages.success(request, _("Everyone can see the word again."))
    return redirect(term)


@login_required
@require_POST
def clear(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    term = gate(request.user, slug, pk=pk, may=rules.find_word_clear)
    actions.find_clear(term, by=term.viewer)
    messages.success(request, _("Thank you. Others can see that a lay member finds it clear."))
    return redirect(term)


@login_required
@require_POST
def unclear(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    term = gate(request.user, slug, pk=pk, may=rules.find_word_clear)
    actions.take_back_clear(term, by=term.viewer)
    messages.success(request, _("That is taken back."))
    return redirect(term)


@login_required
@require_GET
def on_paper(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = access.membership(request.user, slug)
    large = request.GET.get("large") == "yes"
    rows = queries.everything(viewer.community)
    listed = next((row.listed for row in rows if row.listed), None)
    shown = {"community": viewer.community, "rows": rows, "listed": listed, "large": large}
    return paper(request, "communities/words/paper.html", context=shown, file_name=_("Words we explain"))
