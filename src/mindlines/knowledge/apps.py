from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KnowledgeConfig(AppConfig):
    name = "mindlines.knowledge"
    label = "knowledge"

    def ready(self) -> None:
        from mindlines.knowledge import tasks  # noqa: F401, PLC0415 - models exist only now

        _register_what_was_brought_in()
        _register_plain_words()
        _register_ratings()
        _register_negotiations()


def _register_what_was_brought_in() -> None:
    from mindlines.knowledge.actions import item_erasing  # noqa: PLC0415 - models exist only once the program is set up
    from mindlines.knowledge.queries import item_holdings  # noqa: PLC0415
    from mindlines.people import holdings  # noqa: PLC0415

    holdings.register(
        _("Stories you told"),
        kept=_(
            "So that they stay yours: only you can change their words. Kept until you withdraw them or ask us to erase you."
        ),
        collect=item_holdings.story_rows,
    )
    holdings.register(
        _("What you brought in"),
        kept=_("So that others can ask you about it. It stays without your name when you ask us to erase you."),
        collect=item_holdings.brought_rows,
    )
    holdings.register(
        _("Statements you wrote"),
        kept=_("To see how they came. They stay without your name when you ask us to erase you."),
        collect=item_holdings.statement_rows,
    )
    holdings.register(
        _("What you changed in what we know"),
        kept=_("To see who changed what. It stays without your name when you ask us to erase you."),
        collect=item_holdings.change_rows,
    )
    holdings.register(
        _("Lists of references you are bringing in"),
        kept=_(
            "So that you can look at them first, for a day at most. Once brought in, the name of the file is kept for a week, so that you can take the list back."
        ),
        collect=item_holdings.import_rows,
    )
    holdings.register_erasure(
        item_erasing.forget,
        says=_("Your stories are withdrawn. What else you brought in stays, without your name."),
    )


def _register_plain_words() -> None:
    from mindlines.knowledge.actions import plain_erasing  # noqa: PLC0415 - models exist only once the program is set up
    from mindlines.knowledge.queries import plain_holdings  # noqa: PLC0415
    from mindlines.people import holdings  # noqa: PLC0415

    holdings.register(
        _("Plain words that you found clear"),
        kept=_(
            "So that readers know that a lay member understood them. Your name is taken out when you ask us to erase you."
        ),
        collect=plain_holdings.signed_rows,
    )
    holdings.register_links(plain_holdings.ways_to_take_back)
    holdings.register(
        _("Plain words that others found clear, as you wrote down"),
        kept=_("So that the reader can ask you about it. Your name is taken out when you ask us to erase you."),
        collect=plain_holdings.entered_rows,
    )
    holdings.register(
        _("Plain words that you wrote"),
        kept=_("So that others can ask you about them. They stay without your name when you ask us to erase you."),
        collect=plain_holdings.written_rows,
    )
    holdings.register_erasure(
        plain_erasing.forget, says=_("Plain words that you wrote or found clear stay, without your name.")
    )


def _register_ratings() -> None:
    from mindlines.knowledge.actions import diagnoses as ratings  # noqa: PLC0415 - models exist only once the program is set up
    from mindlines.knowledge.queries import diagnoses  # noqa: PLC0415
    from mindlines.people import holdings  # noqa: PLC0415

    holdings.register(
        _("How you rated what helps and hinders"),
        kept=_("So that you can change it. Only your group stays when you ask us to erase you."),
        collect=diagnoses.rating_rows,
    )
    holdings.register_erasure(
        ratings.forget, says=_("Your ratings stay as ratings of your group, without your name and your words.")
    )


def _register_negotiations() -> None:
    from mindlines.knowledge.actions import negotiation_erasing  # noqa: PLC0415 - models exist only once the program is set up
    from mindlines.knowledge.queries import negotiation_holdings  # noqa: PLC0415
    from mindlines.people import holdings  # noqa: PLC0415

    holdings.register(
        _("What you judged in negotiations"),
        kept=_(
            "So that you can change it until it is settled. Others see only your group’s answers together. The answers stay with your group, without you, when you ask us to erase you."
        ),
        collect=negotiation_holdings.judged_rows,
    )
    holdings.register(
        _("Negotiations you led"),
        kept=_("To see who wrote down what was settled. They stay without your name when you ask us to erase you."),
        collect=negotiation_holdings.led_rows,
    )
    holdings.register(
        _("What you laid on boards"),
        kept=_("To see how it came there. It stays without your name when you ask us to erase you."),
        collect=negotiation_holdings.laid_rows,
    )
    holdings.register_erasure(
        negotiation_erasing.forget,
        says=_("What you judged stays as the answers of your group, without your name and your words."),
    )
