"""The post of a story: the worker's turn, and what lies in somebody's mailbox after it."""

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

from django_tasks_db.models import DBTaskResult

from mindlines.communication import post_office
from mindlines.kernel.work import do_one_task


class Post:
    """Mail that the worker took out of the outbox and put into the mailbox folder of a laptop."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def goes_out(self) -> None:
        """The worker's turn: every task that waits, then every mail."""
        while DBTaskResult.objects.ready().exists():
            do_one_task()
        while post_office.deliver_waiting():
            pass

    def to(self, address: str) -> list[EmailMessage]:
        """All mail to somebody, oldest first."""
        self.goes_out()
        raw = [part for path in sorted(self.folder.glob("*.log")) for part in _parts(path)]
        mails = [BytesParser(policy=policy.default).parsebytes(each) for each in raw]
        return sorted((mail for mail in mails if mail["To"] == address), key=lambda mail: mail["Date"].datetime)

    def newest(self, address: str, *, about: str = "") -> EmailMessage:
        found = [mail for mail in self.to(address) if about in mail["Subject"]]
        assert found, f"no mail about “{about}” to {address}"
        return found[-1]

    def code(self, address: str) -> str:
        found = re.search(r"^\d{6}$", words(self.newest(address, about="code")), re.MULTILINE)
        assert found, words(self.newest(address))
        return found[0]

    def link(self, address: str, *, about: str = "", part: str = "") -> str:
        """The first address in the newest mail that holds `part`."""
        return next(link for link in links(self.newest(address, about=about)) if part in link)


def words(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def links(mail: EmailMessage) -> list[str]:
    return re.findall(r"https?://\S+", words(mail))


def enclosures(mail: EmailMessage) -> dict[str, bytes]:
    """Media types of what is enclosed, with the bytes."""
    return {
        part.get_content_type(): part.get_payload(decode=True)
        for part in mail.walk()
        if part.get_content_disposition() == "attachment"
    }


def _parts(path: Path) -> list[bytes]:
    return [part.strip() for part in path.read_bytes().split(b"\n" + b"-" * 79 + b"\n") if part.strip()]
