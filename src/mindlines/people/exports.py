"""What is held about somebody, as a file for them to keep."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.serializers.json import DjangoJSONEncoder
from django.http import JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from mindlines.people import holdings
from mindlines.people.access import SignedInRequest


@login_required
@require_safe
def about_me(request: SignedInRequest) -> JsonResponse:
    held: dict[str, Any] = {
        "about": request.user.name,
        "made_at": timezone.now(),
        "held": [
            {"title": holding.title, "kept": holding.kept, "rows": holding.rows}
            for holding in holdings.held_about(request.user)
        ],
    }
    return JsonResponse(
        held,
        encoder=DjangoJSONEncoder,
        json_dumps_params={"ensure_ascii": False, "indent": 2},
        headers={"Content-Disposition": 'attachment; filename="mindlines-about-me.json"'},
    )
