import random
import time

from hypothesis import given
from hypothesis import strategies as st

from mindlines_analysis.names import Level, Named, find_duplicates, match_names

ANA, BO, CHI = Named("Ana Ruiz", "ana@x.org", key=1), Named("Bo Lee", key=2), Named("Chi Okafor", key=3)
MEMBERS = [ANA, BO, CHI]
SHOWN = st.sampled_from(["Ana Ruiz", "ruiz, ana", "Bo", "Bo Lee", "B. Lee", "Chi's iPad (Okafor)", "Dee", ""])


def test_a_person_who_is_known_is_found_with_the_nearest_first():
    found = find_duplicates([Named("Ana Ruiz"), Named("Dee")], known=[Named("A. Ruiz"), ANA])
    assert [(hit.position, hit.other.name, hit.other_position) for hit in found] == [
        (0, "Ana Ruiz", None),
        (0, "A. Ruiz", None),
    ]


def test_a_person_who_stands_in_the_same_list_twice_is_found_at_the_second_place():
    (hit,) = find_duplicates([BO, CHI, Named("Lee, Bo")])
    assert (hit.position, hit.other_position, hit.likeness.level) == (2, 0, Level.SAME_NAME)


def test_shown_names_find_their_members():
    ana, bo, nobody = match_names([Named("Whoever", "ANA@x.org"), Named("LEE BO (EXT)"), Named("Dee")], MEMBERS)
    assert (ana.member, bo.member, nobody.member) == (ANA, BO, None)
    assert nobody.reason == "nobody of that name"


def test_what_is_merely_alike_is_left_to_a_person():
    (match,) = match_names([Named("Chi's iPad (Okafor)")], MEMBERS)
    assert match.member is None
    assert match.candidates[0].member == CHI


def test_two_rows_for_one_member_are_not_joined_silently():
    matches = match_names([Named("Bo Lee"), Named("Lee, Bo")], MEMBERS)
    assert [match.member for match in matches] == [None, None]
    assert matches[0].reason == "more than one row looks like Bo Lee"


def test_the_row_with_the_address_goes_before_the_row_with_the_name():
    named, addressed = match_names([Named("Ana Ruiz"), Named("AR", "ana@x.org")], MEMBERS)
    assert addressed.member == ANA
    assert (named.member, named.reason) == (None, "another row is Ana Ruiz already")


def test_two_members_of_one_name_are_left_to_a_person():
    (match,) = match_names([Named("Bo Lee")], [BO, Named("Bo Lee", organisation="Council", key=9)])
    assert match.member is None
    assert match.reason == "several members fit: the name is the same"


def test_the_right_order_of_the_words_decides_between_two_members():
    (match,) = match_names([Named("James Thomas")], [Named("Thomas James", key=1), Named("James Thomas", key=2)])
    assert match.member.key == 2


def test_four_thousand_members_are_searched_in_seconds():
    chance = random.Random(5)
    words = ["".join(chance.choices("abdefgiklmnoprstu", k=chance.randint(4, 9))) for _ in range(1200)]
    people = [Named(f"{chance.choice(words[:150])} {chance.choice(words)}", f"{n}@x.org") for n in range(4000)]
    start = time.process_time()
    found = find_duplicates(people[:200], known=people)
    assert len(found) >= 200
    assert time.process_time() - start < 5


@given(st.lists(SHOWN, max_size=8))
def test_no_member_is_given_twice_and_no_row_is_lost(shown):
    matches = match_names([Named(name) for name in shown], MEMBERS)
    assert [match.displayed.name for match in matches] == shown
    given_away = [match.member.key for match in matches if match.member]
    assert len(given_away) == len(set(given_away))
