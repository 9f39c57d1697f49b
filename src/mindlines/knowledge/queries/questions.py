"""What to think of before something is withdrawn; each is shown by `ui/confirm.html`."""

from django.urls import reverse
from django.utils.translation import gettext as _

from mindlines.knowledge.models import CitationImport, Item, Negotiation, Statement

Question = dict[str, object]


def withdraw_item(item: Item) -> Question:
    is_story = bool(item.naming)
    consequences = [
        _(
            "Its words, its title, its files and its earlier versions are deleted here, for good. Nobody can bring them back."
        ),
        _("Its statements and its plain versions go with it."),
        _("Where people talked about it or decided on it, the page says: Something was withdrawn here."),
    ]
    if is_story:
        consequences.append(
            _(
                "What people printed, or remember, we cannot take back. Copies of the whole site are kept for a while by whoever runs it."
            )
        )
    if item.said_id is not None:
        consequences.append(
            _("It was made from what somebody said. That stays where it was said. A facilitator can hide it there.")
        )
    return {
        "viewer": item.viewer,
        "question": _("Withdraw this story?") if is_story else _("Withdraw “%(title)s”?") % {"title": item.title},
        "consequences": consequences,
        "button": _("Yes, withdraw it"),
        "back_url": item.get_absolute_url(),
        "dangerous": True,
    }


def take_back_list(found: CitationImport) -> Question:
    back_url = reverse("knowledge:import_done", kwargs={"slug": found.community.slug, "pk": found.pk})
    return {
        "viewer": found.viewer,
        "question": _("Take back the list “%(name)s”?") % {"name": found.file_name},
        "consequences": [
            _("The references that came with it are deleted here. You can bring the file in again."),
            _(
                "Those that somebody has worked with stay: with statements, plain words, a note, or something decided on it."
            ),
            _("Gaps that it filled in references you had before stay filled."),
        ],
        "button": _("Yes, take it back"),
        "back_url": back_url,
        "dangerous": True,
    }


def withdraw_statement(statement: Statement) -> Question:
    return {
        "viewer": statement.viewer,
        "question": _("Withdraw this statement?"),
        "words": f"“{statement.words}”",
        "consequences": [
            _("Its words are deleted here, for good."),
            _("Where people talked about it or decided on it, the page says: Something was withdrawn here."),
        ],
        "button": _("Yes, withdraw it"),
        "back_url": statement.get_absolute_url(),
        "dangerous": True,
    }


def show_judgements(negotiation: Negotiation) -> Question:
    return {
        "viewer": negotiation.viewer,
        "question": _("Show what everybody thinks?"),
        "words": f"“{negotiation.statement.words}”",
        "consequences": [
            _("All members see what each group thinks, question by question. Nobody sees what a person thinks."),
            _(
                "A group is shown when at least three of it judged, and when nobody can be worked out from what is left."
            ),
            _("People can still change their answers until it is settled. You cannot go back to judging alone."),
        ],
        "button": _("Yes, show it"),
        "back_url": negotiation.get_absolute_url(),
    }
