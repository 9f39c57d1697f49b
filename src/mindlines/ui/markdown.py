"""Plain formatting that members write, made safe to show."""

import re

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

_READER = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")
_TAGS = {
    "p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "a",
    "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)


def _in_order(html: str, *, first: int) -> str:
    """Headings follow each other without a gap, whatever marks the writer chose."""
    levels = sorted({int(match[1]) for match in _HEADING.finditer(html)})
    above = first - 1

    def lower(match: re.Match[str]) -> str:
        nonlocal above
        above = min(first + levels.index(int(match[1])), above + 1, 6)
        return f"<h{above}>{match[2]}</h{above}>"

    return _HEADING.sub(lower, html)


def safe_html(text: str, *, first_heading: int = 3) -> SafeString:
    """HTML of the text; its headings start at the level that the page has free."""
    clean = nh3.clean(
        _in_order(_READER.render(text), first=first_heading),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        link_rel="noopener nofollow",
        url_schemes={"http", "https", "mailto", "tel"},
    )
    return mark_safe(clean)  # noqa: S308 - cleaned by nh3 on the line above
