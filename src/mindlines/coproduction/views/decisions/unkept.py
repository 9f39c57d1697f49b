"""What is never put aside for somebody whose session has ended: votes, and words that may have no name."""

from django.http import HttpRequest

SECRET = {"decision_vote", "dissent"}


def is_secret(request: HttpRequest) -> bool:
    """Whether nobody may know who sent this."""
    match = request.resolver_match
    return match is not None and match.app_name == "coproduction" and match.url_name in SECRET
