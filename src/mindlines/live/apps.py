from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LiveConfig(AppConfig):
    name = "mindlines.live"
    label = "live"

    def ready(self) -> None:
        from mindlines.kernel import news  # noqa: PLC0415 - models exist only now
        from mindlines.live import tasks  # noqa: F401, PLC0415
        from mindlines.live.actions.news import spread  # noqa: PLC0415

        news.listen(lambda meeting, part: spread(meeting, part=part))
        _register_what_is_held()


def _register_what_is_held() -> None:
    from mindlines.live.actions import erasing  # noqa: PLC0415 - models exist only once the program is set up
    from mindlines.live.queries import holdings as queries  # noqa: PLC0415
    from mindlines.people import holdings  # noqa: PLC0415

    holdings.register(
        _("Hands you raised in meetings"),
        kept=_("To call on you. Erased 30 days after the meeting."),
        collect=queries.hand_rows,
    )
    holdings.register(
        _("Papers to come in that were printed for you"),
        kept=_("To let you in without an e-mail address. Erased a week after the meeting."),
        collect=queries.pass_rows,
    )
    holdings.register(
        _("Meetings in which you counted who spoke"),
        kept=_("To let you into the page for it. Deleted when you ask us to erase you."),
        collect=queries.scribe_rows,
    )
    holdings.register_erasure(
        erasing.forget,
        says=_("Hands you raised and papers to come in are deleted. What your small group brought back stays."),
    )
