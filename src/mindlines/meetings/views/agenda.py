from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.kernel.identifiers import link_secret
from mindlines.meetings import access, rules
from mindlines.meetings.actions import agenda as actions
from mindlines.meetings.actions import waiting as waiting_actions
from mindlines.meetings.forms.agenda import BringForm, ItemForm, KeyForm, MinutesForm, OrderForm, QuickItemForm
from mindlines.meetings.measures.agenda import balance
from mindlines.meetings.queries import agenda as queries
from mindlines.meetings.queries import meetings, waiting
from mindlines.meetings.queries.methods import library
from mindlines.people.access import SignedInRequest
from mindlines.ui import flash


@login_required
@require_http_methods(["GET", "POST"])
def agenda(request: SignedInRequest, pk: int) -> HttpResponse:
    """The builder: items with their times, what waits, and how the lead is shared. A post adds an item."""
    meeting = access.meeting(request.user, pk, may=rules.plan)
    form = QuickItemForm(request.POST or None, meeting=meeting)
    if form.is_valid():
        item = actions.add(meeting, by=request.user, words=form.words(), key=form.cleaned_data["key"])
        messages.success(request, _("“%(title)s” is on the agenda.") % {"title": item.title})
        return redirect(_at(pk, "add"))
    items = queries.programme(meeting)
    drawn = {
        "items": items,
        "length": queries.length(meeting, items=items),
        "balance": balance(meeting, items=items),
        "waiting": waiting.for_community(meeting.community)[:8],
        "paths": meetings.paths(meeting),
    }
    shown = {"viewer": meeting.viewer, "meeting": meeting, "form": form, "copy_key": link_secret(), **drawn}
    return render(request, "meetings/agenda/builder.html", shown)


@login_required
@require_POST
def order(request: SignedInRequest, pk: int) -> HttpResponse:
    """One step by a button, or to a place by dragging."""
    form = OrderForm(request.POST)
    if not form.is_valid():
        access.meeting(request.user, pk, may=rules.plan)
        return redirect("meetings:agenda", pk=pk)
    item = access.item(request.user, form.cleaned_data["item"], of=pk)
    if form.cleaned_data["place"] is not None:
        actions.place(item, by=request.user, at=form.cleaned_data["place"])
    else:
        actions.move(item, by=request.user, steps=form.steps)
    return redirect(_at(pk, f"item-{item.pk}"))


@login_required
@require_http_methods(["GET", "POST"])
def item(request: SignedInRequest, pk: int, item: int) -> HttpResponse:
    """Everything about one item."""
    found = access.item(request.user, item, of=pk)
    form = ItemForm(request.POST or None, meeting=found.meeting, item=found)
    if form.is_valid():
        version = form.cleaned_data["version"]
        actions.change(
            found, by=request.user, words=form.words(), version=found.version if version is None else version
        )
        messages.success(request, _("“%(title)s” is changed.") % {"title": form.cleaned_data["title"]})
        return redirect(_at(pk, f"item-{item}"))
    shown = {"viewer": found.meeting.viewer, "meeting": found.meeting, "item": found, "form": form}
    shown |= {"copy_key": link_secret(), "guide": library.method(found.method)}
    return render(request, "meetings/agenda/item.html", shown)


@login_required
@require_POST
def minutes(request: SignedInRequest, pk: int, item: int) -> HttpResponse:
    found = access.item(request.user, item, of=pk)
    form = MinutesForm(request.POST)
    if form.is_valid():
        actions.give_minutes(found, by=request.user, minutes=form.cleaned_data["minutes"])
    return redirect(_at(pk, f"item-{item}"))


@login_required
@require_POST
def duplicate(request: SignedInRequest, pk: int, item: int) -> HttpResponse:
    found = access.item(request.user, item, of=pk)
    form = KeyForm(request.POST)
    fresh = actions.duplicate(found, by=request.user, key=form.cleaned_data["key"] if form.is_valid() else "")
    return redirect(_at(pk, f"item-{fresh.pk}"))


@login_required
@require_POST
def remove(request: SignedInRequest, pk: int, item: int) -> HttpResponse:
    found = access.item(request.user, item, of=pk)
    removed = actions.remove(found, by=request.user)
    undo = reverse("meetings:agenda_restore", kwargs={"pk": pk, "removed": removed.pk})
    flash.undoable(request, _("“%(title)s” is off the agenda.") % {"title": found.title}, undo_url=undo)
    return redirect("meetings:agenda", pk=pk)


@login_required
@require_POST
def restore(request: SignedInRequest, pk: int, removed: int) -> HttpResponse:
    found = access.removed_item(request.user, removed, of=pk)
    item = actions.restore(found, by=request.user)
    return redirect(_at(pk, f"item-{item.pk}"))


@login_required
@require_POST
def take_up(request: SignedInRequest, pk: int, kind: str, thing: int) -> HttpResponse:
    """Put something that waits on this agenda."""
    meeting = access.meeting(request.user, pk, may=rules.plan)
    _viewer, found = access.waiting(request.user, meeting.community.slug, kind=kind, pk=thing)
    item = waiting_actions.take_up(found, into=meeting, by=request.user)
    messages.success(request, _("“%(title)s” is on the agenda.") % {"title": item.title})
    return redirect(_at(pk, f"item-{item.pk}"))


@login_required
@require_http_methods(["GET", "POST"])
def bring(request: SignedInRequest, pk: int) -> HttpResponse:
    """The items of another meeting's agenda."""
    meeting = access.meeting(request.user, pk, may=rules.plan)
    form = BringForm(request.POST or None, others=queries.others_with_agenda(meeting))
    if form.is_valid():
        count = actions.bring(meeting, by=request.user, other=form.chosen)
        messages.success(
            request, ngettext("%(count)d item came over.", "%(count)d items came over.", count) % {"count": count}
        )
        return redirect("meetings:agenda", pk=pk)
    return render(request, "meetings/agenda/bring.html", {"viewer": meeting.viewer, "meeting": meeting, "form": form})


@login_required
@require_GET
def names(request: SignedInRequest, pk: int) -> HttpResponse:
    """Names that fit what is being typed, for the list under the field."""
    meeting = access.meeting(request.user, pk, may=rules.plan)
    found = queries.people_named(meeting.community, words=request.GET.get("lead_name", "")[:200])
    return render(request, "meetings/agenda/_names.html", {"people": found})


def _at(pk: int, anchor: str) -> str:
    return f"{reverse('meetings:agenda', kwargs={'pk': pk})}#{anchor}"
