from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "mindlines.people"
    label = "people"

    def ready(self) -> None:
        from mindlines.people import holdings, queries, tasks  # noqa: F401, PLC0415 - models exist only now
        from mindlines.people.actions import erasing  # noqa: PLC0415

        holdings.register(
            _("You and how to reach you"),
            kept=_("To know who you are and to reach you. Kept until you change it or ask us to erase you."),
            collect=queries.person_rows,
        )
        holdings.register(
            _("What would help you"),
            kept=_("To plan meetings that work for you. Kept until you take it back or ask us to erase you."),
            collect=queries.need_rows,
        )
        holdings.register(
            _("How you sign in"),
            kept=_("To let you in and nobody else. Kept until you remove it or ask us to erase you."),
            collect=queries.sign_in_rows,
        )
        holdings.register(
            _("Where you are signed in"),
            kept=_("To show you where you are signed in. Kept until you sign out, or for 30 days."),
            collect=queries.session_rows,
        )
        holdings.register_erasure(
            erasing.forget_sign_in,
            says=_("You are signed out everywhere, and you cannot sign in again."),
        )
        holdings.register_erasure(
            erasing.forget_needs,
            says=_("Your name, your addresses, your phone number and what you need are deleted."),
        )
