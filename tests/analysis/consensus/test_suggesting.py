import pytest

from mindlines_analysis.consensus import suggest_rule


@pytest.mark.parametrize(
    ("people", "rule", "reason"),
    [
        ({"lay": 0, "clinicians": 9}, "consent", "no_lay"),
        ({}, "consent", "no_lay"),
        ({"lay": 2, "carers": 0, "clinicians": 4}, "consent", "few_lay"),
        ({"lay": 2, "carers": 2, "clinicians": 9}, "consent", "few_lay"),
        ({"lay": 3, "clinicians": 3}, "consent", "few_people"),
        ({"lay": 3, "carers": 1, "clinicians": 8}, "gradient", "enough"),
    ],
)
def test_where_lay_members_are_few_consent_is_suggested(people, rule, reason):
    assert suggest_rule(people, lay=["lay", "carers"]) == (rule, reason)


def test_fewer_than_nobody_is_refused():
    with pytest.raises(ValueError, match="people"):
        suggest_rule({"lay": -1}, lay=["lay"])
