"""What tags and components put on the page."""

from datetime import UTC, date, datetime, time

import pytest
from django.contrib.messages.storage.base import Message
from django.core.paginator import Paginator
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import timezone

from mindlines.ui import pictures
from mindlines.ui.flash import UNDO
from mindlines.ui.markdown import safe_html

MOMENT = datetime(2026, 12, 9, 10, 0, tzinfo=UTC)


def shown(source: str, **values: object) -> str:
    with timezone.override(UTC):
        return Template(source).render(Context(values))


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{{ moment|when }}", "Wednesday 9 December 2026, 10am"),
        ("{{ moment|when_until:moment }}", "10am to 10am"),
        ("{{ moment|day }}", "Wednesday 9 December 2026"),
        ("{{ moment|short_day }}", '<time datetime="2026-12-09">9 December 2026</time>'),
        ("{{ day|short_day }}", '<time datetime="2026-12-09">9 December 2026</time>'),
        ("{{ moment|clock }}", "10am"),
        ("{{ midnight|clock }}", "midnight"),
        ("{{ 80|minutes_words }}", "1 hour 20 minutes"),
        ("{{ moment|in_zone|date:'H' }}{{ day|in_zone|date:'d' }}", "1009"),
        ("{{ 'Ana Maria (chair) Marsh'|initials }}{{ ''|initials }}", "AM"),
        ("{{ '*yes*'|plain_markdown }}", "<em>yes</em>"),
    ],
)
def test_a_filter_says_it_in_words(source, said):
    assert said in shown(source, moment=MOMENT, day=date(2026, 12, 9), midnight=time(0))


@pytest.mark.parametrize("name", ["when", "day", "short_day", "clock", "minutes_words", "plain_markdown"])
def test_nothing_is_shown_for_nothing(name):
    assert shown("{{ nothing|" + name + " }}", nothing=None) == ""


def test_writing_loses_what_could_harm():
    html = safe_html(
        "# One\n\n### Three\n\n<script>alert(1)</script> [x](javascript:alert(1)) [y](https://example.org)"
    )
    assert "<script" not in html
    assert 'href="javascript' not in html
    assert '<a href="https://example.org" rel="noopener nofollow">' in html


def test_headings_in_writing_follow_each_other_without_a_gap():
    assert (
        safe_html("### First\n\n# Second\n\n### Third").replace("\n", "")
        == "<h3>First</h3><h3>Second</h3><h4>Third</h4>"
    )
    assert safe_html("# Only", first_heading=2).strip() == "<h2>Only</h2>"


def test_a_query_keeps_what_is_not_changed():
    request = RequestFactory().get("/", {"q": "knee", "page": "3"})
    assert shown("{% query_with page=None sort='name' %}", request=request) == "?q=knee&amp;sort=name"
    assert shown("{% query_with page=2 %}") == "?"


def test_the_pager_links_to_both_sides_and_keeps_the_search():
    request = RequestFactory().get("/", {"q": "knee"})
    pages = Paginator(range(50), 20)
    middle = shown("{% pager page %}", page=pages.page(2), request=request)
    assert 'href="?q=knee&amp;page=1"' in middle
    assert 'href="?q=knee&amp;page=3"' in middle
    assert "Previous" not in shown("{% pager page %}", page=pages.page(1), request=request)
    assert shown("{% pager page %}", page=Paginator([1], 20).page(1), request=request).strip() == ""


def test_a_share_bar_says_in_a_table_what_it_draws():
    bar = pictures.share_bar(
        [{"label": "Lay", "count": 1, "tone": 2}, {"label": "Clinical", "count": 3}], title="Who leads"
    )
    assert [(part.start, part.width, part.end, part.share, part.tone) for part in bar.parts] == [
        (0.0, 25.0, 25.0, 25, 2),
        (25.0, 75.0, 100.0, 75, 2),
    ]
    html = shown("{% share_bar parts title='Who leads' counted='minutes' %}", parts=[{"label": "Lay", "count": 1}])
    assert "100%" in html
    assert "Minutes" in html
    assert "style=" not in html


def test_a_bar_of_nothing_is_empty():
    assert [part.width for part in pictures.share_bar([{"label": "Lay", "count": 0}], title="Who").parts] == [0.0]


def test_an_order_can_be_changed_with_buttons_alone():
    items = [{"id": 1, "title": "Welcome"}, {"id": 2, "title": "Waiting"}]
    html = shown("{% sortable_list items url='/move/' label='Agenda' %}", items=items, csrf_token="secret")
    assert html.count('action="/move/"') == 2
    assert html.count("disabled") == 2
    assert html.count('value="secret"') == 2
    assert "Move up: Waiting" in " ".join(html.split())


def test_a_menu_posts_what_changes_things():
    actions = [{"label": "Change", "url": "/a/"}, {"label": "Send", "url": "/b/", "post": True}]
    html = shown("{% action_menu actions label='More' %}", actions=actions, csrf_token="secret")
    assert '<a href="/a/"' in html
    assert 'method="post" action="/b/"' in html
    assert 'value="secret"' in html


def test_a_message_can_carry_the_way_back():
    messages = [Message(25, "Moved.", f"{UNDO}/undo/"), Message(20, "Only words.")]
    html = render_to_string("ui/_flash.html", {"messages": messages})
    assert html.count("<form") == 1
    assert 'action="/undo/"' in html


def test_a_state_has_a_shape_of_its_own():
    shapes = {
        render_to_string("ui/tag.html", {"words": "Now", "tone": tone}).split("icons.svg#")[1][:4]
        for tone in ("good", "warm", "bad", "info", "brand", "")
    }
    assert len(shapes) == 6


@pytest.mark.parametrize("name", ["400", "403", "404", "405", "413", "500", "503"])
def test_an_error_page_stands_without_a_shell(name):
    html = render_to_string(f"ui/error/{name}.html")
    assert html.count("<h1>") == 1
    assert "data-form-failed" in html


def test_a_refusal_says_why_and_leads_back():
    html = render_to_string("ui/refused.html", {"words": "The agenda is closed.", "back_url": "/meetings/1/"})
    assert "The agenda is closed." in html
    assert 'href="/meetings/1/"' in html


def test_a_question_names_what_follows():
    html = render_to_string(
        "ui/confirm.html",
        {"question": "Cancel it?", "consequences": ["Everybody is told"], "button": "Cancel", "back_url": "/"},
    )
    assert "<h1>Cancel it?</h1>" in html
    assert "Everybody is told" in html
