"""The command line: `mindlines …`."""

import os
import sys
from pathlib import Path

import click

from mindlines.meetings.management.groups import groups
from mindlines.voice.management.voice import voice

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mindlines.settings")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mindlines", prog_name="mindlines")
def main() -> None:
    """Mindlines: run a community of practice, study it, and show what it changed."""


@main.command()
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Which network address to listen on. 0.0.0.0 is all."
)
@click.option("--port", default=8000, show_default=True, envvar="PORT", help="Which port to listen on.")
@click.option("--demo", is_flag=True, help="On the first start, make the demonstration community.")
@click.option(
    "--processes",
    default=1,
    show_default=True,
    type=click.IntRange(min=1),
    help="How many processes serve. More than one need PostgreSQL and Redis or Valkey.",
)
def serve(host: str, port: int, demo: bool, processes: int) -> None:
    """Start the site. Stop it with Ctrl-C.

    The database is made or brought up to date first. It lives in the folder named by MINDLINES_DATA (./data if unset).
    """
    os.environ["PORT"] = str(port)
    _set_up()
    if processes > 1:
        _refuse_to_share_what_cannot_be_shared()
    from mindlines.demo import welcome  # models can be imported only after set-up

    _bring_up_to_date()
    if demo:
        welcome.make_once()
    click.echo(welcome.words())
    _answer_by_any_name(host)
    _run_server(host, port, processes)


@main.command()
@click.option("--again", is_flag=True, help="Throw the demonstration community away and make it anew.")
def demo(again: bool) -> None:
    """Make the demonstration community: invented people, a story modelled on a published study."""
    _set_up()
    _bring_up_to_date()
    from mindlines.demo import welcome

    click.echo(welcome.make(again=again))


@main.command()
def worker() -> None:
    """Do the work behind the pages (mail, reminders) in a process of its own.

    For a large installation: start the web processes with MINDLINES_WORKER=no and one or more of these.
    """
    _set_up()
    import signal

    from mindlines.kernel.work import Workshop

    workshop = Workshop()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: workshop.stop(wait=0))
    click.echo("Working. Stop with Ctrl-C.")
    workshop.run()


@main.command("set-up")
def set_up_database() -> None:
    """Make the database, or bring it up to date after an upgrade."""
    _set_up()
    _bring_up_to_date()
    click.echo("The database is up to date.")


@main.group()
def person() -> None:
    """People of this installation."""


@person.command("add")
@click.option("--name", required=True, help="The name the person wants to go by.")
@click.option("--email", required=True, help="The address to which sign-in codes are sent.")
@click.option(
    "--operator", is_flag=True, help="May found communities when only operators may; sees no community by it."
)
def add_person(name: str, email: str, operator: bool) -> None:
    """Add somebody who can sign in, such as the first facilitator."""
    _set_up()
    from mindlines.people import actions

    click.echo(f"Added {actions.add(name=name, email=email, is_operator=operator)}.")


@person.command("erase")
@click.argument("who", metavar="ADDRESS-OR-NAME")
@click.option("--yes", is_flag=True, help="Do not ask again.")
def erase_person(who: str, yes: bool) -> None:
    """Erase somebody who asked for it and cannot sign in to do it.

    Name the person by e-mail address, by full name, or by number where several people have that name. The record of
    their communities stays whole and no longer names them. This cannot be undone.
    """
    _set_up()
    from mindlines.kernel.errors import Refused
    from mindlines.people import queries
    from mindlines.people.actions import erasing

    found = queries.called(who)
    if len(found) != 1:
        several = "".join(f"\n  {each.pk}  {each} {each.email or ''}" for each in found)
        raise click.ClickException(f"Several people fit; say which number:{several}" if found else "Nobody fits.")
    if not yes:
        click.confirm(f"Erase {found[0]}? This cannot be undone", abort=True)
    try:
        erasing.erase(found[0])
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from None
    click.echo("Erased.")


@main.group()
def members() -> None:
    """Members of a community."""


@members.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--community", required=True, metavar="SLUG", help="The short name in the community's address.")
@click.option("--constituency", default="", help="For rows that do not say one, or whose word is not known.")
@click.option("--sheet", default="", help="Which sheet of a workbook to read, if not the first that holds something.")
@click.option("--dry-run", is_flag=True, help="Say what would happen and write nothing.")
def import_members(file: Path, community: str, constituency: str, sheet: str, dry_run: bool) -> None:
    """Take a member list from a CSV, Excel or OpenDocument file.

    Columns are guessed from their headings. All rows are taken or none: a row that cannot be taken is named with its
    reason, and nothing is written.
    """
    choices = [*_when(constituency, "--constituency"), *_when(sheet, "--sheet"), *(["--dry-run"] * dry_run)]
    _django("members", "import", str(file), "--community", community, *choices)


main.add_command(groups)
main.add_command(voice)


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def manage(words: tuple[str, ...]) -> None:
    """Run a management command of Django, for operators who know what they do."""
    _django(*words)


def _when(value: str, option: str) -> list[str]:
    return [option, value] if value else []


def _django(*words: str) -> None:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["mindlines", *words])


def _set_up() -> None:
    import django

    os.umask(0o077)  # the database, the secret and the mailbox are for the program's own user
    django.setup()


def _bring_up_to_date() -> None:
    """Run the migrations that are missing; quick when there are none."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    settings.MINDLINES_DATA.mkdir(parents=True, exist_ok=True)
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        click.echo("Preparing the database …")
        call_command("migrate", interactive=False, verbosity=0)


def _answer_by_any_name(host: str) -> None:
    """Whoever opens a laptop's site to a network on purpose may be asked for by any name."""
    from django.conf import settings

    if settings.MINDLINES_DEVELOPMENT and host not in ("127.0.0.1", "localhost", "::1"):
        settings.ALLOWED_HOSTS = ["*"]
        os.environ["MINDLINES_HOSTS"] = "*"  # for further processes


def _refuse_to_share_what_cannot_be_shared() -> None:
    from django.conf import settings
    from django.db import connection

    if connection.vendor != "postgresql" or not settings.MINDLINES_REDIS_URL:
        raise click.ClickException(
            "Several processes need a PostgreSQL database (MINDLINES_DATABASE_URL) and a Redis or Valkey server "
            "(MINDLINES_REDIS_URL), so that what one of them does is seen by the others."
        )


def _run_server(host: str, port: int, processes: int) -> None:
    import socket

    import uvicorn

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            click.echo(f"Port {port} is taken by another program. Choose another one: PORT=8001 make run", err=True)
            sys.exit(1)
    uvicorn.run(
        "mindlines.asgi:application",
        host=host,
        port=port,
        log_level="warning",
        lifespan="on",
        workers=processes if processes > 1 else None,
        # Pages only listen, and a frame for a thousand of them is not packed a thousand times.
        ws_max_size=64 * 1024,
        ws_per_message_deflate=False,
    )


if __name__ == "__main__":
    main()
