"""What the page on which a text is written says in words."""

from django.utils.translation import gettext as _


def status_words() -> dict[str, str]:
    """What stands below the text, by the state of the line."""
    return {
        "opening": _("The text is being opened."),
        "saved": _("Saved"),
        "saving": _("Saving"),
        "away-from-line": _(
            "You are offline. Go on writing: it is kept on this device and sent when the line is back."
        ),
        "unkept": _(
            "You are offline, and this device cannot keep what you write. Leave this page open until the line is back."
        ),
        "away": _(
            "You are signed out, or you may not write here any more. What was not sent is kept on this device: "
            "sign in and open this page again."
        ),
        "closed": _("This is not being written any more. Open its page to see why."),
        "long": _("This text is too long to grow. Open the page again, and take something out first."),
        "large": _("This was too much at once. Open the page again and put it in piece by piece."),
        "trouble": _(
            "Something went wrong with the line. Open the page again: what was not sent is kept on this device."
        ),
    }
