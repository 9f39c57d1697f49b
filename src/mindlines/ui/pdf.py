"""Papers: one template becomes a PDF, or a page to print where the machine cannot make a PDF."""

import mimetypes
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _

# A name that no server answers to: addresses under it are only ever looked up among our own static files.
_OURS = "http://paper.invalid"

# What a picture holds, and of which media type it is.
Picture = tuple[bytes, str]


class NoPdf(Exception):
    """This machine lacks the libraries that draw PDF files; the message says what the reader can do."""


def render_pdf(template: str, *, context: dict[str, Any], pictures: Mapping[str, Picture] | None = None) -> bytes:
    """The template as a tagged PDF file.

    Nothing is fetched but this program's own static files, and `pictures` by the address under which a page shows them. Raises `NoPdf` where Pango and its kin are missing.
    WeasyPrint is imported here because that takes more than a second, and most processes never draw a PDF.
    """
    html = render_to_string(template, {**context, "is_pdf": True})
    try:
        from weasyprint import HTML  # noqa: PLC0415 - see the docstring
        from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415
    except (ImportError, OSError) as problem:
        raise NoPdf(_("This computer cannot make PDF files. Print the page from your browser instead.")) from problem

    class OwnFiles(URLFetcher):  # type: ignore[misc]  # the package has no types
        """Serves our static files and the pictures handed in, and refuses every other address."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if pictures and (held := pictures.get(url.removeprefix(_OURS))):
                return URLFetcherResponse(url, held[0], {"Content-Type": held[1]})
            path = static_file(url)
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})

    drawn: bytes = HTML(string=html, base_url=f"{_OURS}/", url_fetcher=OwnFiles()).write_pdf(pdf_variant="pdf/ua-1")
    return drawn


def paper(
    request: HttpRequest,
    template: str,
    *,
    context: dict[str, Any],
    file_name: str,
    pictures: Mapping[str, Picture] | None = None,
) -> HttpResponse:
    """An answer with the PDF, or with the same page and print styles where PDF files cannot be made."""
    try:
        drawn = render_pdf(template, context=context, pictures=pictures)
    except NoPdf as problem:
        return render(request, template, {**context, "cannot": str(problem)})
    name = get_valid_filename(file_name)
    return HttpResponse(drawn, "application/pdf", headers={"Content-Disposition": f'inline; filename="{name}.pdf"'})


def static_file(url: str) -> Path:
    """The static file that an address of a paper means; raises `ValueError` for every other address."""
    parts = urlsplit(url)
    prefix = f"{get_script_prefix()}{settings.STATIC_URL.lstrip('/')}"
    if f"{parts.scheme}://{parts.netloc}" != _OURS or not parts.path.startswith(prefix):
        raise ValueError(f"Papers use own static files only, not {url}")
    name = unquote(parts.path.removeprefix(prefix))
    root = Path(settings.STATIC_ROOT).resolve()
    collected = (root / name).resolve()
    if collected.is_relative_to(root) and collected.is_file():
        return collected
    found = finders.find(name)
    if not found:
        raise ValueError(f"No static file {name}")
    return Path(str(found))
