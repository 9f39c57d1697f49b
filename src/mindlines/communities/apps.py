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

        holdings.register(
            _("Your communities"),
            kept=_(
                "So that your communities know who belongs. It stays in their history, without your name once you are erased."
            ),
            collect=queries.memberships,
        )
        holdings.register(
            _("Your roles"),
            kept=_(
                "To show who held which role, and when. It stays in the history, without your name once you are erased."
            ),
            collect=queries.roles,
        )
        holdings.register(
            _("Invitations to you"),
            kept=_("To see whether you were asked and what you answered. Kept until you ask us to erase you."),
            collect=queries.invitations,
        )
        holdings.register(
            _("Charters you have read"),
            kept=_("To see whom a change has reached. It stays as a number, without your name once you are erased."),
            collect=queries.readings,
        )
        holdings.register(
            _("Lines of the record"),
            kept=_(
                "The diary of a community: what was done, by whom. It stays, without your name once you are erased."
            ),
            collect=queries.lines,
        )
        holdings.register(
            _("Words you explained or read"),
            kept=_(
                "So that others can ask you about a word, and see that a lay member read it. The word stays, without your name once you are erased."
            ),
            collect=queries.words,
        )
        holdings.register(
            _("Member lists you are bringing in"),
            kept=_("To show you what will happen first. Kept for a day at most."),
            collect=queries.lists_on_their_way,
        )
        holdings.register_erasure(
            erasing.forget,
            says=_("You leave all your communities. Notes about you and invitations to you are deleted."),
        )
        holdings.register_veto(queries.left_alone_by)
        holdings.register_links(queries.ways_out)
