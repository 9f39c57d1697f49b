from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PreparationConfig(AppConfig):
    name = "mindlines.preparation"
    label = "preparation"

    def ready(self) -> None:
        from mindlines.communities.actions import founding  # noqa: PLC0415 - models exist only once the program is set up
        from mindlines.people import holdings  # noqa: PLC0415
        from mindlines.preparation.actions import erasing, starting  # noqa: PLC0415
        from mindlines.preparation.queries import own_holdings  # noqa: PLC0415

        founding.register(starting.put)
        holdings.register(
            _("How you got ready"),
            kept=_("So that you see how far you are. Only you see it. Erased when you ask us to erase you."),
            collect=own_holdings.done_rows,
        )
        holdings.register(
            _("Calls you asked for"),
            kept=_("So that somebody can ring you. Erased when you ask us to erase you."),
            collect=own_holdings.call_rows,
        )
        holdings.register_erasure(
            erasing.forget, says=_("What you did to get ready, and the calls you asked for, are erased.")
        )
