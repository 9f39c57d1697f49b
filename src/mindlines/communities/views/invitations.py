from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mindlines.communities import rules
from mindlines.communities.access import members as doors
from mindlines.communities.access import membership
from mindlines.communities.actions import invitations as actions
from mindlines.communities.forms.choosing import numbers
from mindlines.communities.forms.invitations import InviteForm
from mindlines.communities.queries import invitations as queries
from mindlines.people.access import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def invite(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = membership(request.user, slug, may=rules.facilitate)
    people = queries.first_to_ask(viewer.community, only=numbers(request.GET.getlist("only")))
    form = InviteForm(request.POST or None, people=people)
    if form.is_valid():
        chosen = [member for member in people if member.pk in form.chosen()]
        sent = actions.ask(chosen, by=request.user, way=form.cleaned_data["way"], words=form.cleaned_data["words"])
        return _sent(request, slug, letters=sum(invitation.way == "letter" for invitation in sent), all_sent=len(sent))
    shown = {"viewer": viewer, "form": form, "people": people, "most": queries.AT_ONCE}
    return render(request, "communities/invitations/invite.html", shown)


@login_required
@require_safe
def letters(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = membership(request.user, slug, may=rules.facilitate)
    shown = {"viewer": viewer, "letters": queries.open_letters(viewer.community)}
    return render(request, "communities/invitations/letters.html", shown)


@login_required
@require_POST
def again(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = doors.invitation(request.user, slug, pk=pk)
    actions.again(found, by=request.user)
    messages.success(request, _("Sent again. It works for another 30 days."))
    return redirect(found.membership)


@login_required
@require_POST
def withdraw(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = doors.invitation(request.user, slug, pk=pk)
    actions.withdraw(found, by=request.user)
    messages.success(request, _("The invitation is taken back. Its link and code no longer work."))
    return redirect(found.membership)


def _sent(request: SignedInRequest, slug: str, *, letters: int, all_sent: int) -> HttpResponse:
    mails = all_sent - letters
    if mails:
        words = ngettext("%(count)d mail is on its way.", "%(count)d mails are on their way.", mails)
        messages.success(request, words % {"count": mails})
    if letters:
        words = ngettext("%(count)d letter is ready to print.", "%(count)d letters are ready to print.", letters)
        messages.success(request, words % {"count": letters})
        return redirect("communities:invitation_letters", slug=slug)
    return redirect("communities:members", slug=slug)
