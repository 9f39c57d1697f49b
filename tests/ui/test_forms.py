"""Forms forgive the way people write, and say what to do when they cannot."""

from datetime import date, time

import pytest
from django import forms
from django.template.loader import render_to_string

from mindlines.ui.forms import ClockField, DayField, HintedRadios


class Invitation(forms.Form):
    title = forms.CharField(label="Title", help_text="A few words.")
    day = DayField(label="Day", required=False)
    start = ClockField(label="Start", required=False)
    mode = forms.ChoiceField(
        label="Mode",
        choices=[("room", "In the room"), ("phone", "By phone")],
        widget=HintedRadios(hints={"phone": "We ring you."}),
    )
    needs = forms.MultipleChoiceField(
        label="Needs", choices=[("captions", "Captions")], required=False, widget=forms.CheckboxSelectMultiple
    )
    note = forms.CharField(label="Note", max_length=300, required=False, widget=forms.Textarea)
    zone = forms.ChoiceField(label="Zone", choices=[("a", "A")])
    agree = forms.BooleanField(label="We agreed")
    papers = forms.FileField(required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        (("9", "12", "2026"), date(2026, 12, 9)),
        (("09", "dec", "26"), date(2026, 12, 9)),
        (("1", "Sept.", "2026"), date(2026, 9, 1)),
        (("", "", ""), None),
    ],
)
def test_a_day_may_be_typed_in_several_ways(typed, understood):
    form = Invitation(dict(zip(("day_day", "day_month", "day_year"), typed, strict=True)))
    form.is_valid()
    assert form.cleaned_data["day"] == understood
    assert not form.fields["day"].has_changed(understood, form["day"].data)


@pytest.mark.parametrize(
    "typed",
    [
        ("31", "2", "2026"),
        ("9", "ju", "2026"),
        ("9", "j", "2026"),
        ("x", "12", "2026"),
        ("9", "12", "0"),
        ("9", "12", "9999"),
    ],
)
def test_a_day_that_does_not_exist_is_refused_in_words(typed):
    form = Invitation(dict(zip(("day_day", "day_month", "day_year"), typed, strict=True)))
    assert form.errors["day"] == ["This is not a real day. Enter it like 9 12 2026."]
    assert f'value="{typed[0]}"' in form["day"].as_field_group()


def test_half_a_day_is_asked_for_whole():
    form = Invitation({"day_day": "9", "day_month": "12", "day_year": ""})
    assert form.errors["day"] == ["Enter the day, the month and the year, like 9 12 2026."]


def test_a_day_may_also_come_as_one_value():
    form = Invitation({"day": "2026-12-09"})
    form.is_valid()
    assert form.cleaned_data["day"] == date(2026, 12, 9)


def test_a_day_left_off_the_page_keeps_what_was_there():
    widget = DayField().widget
    assert widget.value_omitted_from_data({}, {}, "day")
    assert not widget.value_omitted_from_data({"day_day": ""}, {}, "day")
    assert 'value="9"' in str(Invitation(initial={"day": date(2026, 12, 9)})["day"])


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("10am", time(10)), ("10.30", time(10, 30)), ("2:30 pm", time(14, 30)), ("2 p.m.", time(14)), ("14:00", time(14)),
        ("12am", time(0)), ("12pm", time(12)), ("midday", time(12)), ("Midnight", time(0)), ("1430", time(14, 30)), ("", None),
    ],
)  # fmt: skip
def test_a_time_may_be_typed_in_several_ways(typed, understood):
    form = Invitation({"start": typed})
    form.is_valid()
    assert form.cleaned_data["start"] == understood


def test_a_time_that_could_be_night_or_afternoon_is_asked_for_again():
    assert Invitation({"start": "2.30"}).errors["start"] == ["Add am or pm to the time, like 2.30pm."]


@pytest.mark.parametrize("typed", ["soon", "25:00", "13pm", "10.75"])
def test_a_time_that_is_none_is_refused_in_words(typed):
    assert Invitation({"start": typed}).errors["start"] == ["Enter the time like 10am or 2.30pm."]


def test_a_kept_time_is_shown_the_way_people_write_it():
    assert 'value="2.30pm"' in str(Invitation(initial={"start": time(14, 30)})["start"])


def test_an_unnamed_error_names_its_question():
    form = Invitation({})
    said = {name: form[name].sentences for name in ("title", "mode", "zone", "agree")}
    assert said == {
        "title": ["Fill in “Title”."],
        "mode": ["Choose an answer to “Mode”."],
        "zone": ["Choose an answer to “Zone”."],
        "agree": ["Tick “We agreed”."],
    }


def test_the_summary_leads_to_the_first_box_of_each_question():
    form = Invitation({"day_day": "31", "day_month": "2", "day_year": "2026", "needs": "no"})
    summary = render_to_string("ui/error_summary.html", {"form": form})
    for anchor in ("#id_title", "#id_day_day", "#id_mode_0", "#id_needs_0", "#id_zone", "#id_agree"):
        assert f'href="{anchor}"' in summary
        assert f'id="{anchor[1:]}"' in str(form)


def test_a_form_without_errors_has_no_summary():
    assert render_to_string("ui/error_summary.html", {"form": Invitation()}).strip() == ""


def test_hint_error_and_count_are_tied_to_their_field():
    form = Invitation({"note": "x" * 301})
    assert 'aria-describedby="id_note_error id_note-info"' in form["note"].as_field_group()
    assert 'aria-describedby="id_title_helptext id_title_error"' in form["title"].as_field_group()
    assert 'aria-describedby="id_mode_1_hint"' in form["mode"].as_field_group()


def test_optional_questions_say_so_and_required_ones_do_not():
    form = Invitation()
    assert "(optional)" in form["note"].as_field_group()
    assert "(optional)" not in form["title"].as_field_group()


def test_every_sort_of_field_gets_its_class():
    form = Invitation()
    classes = {
        "title": "govuk-input",
        "note": "govuk-textarea",
        "zone": "govuk-select",
        "papers": "ml-file",
        "agree": "govuk-checkboxes__input",
    }
    for name, expected in classes.items():
        assert expected in form[name].as_field_group()
    assert "govuk" not in str(form["version"])
