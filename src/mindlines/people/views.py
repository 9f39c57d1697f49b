from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def form_was_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose secret no longer matches: nothing is sent, and the words are given back to copy."""
    kept = [words for name, words in request.POST.items() if name != "csrfmiddlewaretoken" and len(words) > 20]
    return render(request, "ui/form_was_too_old.html", {"kept": kept}, status=403)
