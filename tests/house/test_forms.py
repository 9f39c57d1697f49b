"""A form that a page includes with `only` must be handed the token that it sends."""

import re

from tests.house import plan

INCLUDE = re.compile(r'{% include "(?P<name>[^"]+)"(?P<rest>[^%]*)%}')


def test_every_form_has_the_token_it_sends():
    words = {named(path): path.read_text() for path in plan.templates()}
    without = [
        f"{name} includes {part['name']}"
        for name, text in words.items()
        for part in INCLUDE.finditer(text)
        if " only" in part["rest"] and "csrf_token=" not in part["rest"] and sends(part["name"], words)
    ]
    assert without == []


def sends(name: str, words: dict[str, str]) -> bool:
    """Whether this template, or one that sees all it sees, draws a token or hands it on."""
    text = words.get(name, "")
    shared = (part["name"] for part in INCLUDE.finditer(text) if " only" not in part["rest"] and part["name"] != name)
    return "{% csrf_token %}" in text or "csrf_token=csrf_token" in text or any(sends(each, words) for each in shared)


def named(path) -> str:
    """As other templates call it."""
    return str(path).split("/templates/")[1]
