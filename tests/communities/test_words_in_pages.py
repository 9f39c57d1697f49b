"""What a template needs to explain words, and what it costs."""

import pytest
from django.template import Context, RequestContext, Template
from django.test import RequestFactory

from mindlines.communities import access
from mindlines.communities.queries import glossary
from tests import make

ROW = "{% load words %}{% marked %}<p>{{ text }}</p>{% endmarked %}"
LIST = '{% include row with text="A PROM" only %}'


@pytest.fixture
def prom(community):
    make.term(community)
    return community


def page_of(bo, template):
    access.membership(bo, "hips")
    request = RequestFactory().get("/")
    request.user = bo
    return RequestContext(request, {"row": Template(ROW), "text": "A PROM"}), Template(template)


def test_a_fragment_that_is_given_only_its_row_explains_the_words_too(bo, prom):
    context, template = page_of(bo, LIST)
    assert 'data-word="' in template.render(context)


def test_all_texts_of_a_page_cost_one_query_and_the_next_page_none(bo, prom, django_assert_num_queries):
    context, template = page_of(bo, LIST * 3)
    with django_assert_num_queries(1):
        template.render(context)
    context, template = page_of(bo, LIST)
    with django_assert_num_queries(0):
        template.render(context)


def test_a_page_without_a_text_asks_nothing(bo, prom, django_assert_num_queries):
    context, template = page_of(bo, "{{ text }}")
    with django_assert_num_queries(0):
        template.render(context)


def test_a_community_without_words_asks_nothing(bo, community, django_assert_num_queries):
    context, template = page_of(bo, ROW)
    with django_assert_num_queries(0):
        assert template.render(context) == "<p>A PROM</p>"


def test_what_is_made_for_many_readers_is_handed_the_words(prom):
    text = "{% load words %}{% marked words %}{{ text }}{% endmarked %}"
    assert "popovertarget" in Template(text).render(Context({"text": "A PROM", "words": glossary.marks(prom)}))
    assert Template(ROW).render(Context({"text": "A PROM"})) == "<p>A PROM</p>"


def test_whoever_chose_so_reads_texts_without_marks_and_nothing_is_asked(bo, prom, django_assert_num_queries):
    context, template = page_of(bo, LIST)
    context.request.COOKIES["ml_words"] = "plain"
    with django_assert_num_queries(0):
        assert template.render(context) == "<p>A PROM</p>"
