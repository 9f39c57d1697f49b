"""Work of `people` that comes again and again."""

from django.core.management import call_command

from mindlines.kernel.work import every


@every(seconds=3600)
def forget_ended_sessions() -> None:
    """Sessions that are over are deleted, and with them whatever was kept in them."""
    call_command("clearsessions")
