from django import forms
from django.utils.translation import gettext_lazy as _


class SettleForm(forms.Form):
    became = forms.CharField(
        label=_("What became of it?"),
        max_length=300,
        help_text=_("Whoever raised it will read this on their own page."),
        widget=forms.Textarea(attrs={"rows": 3, "data-keep": True}),
        error_messages={"required": _("Write what became of it, in a sentence.")},
    )


class LetGoForm(forms.Form):
    because = forms.CharField(
        label=_("Why do you let it go?"),
        max_length=300,
        help_text=_("The reason is kept, and whoever raised it can read it."),
        widget=forms.Textarea(attrs={"rows": 3, "data-keep": True}),
        error_messages={"required": _("Write one sentence. Nothing goes without a reason.")},
    )
