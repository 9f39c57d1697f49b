"""What words mean stood beside the question; from now on it stands in the glossary, and nothing that was written is lost."""

import secrets
from typing import Any

from django.db import migrations

DROPPED = "dropped"


def to_the_glossary(apps: Any, schema_editor: Any) -> None:
    requests = apps.get_model("voice", "WordRequest").objects.using(schema_editor.connection.alias)
    for request in requests.exclude(meaning="").select_related("community").iterator():
        terms = request.community.terms
        term = terms.filter(word__iexact=request.word).first()
        if term is None:
            # What was put aside is no word or names somebody: it is kept, and shown to nobody.
            is_shown = request.state != DROPPED
            term = terms.create(word=request.word, meaning=request.meaning, is_shown=is_shown)
            if is_shown:
                make_findable(apps, term)
        request.term = term
        request.state = DROPPED if request.state == DROPPED else "open"
        request.save(update_fields=["term", "state"])
        request.community.words_version = secrets.token_urlsafe(24)
        request.community.save(update_fields=["words_version"])


def make_findable(apps: Any, term: Any) -> None:
    apps.get_model("communities", "SearchEntry").objects.update_or_create(
        ref=f"communities.term:{term.pk}",
        defaults={
            "community": term.community,
            "kind": "word",
            "title": term.word,
            "words": term.meaning,
            "url": f"/communities/{term.community.slug}/words/{term.pk}/",
        },
    )


def back_beside_the_question(apps: Any, schema_editor: Any) -> None:
    requests = apps.get_model("voice", "WordRequest").objects.using(schema_editor.connection.alias)
    for request in requests.filter(term__isnull=False).select_related("term").iterator():
        request.meaning = request.term.meaning[:500]
        request.state = DROPPED if request.state == DROPPED else "explained"
        request.save(update_fields=["meaning", "state"])


class Migration(migrations.Migration):
    dependencies = [("voice", "0003_word_terms"), ("communities", "0006_search_places")]

    operations = [migrations.RunPython(to_the_glossary, back_beside_the_question)]
