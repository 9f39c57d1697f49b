"""`members import FILE --community SLUG`: the steps of the page, in words on the screen."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from mindlines.communities.actions import imports as actions
from mindlines.communities.choices import Standing
from mindlines.communities.measures import imports as measures
from mindlines.communities.models import Community, Constituency, MemberImport, Membership
from mindlines.kernel.errors import Refused
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.tables import read_table

OUTCOMES = {
    measures.NEW: "will be added",
    measures.HERE: "here already",
    measures.ALIKE: "looks like somebody who is here",
    measures.REFUSED: "cannot be taken",
}


class Command(BaseCommand):
    """Brings a member list in, all of it or nothing."""

    help = "Bring a member list (CSV, Excel, LibreOffice) into a community: all of its rows, or none."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`import` is the only thing it does so far."""
        does = parser.add_subparsers(dest="does", required=True)
        brings = does.add_parser("import", help="Bring a list in.")
        brings.add_argument("file", type=Path, help="The list: CSV, XLSX, XLS or ODS.")
        brings.add_argument("--community", required=True, help="The short name of the community, as in its address.")
        brings.add_argument("--constituency", default="", help="The group for rows that name none.")
        brings.add_argument("--sheet", default=None, help="Which sheet of a workbook to read.")
        brings.add_argument("--dry-run", action="store_true", help="Only say what would happen.")

    def handle(self, *args: Any, **said: Any) -> None:
        """Ends with 1 when nothing could be written because of rows that need a person to decide."""
        community = Community.objects.filter(slug=said["community"]).first()
        if community is None:
            raise CommandError(f"There is no community “{said['community']}”. Look at the address of its first page.")
        brought = self._read(said["file"], community=community, sheet=said["sheet"])
        try:
            self._choose_groups(brought, default=said["constituency"])
            shown = measures.preview(brought, groups=community.constituencies.all())
            self._say(shown)
            if shown.open_rows:
                raise CommandError("Nothing was written. Mend these rows in the file, or bring it in on the page.")
            if said["dry_run"]:
                self.stdout.write("This was a dry run. Nothing was written.")
                return
            result = actions.confirm(brought, by=brought.by, seen=shown.digest).result
            self.stdout.write(f"{result['added']} added. {result['asked']} of them must say yes themselves.")
        except Refused as problem:
            raise CommandError(str(problem)) from problem
        finally:
            actions.drop(brought)

    def _read(self, path: Path, *, community: Community, sheet: str | None) -> MemberImport:
        """In the name of the facilitator who has been here longest."""
        everybody = Membership.objects.filter(community=community).present().with_roles().select_related("person")
        facilitator = next((member for member in everybody.order_by("since", "pk") if member.facilitates), None)
        if facilitator is None:
            raise CommandError("This community has no facilitator in whose name the list could come in.")
        most = settings.MINDLINES_UPLOAD_LIMIT
        try:
            table = read_table(path.read_bytes(), name=path.name, sheet=sheet, max_bytes=most)
        except OSError as problem:
            raise CommandError(f"“{path}” cannot be opened: {problem.strerror}.") from problem
        except Unreadable as problem:
            raise CommandError(str(problem)) from problem
        brought = actions.take_in(table, community=community, by=facilitator.person, file_name=path.name)
        brought.community = community
        if not {"name", "first_name", "last_name"} & set(brought.columns):
            actions.drop(brought)
            raise CommandError(
                f"No column looks like names. The columns are: {', '.join(table.columns)}. "
                "Name the column with the people “Name”, or bring the list in on the page."
            )
        chosen = ", ".join(f"{field.replace('_', ' ')} from “{column}”" for field, column in brought.columns.items())
        self.stdout.write(f"Read: {chosen}.")
        return brought

    def _choose_groups(self, brought: MemberImport, *, default: str) -> None:
        groups = list(brought.community.constituencies.all())
        words = measures.group_words(brought)
        if len(words) > measures.MOST_GROUPS:
            raise CommandError(
                "The column for the group has a different word in nearly every row. Bring the list in on the page."
            )
        guessed = measures.guessed_groups(words, groups=groups)
        names = {str(group.pk): group.name for group in groups}
        for word, group in guessed.items():
            self.stdout.write(f"“{word}” means {names.get(group, f'a new group “{word}”')}.")
        chosen = self._default(groups, name=default) if "" in words else ""
        actions.choose_groups(brought, words=guessed, default=chosen, standing=Standing.ACTIVE)
        brought.refresh_from_db()

    def _default(self, groups: list[Constituency], *, name: str) -> str:
        found = next((group for group in groups if group.name.casefold() == name.casefold()), None)
        if found is None:
            names = ", ".join(f"“{group.name}”" for group in groups)
            raise CommandError(f"Some rows name no group. Say where they belong with --constituency: {names}.")
        return str(found.pk)

    def _say(self, shown: measures.Preview) -> None:
        for note in shown.notes:
            self.stdout.write(note)
        for row in shown.open_rows:
            known = f" ({', '.join(other.name for other in row.known)})" if row.known else ""
            words = (
                f"{row.why} {row.remedy}"
                if row.kind == measures.REFUSED
                else f"Row {row.line}: {row.name} {OUTCOMES[row.kind]}{known}."
            )
            self.stdout.write(words)
        for kind, words in OUTCOMES.items():
            if shown.counts.get(kind):
                self.stdout.write(f"{shown.counts[kind]} {words}.")
