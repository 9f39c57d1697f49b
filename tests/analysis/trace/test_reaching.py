from hypothesis import given
from hypothesis import strategies as st

from mindlines_analysis.trace import Edge, reach, without

names = st.sampled_from("abcdefgh")
graphs = st.lists(st.builds(Edge, names, names), max_size=30)


def test_a_decision_is_followed_back_to_its_study_and_forth_to_the_class():
    line = [Edge("study", "claim"), Edge("claim", "decision"), Edge("decision", "leaflet"), Edge("leaflet", "class")]
    found = reach(line, of="decision")
    assert found.back == {"claim": 1, "study": 2}
    assert found.forth == {"leaflet": 1, "class": 2}


def test_the_shortest_way_counts():
    edges = [Edge("study", "claim"), Edge("claim", "decision"), Edge("study", "decision")]
    assert reach(edges, of="decision").back["study"] == 1


def test_what_is_tied_to_nothing_came_from_nothing():
    assert reach([Edge("a", "b")], of="c").back == {}


def test_a_circle_is_walked_once():
    found = reach([Edge("a", "b"), Edge("b", "a")], of="a")
    assert found.back == {"b": 1} == found.forth


@given(graphs, names)
def test_back_and_forth_agree(edges, name):
    found = reach(edges, of=name)
    for other, steps in found.forth.items():
        assert reach(edges, of=other).back[name] == steps


def test_only_edges_between_what_is_kept_stay():
    edges = [Edge("a", "b"), Edge("b", "c", "set aside"), Edge("a", "b")]
    assert without(edges, kept=["a", "b"]) == (Edge("a", "b"),)
