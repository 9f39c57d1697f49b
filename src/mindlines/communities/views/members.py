from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from mindlines.communities import rules
from mindlines.communities.access import members as doors
from mindlines.communities.access import membership
from mindlines.communities.actions import invitations
from mindlines.communities.actions import members as actions
from mindlines.communities.forms.members import AddForm, FilterForm, edit_form
from mindlines.communities.queries import members as queries
from mindlines.people.access import SignedInRequest


@login_required
@require_safe
def members(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = membership(request.user, slug)
    form = FilterForm(request.GET, community=viewer.community, standings=queries.standings(viewer))
    wanted = form.wanted()
    page = queries.page(viewer, wanted=wanted, number=request.GET.get("page", "1"))
    shown = {"viewer": viewer, "form": form, "page": page, "wanted": wanted, "may_change": rules.facilitate(viewer)}
    return render(request, "communities/members/list.html", shown)


@login_required
@require_safe
def member(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = doors.member(request.user, slug, pk=pk)
    may_change = rules.write_member(found)
    sees_private = rules.step_back(found)
    shown = {
        "viewer": found.viewer,
        "member": found,
        "roles": queries.held_roles(found),
        "may_change": may_change,
        "sees_private": sees_private,
        "needs": queries.needs(found) if sees_private else [],
        "invitations": queries.invitations(found) if may_change else [],
    }
    return render(request, "communities/members/member.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = membership(request.user, slug, may=rules.facilitate)
    form = AddForm(request.POST or None, community=viewer.community)
    if form.is_valid():
        standing = form.cleaned_data["standing"]
        made = actions.add(form.details(), to=viewer.community, by=request.user, standing=standing)
        if made.standing != standing:
            invitations.ask([made], by=request.user, way="mail")
            messages.success(
                request, _("%(name)s uses this site already, so we asked them by mail.") % {"name": made.name}
            )
        else:
            messages.success(request, _("%(name)s is on the list.") % {"name": made.name})
        return redirect(made)
    return render(request, "communities/members/add.html", {"viewer": viewer, "form": form})


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = doors.member(request.user, slug, pk=pk, may=rules.write_member)
    form = edit_form(found, data=request.POST or None)
    if form.is_valid():
        actions.change(found, by=request.user, details=form.details(name=found.name))
        messages.success(request, _("Saved."))
        return redirect(found)
    return render(request, "communities/members/edit.html", {"viewer": found.viewer, "member": found, "form": form})
