from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoproductionConfig(AppConfig):
    name = "mindlines.coproduction"
    label = "coproduction"

    def ready(self) -> None:
        _register_decisions()
        _register_changes()
        from mindlines.coproduction import tasks  # noqa: F401, PLC0415 - models exist only now

        _register_what_was_made()


def _register_decisions() -> None:
    from mindlines.coproduction.actions import decision_erasing  # noqa: PLC0415 - models exist only once the program is set up
    from mindlines.coproduction.queries import decision_holdings  # noqa: PLC0415
    from mindlines.coproduction.views.decisions import unkept  # noqa: PLC0415
    from mindlines.people import holdings, kept  # noqa: PLC0415

    holdings.register(
        _("What you said against proposals and decisions"),
        kept=_("So that people can talk with you about it. It stays without your name when you ask us to erase you."),
        collect=decision_holdings.against_rows,
    )
    holdings.register(
        _("Decisions you prepared or closed"),
        kept=_("To see how a decision came about. They stay without your name when you ask us to erase you."),
        collect=decision_holdings.led_rows,
    )
    holdings.register_erasure(
        decision_erasing.forget,
        says=_("Objections and dissent stay in your words, without your name. What was decided stays."),
    )
    kept.register_secret(unkept.is_secret)


def _register_what_was_made() -> None:
    from mindlines.coproduction.actions import made_erasing  # noqa: PLC0415 - models exist only once the program is set up
    from mindlines.coproduction.queries import made_holdings  # noqa: PLC0415
    from mindlines.people import holdings  # noqa: PLC0415

    holdings.register(
        _("What you helped to make"),
        kept=_("To thank you as you wish. Your name is taken out when you ask us to erase you."),
        collect=made_holdings.credit_rows,
    )
    holdings.register(
        _("Your comments on what was made"),
        kept=_("So that others can answer you. They stay without your name when you ask us to erase you."),
        collect=made_holdings.remark_rows,
    )
    holdings.register(
        _("Texts you began and versions you kept"),
        kept=_("To show how a text came about. They stay without your name when you ask us to erase you."),
        collect=made_holdings.kept_rows,
    )
    holdings.register_erasure(
        made_erasing.forget,
        says=_("What you wrote together with others stays. You are thanked in it as somebody of your group."),
    )


def _register_changes() -> None:
    from mindlines.coproduction.actions import changes  # noqa: PLC0415 - models exist only once the program is set up
    from mindlines.coproduction.actions import scorings as scores  # noqa: PLC0415
    from mindlines.coproduction.queries import change_holdings, scorings  # noqa: PLC0415
    from mindlines.people import holdings  # noqa: PLC0415

    holdings.register(
        _("Changes of practice that you told or confirmed"),
        kept=_("So that others can ask you. They stay without your name when you ask us to erase you."),
        collect=change_holdings.change_rows,
    )
    holdings.register(
        _("How you scored what to work on"),
        kept=_("So that you can change it. Only your group stays when you ask us to erase you."),
        collect=scorings.score_rows,
    )
    holdings.register_erasure(
        scores.forget, says=_("How you scored what to work on stays, as a score of your group without your name.")
    )
    holdings.register_erasure(
        changes.forget, says=_("What you told about changes of practice stays, without your name.")
    )
