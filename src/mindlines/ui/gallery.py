"""Sample content for the page of components."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.core.paginator import Paginator

from mindlines.ui.forms import ClockField, DayField, HintedRadios


class SampleForm(forms.Form):
    """One field of every sort."""

    title = forms.CharField(
        label="What is the meeting about?", help_text="A few words that everybody understands.", max_length=80
    )
    day = DayField(label="On which day?", help_text="For example 9 12 2026.")
    start = ClockField(label="When does it start?", help_text="For example 10am or 2.30pm.")
    email = forms.EmailField(label="Your email address", required=False)
    mode = forms.ChoiceField(
        label="How do people take part?",
        choices=[("room", "In the room"), ("online", "Online"), ("both", "Both, as each person likes")],
        widget=HintedRadios(
            hints={"online": "We send the link with the invitation.", "both": "Most groups choose this."}
        ),
    )
    help_needed = forms.MultipleChoiceField(
        label="What would help people to take part?",
        help_text="Choose any that apply.",
        choices=[("captions", "Live captions"), ("breaks", "A break every 45 minutes"), ("phone", "Joining by phone")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    zone = forms.ChoiceField(label="Time zone", choices=[("Europe/London", "London"), ("Europe/Dublin", "Dublin")])
    note = forms.CharField(
        label="A note to the members",
        help_text="Please write nothing that could identify a patient.",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "data-keep": True}),
    )
    papers = forms.FileField(label="Papers", required=False)
    remind = forms.BooleanField(label="Remind everybody two days before", required=False)


def samples() -> dict[str, Any]:
    """What the page of components shows."""
    start = datetime(2026, 12, 9, 10, 0, tzinfo=UTC)
    return {
        "start": start,
        "end": start.replace(hour=12, minute=30),
        "crumbs": [{"label": "Home", "url": "#"}, {"label": "Moving well together", "url": "#"}],
        "page": Paginator(range(95), 20).page(2),
        "rows": [
            {"key": "Place", "value": "Library, first floor, step-free", "url": "#"},
            {"key": "Link", "value": "Sent with the invitation", "url": "#"},
            {"key": "Papers", "value": "Two, both with a plain version"},
        ],
        "steps": [
            {"label": "Choose a file", "url": "#"},
            {"label": "Match the columns"},
            {"label": "Look before saving"},
        ],
        "parts": [
            {"label": "Lay members", "count": 35, "tone": 2},
            {"label": "Clinicians", "count": 50, "tone": 1},
            {"label": "Managers", "count": 15, "tone": 4},
            {"label": "Commissioners", "count": 20, "tone": 3},
            {"label": "Academics", "count": 10, "tone": 5},
        ],
        "people": [
            {"name": "Grace Adeyemi", "group": "Lay members", "tone": 2},
            {"name": "Tom Evans", "group": "Clinicians", "tone": 1},
            {"name": "Priya Shah", "group": "Commissioners", "tone": 3},
            {"name": "Joan Price", "group": "Academics", "tone": 5},
        ],
        "items": [
            {"id": 1, "title": "Welcome and who is here", "meta": "10am · 10 minutes · Grace Adeyemi"},
            {"id": 2, "title": "What the survey says about waiting", "meta": "10.10am · 25 minutes · Tom Evans"},
            {"id": 3, "title": "Small groups: what would help first?", "meta": "10.35am · 40 minutes · Joan Price"},
        ],
        "events": [
            {"when": start, "title": "Exercise classes come first", "words": "Kept, because members said waiting is the worst part.", "meta": "Priority review"},
            {"when": datetime(2026, 9, 2, tzinfo=UTC), "title": "A new national guideline", "words": "It names shared decisions.", "tone": "accent", "meta": "Outside event"},
            {"when": datetime(2026, 3, 18, tzinfo=UTC), "title": "The community begins", "meta": "Charter, version 1"},
        ],
        "menu": [
            {"label": "Change the details", "url": "#"},
            {"label": "Send again", "url": "#", "post": True},
            {"label": "Cancel the meeting", "url": "#", "danger": True},
        ],
        "writing": "## What we heard\n\nPeople wait **eleven weeks**. Two things would help:\n\n* one number to ring\n* a plain letter\n\n> Nobody told me I could move.",
    }  # fmt: skip
