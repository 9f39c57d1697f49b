from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mindlines.pages.words import WORDS


@require_GET
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/help.html")


@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/accessibility.html")


@require_GET
def words(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/words.html", {"words": sorted(WORDS, key=lambda each: str(each.word).casefold())})
