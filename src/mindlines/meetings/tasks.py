"""What the workshop does for meetings."""

from mindlines.kernel.work import every
from mindlines.meetings.actions import action, agenda, calendars, notices, replies, reports, rounds


@every(seconds=15 * 60)
def remind_soon() -> None:
    notices.remind_soon()


@every(seconds=6 * 3600)
def forget_needs() -> None:
    replies.forget_needs()


@every(seconds=6 * 3600)
def forget_needs_in_groups() -> None:
    rounds.forget_needs_and_wishes()


@every(seconds=6 * 3600)
def forget_removed_items() -> None:
    agenda.forget_removed()


@every(seconds=6 * 3600)
def forget_calendars() -> None:
    calendars.forget_imports()


@every(seconds=3600)
def remind_owners() -> None:
    action.remind_owners()


@every(seconds=3600)
def forget_old_reports() -> None:
    reports.forget_old_reports()
