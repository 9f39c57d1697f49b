from django.conf import settings
from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from mindlines.communities import access as communities
from mindlines.communities.rules import facilitate
from mindlines.people.access import SignedInRequest

from . import access, actions, queries
from .forms import MessagesForm


@login_required
@require_GET
def messages(request: SignedInRequest, slug: str) -> HttpResponse:
    """What was told to whom, and what is still waiting."""
    viewer = communities.membership(request.user, slug, may=facilitate)
    form = MessagesForm(request.GET)
    found = queries.messages_of(viewer.community, **form.wishes())
    return render(
        request,
        "communication/messages.html",
        {
            "viewer": viewer,
            "form": form,
            "waiting": queries.waiting_in(viewer.community),
            "page": Paginator(found, 50).get_page(request.GET.get("page")),
        },
    )


@login_required
@require_GET
def message(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.message(request.user, pk)
    return render(request, "communication/message.html", {"viewer": request.user.here, "message": found})


@login_required
@require_POST
def try_now(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.message(request.user, pk)
    actions.try_now(found)
    notices.success(request, _("We are trying again now."))
    return redirect("communication:message", pk=pk)


@login_required
@require_POST
def mark_done(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.message(request.user, pk)
    actions.mark_done(found)
    notices.success(request, _("Marked as done."))
    return redirect("communication:messages", slug=request.user.here.community.slug)


@login_required
@require_POST
def drop(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.message(request.user, pk)
    actions.drop(found)
    notices.success(request, _("The message will not be sent."))
    return redirect("communication:messages", slug=request.user.here.community.slug)


@require_GET
def mailbox(request: HttpRequest) -> HttpResponse:
    """On a laptop, mail is kept here instead of being sent. There is no such page in production."""
    if not settings.MINDLINES_DEVELOPMENT or settings.MINDLINES_MAIL_HOST:
        raise Http404
    return render(request, "communication/mailbox.html", {"mails": queries.mailbox()})
