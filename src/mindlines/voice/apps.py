from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VoiceConfig(AppConfig):
    name = "mindlines.voice"
    label = "voice"

    def ready(self) -> None:
        from mindlines.voice import tasks  # noqa: F401, PLC0415 - models exist only now

        _register_what_was_said()
        _register_votes()
        _register_speaking()


def _register_what_was_said() -> None:
    from mindlines.people import holdings  # noqa: PLC0415 - models exist only once the program is set up
    from mindlines.voice.actions import said_erasing  # noqa: PLC0415
    from mindlines.voice.queries import said_holdings  # noqa: PLC0415

    holdings.register(
        _("What you said"),
        kept=_("To tell you what became of it. The words stay without your name when you ask us to erase you."),
        collect=said_holdings.said_rows,
    )
    holdings.register(
        _("What you wrote down for others"),
        kept=_("To see how it came. It stays without your name when you ask us to erase you."),
        collect=said_holdings.written_rows,
    )
    holdings.register(
        _("Replies you gave"),
        kept=_("So that people know who answered them. They stay without your name when you ask us to erase you."),
        collect=said_holdings.reply_rows,
    )
    holdings.register_erasure(
        said_erasing.forget,
        says=_(
            "What you said stays, without your name. What you said without a name stays too: nobody knows that it was you."
        ),
    )


def _register_votes() -> None:
    from mindlines.people import holdings, kept  # noqa: PLC0415 - models exist only once the program is set up
    from mindlines.voice.actions import vote_erasing  # noqa: PLC0415
    from mindlines.voice.queries import vote_holdings  # noqa: PLC0415
    from mindlines.voice.views import unkept  # noqa: PLC0415

    holdings.register(
        _("Voting slips you were handed"),
        kept=_("So that everyone has one vote. Kept with the vote; it does not say how you voted."),
        collect=vote_holdings.slip_rows,
    )
    holdings.register(
        _("Votes you gave with your name"),
        kept=_("Only of votes that were announced as named. Kept with the result until you ask us to erase you."),
        collect=vote_holdings.vote_rows,
    )
    holdings.register_erasure(
        vote_erasing.forget,
        says=_("Votes with your name are deleted. Secret votes stay: nobody can find out which one was yours."),
    )
    kept.register_secret(unkept.is_secret)


def _register_speaking() -> None:
    from mindlines.people import holdings  # noqa: PLC0415 - models exist only once the program is set up
    from mindlines.voice.actions import spoken_erasing  # noqa: PLC0415
    from mindlines.voice.queries import spoken_holdings  # noqa: PLC0415

    holdings.register(
        _("Meetings in which you spoke"),
        kept=_(
            "To see who has not been heard yet. Your name is taken out 30 days after the meeting. No words are kept."
        ),
        collect=spoken_holdings.turn_rows,
    )
    holdings.register(
        _("Your debriefs"),
        kept=_("For you alone. Deleted when you ask us to erase you."),
        collect=spoken_holdings.debrief_rows,
    )
    holdings.register(
        _("Transcripts you brought in"),
        kept=_("Until somebody has said who is who, and for a day at most."),
        collect=spoken_holdings.transcript_rows,
    )
    holdings.register_erasure(
        spoken_erasing.forget,
        says=_("Your debriefs are deleted. That somebody of your group spoke stays, without your name."),
    )
