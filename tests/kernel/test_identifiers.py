from hypothesis import given
from hypothesis import strategies as st

from mindlines.kernel.identifiers import CODE_LETTERS, link_secret, nhs_numbers, short_code, tidy_code
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


def test_numbers_of_patients_are_recognised_however_they_are_typed():
    assert nhs_numbers("of 943 476 5919, 943-476-5919 and 9434765919") == ["943 476 5919", "943-476-5919", "9434765919"]
    assert nhs_numbers("987 654 4322 again 987 654 4322") == ["987 654 4322"]


def test_other_numbers_are_left_alone():
    for words in ("943 476 5918", "01538 372105", "19434765919", "943.476.5919", "1234567891", "10.9434765919"):
        assert nhs_numbers(words) == []


def test_a_number_whose_last_figure_checks_to_nothing():
    assert nhs_numbers("400 000 0004") == ["400 000 0004"]
    assert nhs_numbers("000 000 0000") == ["000 000 0000"]
