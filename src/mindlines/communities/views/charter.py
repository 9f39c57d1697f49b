"""The charter: reading, comparing, and writing the next version."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.communities import access, rules
from mindlines.communities.access.direction import charter_version as version_gate
from mindlines.communities.actions import charter as actions
from mindlines.communities.forms.charter import CharterForm, CompareForm
from mindlines.communities.queries import charter as queries
from mindlines.kernel.errors import Refused
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def charter(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = access.membership(request.user, slug)
    current = queries.current(viewer.community)
    if current is None:
        return render(
            request, "communities/charter/none_yet.html", {"viewer": viewer, "may_write": rules.steer(viewer)}
        )
    shown = {"viewer": viewer, "may_write": rules.steer(viewer), "may_see_names": rules.facilitate(viewer)}
    return render(request, "communities/charter/charter.html", {**shown, **queries.around(current, viewer=viewer)})


@login_required
@require_GET
def version(request: SignedInRequest, slug: str, number: int) -> HttpResponse:
    found = version_gate(request.user, number, slug=slug)
    shown = {"viewer": found.viewer, "may_write": False, "may_see_names": rules.facilitate(found.viewer)}
    return render(request, "communities/charter/charter.html", {**shown, **queries.around(found, viewer=found.viewer)})


@login_required
@require_POST
def read(request: SignedInRequest, slug: str, number: int) -> HttpResponse:
    version = version_gate(request.user, number, slug=slug)
    actions.read(version, by=version.viewer)
    messages.success(request, _("Thank you. We have noted that you read version %(number)d.") % {"number": number})
    return redirect("communities:charter", slug=slug)


@login_required
@require_GET
def readers(request: SignedInRequest, slug: str, number: int) -> HttpResponse:
    version = version_gate(request.user, number, slug=slug, may=rules.see_names_of_readers)
    page = queries.members_and_readings(version, page=request.GET.get("page"))
    return render(
        request, "communities/charter/readers.html", {"viewer": version.viewer, "version": version, "page": page}
    )


@login_required
@require_GET
def versions(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = access.membership(request.user, slug)
    page = queries.versions(viewer.community, page=request.GET.get("page"))
    form = CompareForm.of_the_last_two(queries.numbers(viewer.community))
    return render(request, "communities/charter/versions.html", {"viewer": viewer, "page": page, "form": form})


@login_required
@require_GET
def compare(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = access.membership(request.user, slug)
    form = CompareForm(request.GET, numbers=queries.numbers(viewer.community))
    if not form.is_valid():
        return redirect("communities:charter_versions", slug=slug)
    old = version_gate(request.user, form.cleaned_data["old"], slug=slug)
    new = version_gate(request.user, form.cleaned_data["new"], slug=slug)
    shown = {"viewer": viewer, "old": old, "new": new, "sections": queries.comparison(old, new=new), "form": form}
    return render(request, "communities/charter/compare.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = access.membership(request.user, slug, may=rules.steer)
    before = queries.current(viewer.community)
    form = CharterForm(request.POST or None, before=before, members=queries.could_be_present(viewer.community))
    if form.is_valid():
        wording, based_on = actions.Wording(**form.said()), form.cleaned_data["based_on"]
        present = form.cleaned_data["present"]
        try:
            made = actions.write(viewer.community, wording=wording, based_on=based_on, by=request.user, present=present)
        except Refused as overtaken:
            form.start_over_from(form.number)
            form.add_error(None, str(overtaken))
        else:
            messages.success(request, _("Version %(number)d of the charter is saved.") % {"number": made.number})
            return redirect("communities:charter", slug=slug)
    return render(request, "communities/charter/new.html", {"viewer": viewer, "before": before, "form": form})
