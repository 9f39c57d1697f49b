from hypothesis import given
from hypothesis import strategies as st

from mindlines.kernel.identifiers import CODE_LETTERS, link_secret, short_code, tidy_code
from mindlines.kernel.times import zone, zone_names


def test_codes_have_no_letters_that_people_confuse():
    assert not set("AEIOU01OILS5Z2B8") & set(CODE_LETTERS)


@given(st.sampled_from(["", " ", "-", " – ", "."]), st.booleans())
def test_a_code_is_recognised_however_it_is_typed(gap, small):
    code = short_code()
    typed = code.replace("-", gap)
    assert tidy_code(typed.lower() if small else typed) == code


def test_secrets_differ():
    assert len({link_secret() for _ in range(100)}) == 100


def test_zones_that_can_be_chosen_exist():
    assert "Europe/London" in zone_names()
    assert str(zone("Europe/London")) == "Europe/London"


def test_a_zone_that_nobody_knows_is_utc():
    assert str(zone("Middle/Earth")) == "UTC"
    assert str(zone("../etc/passwd")) == "UTC"
