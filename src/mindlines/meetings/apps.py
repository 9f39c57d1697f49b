from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeetingsConfig(AppConfig):
    name = "mindlines.meetings"
    label = "meetings"

    def ready(self) -> None:
        from mindlines.meetings import tasks  # noqa: F401, PLC0415 - models exist only now
        from mindlines.meetings.actions import erasing  # noqa: PLC0415
        from mindlines.meetings.queries import holdings as queries  # noqa: PLC0415
        from mindlines.people import holdings  # noqa: PLC0415

        holdings.register(
            _("Your replies to invitations"),
            kept=_("To plan the day. Needs and travel are erased 30 days after the meeting, the rest with you."),
            collect=queries.reply_rows,
        )
        holdings.register(
            _("Meetings you were at"),
            kept=_("To see which groups were in the room. Kept without your name when you ask us to erase you."),
            collect=queries.attendance_rows,
        )
        holdings.register(
            _("Points you raised"),
            kept=_("To tell you what became of them. The words stay without your name when you ask us to erase you."),
            collect=queries.point_rows,
        )
        holdings.register(
            _("What you agreed to do"),
            kept=_("To remember it together. The words stay without your name when you ask us to erase you."),
            collect=queries.action_rows,
        )
        holdings.register(
            _("Corrections you asked for"),
            kept=_("To put the minutes right. Deleted when you ask us to erase you."),
            collect=queries.correction_rows,
        )
        holdings.register(
            _("Small groups you were in"),
            kept=_("So that you meet new people. Needs and wishes go 30 days after the meeting, the rest with you."),
            collect=queries.group_rows,
        )
        _hold_methods()
        holdings.register_erasure(
            erasing.forget,
            says=_(
                "Your replies and your places in small groups are deleted. What was said and agreed in meetings stays, without your name."
            ),
        )


def _hold_methods() -> None:
    """What is held of people in the library of methods."""
    from mindlines.meetings.queries import holdings as queries  # noqa: PLC0415 - models exist only now
    from mindlines.people import holdings  # noqa: PLC0415

    holdings.register(
        _("Methods you keep as favourites"),
        kept=_("To find them again quickly. Only you see them. Deleted when you ask us to erase you."),
        collect=queries.favourite_rows,
    )
    holdings.register(
        _("What you said about methods"),
        kept=_("To do better next time. Kept without your name when you ask us to erase you."),
        collect=queries.rating_rows,
    )
