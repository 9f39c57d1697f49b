from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mindlines.meetings import access, rules
from mindlines.meetings.actions import notices as actions
from mindlines.meetings.forms.invitations import AnnounceForm, WordsForm
from mindlines.meetings.queries import agenda, audience, letters
from mindlines.people.access import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def announce(request: SignedInRequest, pk: int) -> HttpResponse:
    """Whom to invite and with which words, beside what people will read; a second button shows it with these words."""
    meeting = access.meeting(request.user, pk, may=rules.plan)
    groups = agenda.sizes(meeting.community)
    form = AnnounceForm(request.POST or None, meeting=meeting, groups=groups)
    if form.is_valid() and "look" not in request.POST:
        actions.announce(meeting, by=request.user, invitation=form.invitation())
        messages.success(request, _("The meeting is announced. The invitations are on their way."))
        return redirect("meetings:replies", pk=pk)
    shown = {
        "form": form,
        "preview": letters.preview(meeting, words=request.POST.get("words", "")[:2000]),
        "gaps": letters.gaps(meeting),
        "progress": audience.progress(meeting),
        "left": audience.not_invited(meeting).count(),
    }
    return render(
        request, "meetings/invitations/announce.html", {"viewer": meeting.viewer, "meeting": meeting, **shown}
    )


@login_required
@require_http_methods(["GET", "POST"])
def tell_change(request: SignedInRequest, pk: int) -> HttpResponse:
    """After the time or the place of an announced meeting was changed."""
    meeting = access.meeting(request.user, pk, may=rules.plan)
    form = WordsForm(request.POST or None)
    if form.is_valid():
        actions.tell_change(meeting, by=request.user, words=form.cleaned_data["words"])
        messages.success(request, _("Everyone who was invited is being told."))
        return redirect(meeting)
    asked = {
        "question": _("Tell everyone about the change?"),
        "consequences": [
            _("Everyone who was invited is told when and where the meeting is now."),
            _("The entry in their calendar is brought up to date."),
        ],
        "button": _("Tell everyone"),
        "back_url": meeting.get_absolute_url(),
    }
    return render(request, "ui/confirm.html", {"form": form, "viewer": meeting.viewer, **asked})


@login_required
@require_POST
def remind(request: SignedInRequest, pk: int) -> HttpResponse:
    """Those who have not answered, at most once a day."""
    meeting = access.meeting(request.user, pk, may=rules.plan)
    actions.remind(meeting, by=request.user)
    messages.success(request, _("Everyone who has not answered is reminded today."))
    return redirect("meetings:replies", pk=pk)
