"""The cast: Ana facilitates, Bo is a lay member who reads easy-read, Chi belongs next door, Dee is nobody here."""

import tempfile

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, override_settings

from mindlines.communities.choices import ConstituencyKind
from mindlines.communities.models import Community, Membership
from mindlines.meetings.models import Meeting
from mindlines.people.models import Person
from tests import make

# What a test uploads lies here, and goes with the last test.
UPLOADED = tempfile.TemporaryDirectory(prefix="mindlines-tests-")


def pytest_configure() -> None:
    """Pages name their styles by the plain name, so that a test needs no collected files."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    own = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": UPLOADED.name}}
    override_settings(STORAGES={**settings.STORAGES, "staticfiles": plain, "default": own}).enable()


def pytest_make_parametrize_id(val: object) -> str | None:
    """A file in a row of a test gives the row no name: packed files hold the second they were made in."""
    return "file" if isinstance(val, bytes) and len(val) > 20 else None


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    django_db_modify_db_settings_parallel_suffix: None,
) -> None:
    """A journey's server reads in threads of its own, and they share a SQLite database only when it is a file."""
    if connection.vendor == "sqlite" and any(item.get_closest_marker("journey") for item in request.session.items):
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.getbasetemp() / "mindlines.sqlite3")


@pytest.fixture
def community(db: None) -> Community:
    made = make.community("Hips and knees", slug="hips")
    make.constituency(made, "Lay members", target=4)
    make.constituency(made, "Clinicians", kind=ConstituencyKind.CLINICAL, target=6)
    make.constituency(made, "Support team", kind=ConstituencyKind.SUPPORT)
    return made


@pytest.fixture
def neighbours(db: None) -> Community:
    made = make.community("Backs", slug="backs")
    make.constituency(made, "Lay members")
    return made


@pytest.fixture
def ana(community: Community) -> Person:
    person = make.person("Ana Alvarez", email="ana@example.org")
    make.facilitator(community, person, constituency=community.constituencies.get(name="Support team"))
    return person


@pytest.fixture
def bo(community: Community) -> Person:
    person = make.person("Bo Berg", email="bo@example.org")
    make.membership(community, person, constituency=community.constituencies.get(name="Lay members"))
    return person


@pytest.fixture
def chi(neighbours: Community) -> Person:
    person = make.person("Chi Chan", email="chi@example.org")
    make.facilitator(neighbours, person)
    return person


@pytest.fixture
def dee(db: None) -> Person:
    return make.person("Dee Diaz", email="dee@example.org")


@pytest.fixture
def anas(community: Community, ana: Person) -> Membership:
    """Ana's membership."""
    return Membership.objects.get(community=community, person=ana)


@pytest.fixture
def bos(community: Community, bo: Person) -> Membership:
    """Bo's membership."""
    return Membership.objects.get(community=community, person=bo)


@pytest.fixture
def meeting(community: Community) -> Meeting:
    return make.meeting(community)


@pytest.fixture
def as_ana(ana: Person) -> Client:
    return signed_in(ana)


@pytest.fixture
def as_bo(bo: Person) -> Client:
    return signed_in(bo)


@pytest.fixture
def as_chi(chi: Person) -> Client:
    return signed_in(chi)


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client
