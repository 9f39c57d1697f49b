from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mindlines.communities.queries import search as searching
from mindlines.pages.forms.search import SearchForm
from mindlines.pages.queries import search as chips
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def search(request: SignedInRequest) -> HttpResponse:
    """Whatever this person may see that holds the words, or means them."""
    form = SearchForm(request.GET)
    results = searching.look(request.user, typed=form.typed, narrowed=form.narrowed, to_the_letter=form.to_the_letter)
    page = Paginator(results.hits, 20).get_page(request.GET.get("page"))
    context = {
        "typed": form.typed,
        "chips": chips.rows(results.choices, asked=request.GET),
        "without_choices": chips.without_choices(request.GET) if form.narrowed else "",
        "results": results,
        "people": searching.people_found(request.user, typed=form.typed)[:12],
        "page": page,
        "rows": searching.rows(list(page), units=results.units),
    }
    return render(request, "pages/search.html", context)
