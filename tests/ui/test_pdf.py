import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import RequestFactory

from mindlines.ui import pdf


def ours(path: str) -> str:
    return f"http://paper.invalid{path}"


def test_a_paper_uses_our_own_static_files():
    path = pdf.static_file(ours(staticfiles_storage.url("paper/paper.css")))
    assert path.name.startswith("paper.")


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/static/paper/paper.css",
        "file:///etc/passwd",
        ours("/etc/passwd"),
        ours("/static/../../../../etc/passwd"),
        ours("/static/nothing-of-that-name.css"),
    ],
)
def test_a_paper_fetches_nothing_else(address):
    with pytest.raises(Exception, match=r"own static files|No static file|outside|located"):
        pdf.static_file(address)


def test_an_answer_is_a_pdf_or_the_page_itself():
    answer = pdf.paper(RequestFactory().get("/"), "ui/paper/base.html", context={}, file_name="an invitation")
    if answer["Content-Type"] == "application/pdf":
        assert answer.content.startswith(b"%PDF")
        assert 'filename="an_invitation.pdf"' in answer["Content-Disposition"]
    else:
        assert b"cannot make PDF files" in answer.content
