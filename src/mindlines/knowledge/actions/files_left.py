"""Files on the disk whose row is gone: what was withdrawn when the machine stopped before the file could be deleted."""

from datetime import timedelta

from django.core.files.storage import default_storage

from mindlines.kernel.times import now
from mindlines.knowledge.models import ItemFile

# A file is written before its row; so a young one may still get one.
GRACE = timedelta(days=1)
FOLDER = "knowledge"


def forget() -> int:
    """Delete them. Returns how many there were."""
    storage = default_storage
    if not storage.exists(FOLDER):
        return 0
    years = [name for name in storage.listdir(FOLDER)[0] if name.isdecimal()]
    kept = [f"{FOLDER}/{year}/{name}" for year in years for name in storage.listdir(f"{FOLDER}/{year}")[1]]
    known = set(ItemFile.objects.values_list("file", flat=True))
    left = [name for name in kept if name not in known and storage.get_modified_time(name) < now() - GRACE]
    for name in left:
        storage.delete(name)
    return len(left)
