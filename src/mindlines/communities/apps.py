from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommunitiesConfig(AppConfig):
    name = "mindlines.communities"
    label = "communities"

    def ready(self) -> None:
        from mindlines.communities import tasks  # noqa: F401, PLC0415 - models exist only now
        from mindlines.communities.actions import erasing  # noqa: PLC0415
        from mindlines.communities.queries import holdings as queries  # noqa: PLC0415
        from mindlines.people import holdings  # noqa: PLC0415

        for title, kept, collect in queries.HELD:
            holdings.register(title, kept=kept, collect=collect)
        holdings.register_erasure(
            erasing.forget,
            says=_("You leave all your communities. Notes about you and invitations to you are deleted."),
        )
        holdings.register_veto(queries.left_alone_by)
        holdings.register_links(queries.ways_out)
