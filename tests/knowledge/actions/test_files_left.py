"""A file whose row is gone does not stay on the disk."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from mindlines.kernel.times import now
from mindlines.knowledge.actions import files_left
from mindlines.knowledge.models import ItemFile
from tests import make_knowledge


@pytest.fixture(autouse=True)
def own_disk(settings, tmp_path):
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "default": storage}


def test_where_nothing_was_ever_brought_in_there_is_nothing_to_forget(db):
    assert files_left.forget() == 0


def test_what_has_no_row_goes_after_a_day_and_what_has_one_stays(community):
    item = make_knowledge.item(community)
    kept = ItemFile.objects.create(
        item=item, file=ContentFile(b"x", name="x"), name="x", media_type="x", size=1, sha256="x"
    )
    left = default_storage.save("knowledge/2026/left", ContentFile(b"left"))
    picture = default_storage.save("knowledge/pictures/2026/cat.png", ContentFile(b"cat"))
    assert files_left.forget() == 0
    with time_machine.travel(now() + timedelta(days=2), tick=False):
        assert files_left.forget() == 1
    there = [default_storage.exists(name) for name in (kept.file.name, left, picture)]
    assert there == [True, False, True]
