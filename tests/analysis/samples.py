"""Small files in the layouts that people really have, made on the spot."""

import struct
import zipfile
from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.oxml import OxmlElement
from docx.shared import Cm
from openpyxl import Workbook

TEAMS_LIST = """Full Name\tUser Action\tTimestamp
Lee Bo\tJoined before\t13/05/2026, 10:00:10
Ana Ruiz\tJoined\t13/05/2026, 10:02:00
Ana Ruiz\tLeft\t13/05/2026, 10:12:00
Ana Ruiz\tJoined\t13/05/2026, 10:20:00
Lee Bo\tLeft\t13/05/2026, 11:00:10
"""

TEAMS_REPORT = """1. Summary
Meeting title\tSpring planning
Attended participants\t3
Start time\t5/13/26, 9:59:00 AM
End time\t5/13/26, 11:01:00 AM
Meeting duration\t1h 2m

2. Participants
Name\tFirst join\tLast leave\tIn-meeting duration\tEmail\tParticipant ID (UPN)\tRole
Ruiz, Ana (EXT)\t5/13/26, 10:00:00 AM\t5/13/26, 11:00:00 AM\t45m 5s\tana@X.org\tana@x.org\tOrganizer
Bo Lee (Guest)\t5/13/26, 10:05:00 AM\t5/13/26, 10:35:00 AM\t30m\t\t\tPresenter
Read.ai\t5/13/26, 10:05:00 AM\t5/13/26, 10:35:00 AM\t30m\t\t\tPresenter

3. In-Meeting activities
Name\tJoin time\tLeave time\tDuration\tEmail\tRole
Ruiz, Ana (EXT)\t5/13/26, 10:00:00 AM\t5/13/26, 10:30:00 AM\t30m\tana@x.org\tOrganizer
Ruiz, Ana (EXT)\t5/13/26, 10:20:00 AM\t5/13/26, 10:40:00 AM\t20m\tana@x.org\tOrganizer
Bo Lee (Guest)\t5/13/26, 10:05:00 AM\t5/13/26, 10:35:00 AM\t30m\t\tPresenter
Read.ai\t5/13/26, 10:05:00 AM\t5/13/26, 10:35:00 AM\t30m\t\tPresenter
"""

ZOOM_TWO_BLOCKS = """Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,
90000000001,Spring planning,05/13/2026 10:00:00 AM,05/13/2026 11:00:00 AM,ana@x.org,60,9,

Name (Original Name),User Email,Total Duration (Minutes),Guest
Ana Ruiz,ana@x.org,60,No
Bo's iPad (Lee),,57,Yes
"Ann & Tom, Ely",,12,Yes
"""

ZOOM_ROWS = """Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room
Ana Ruiz,ana@x.org,05/13/2026 10:00:00 AM,05/13/2026 10:20:00 AM,20,No,No
Ana Ruiz,ana@x.org,05/13/2026 10:30:00 AM,05/13/2026 11:00:00 AM,30,No,No
447700900123,,05/13/2026 10:30:00 AM,05/13/2026 11:00:00 AM,30,Yes,No
"""

MEET = """First name,Last name,Email,Duration,Time joined,Time exited
Ana,Ruiz,ana@x.org,1 hr 2 min,9:58 AM,11:00 AM
Bo,Lee,,35 min,10:05 AM,10:40 AM
"""


def workbook(*sheets: tuple[str, Sequence[Sequence[object]]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def document(*paragraphs: str, table: Sequence[str] = (), inserted: str = "") -> bytes:
    """A Word document; `inserted` stands in it as a change that is being tracked, with a tab after its first word."""
    made = Document()
    for text in paragraphs:
        made.add_paragraph(text)
    if table:
        row = made.add_table(rows=1, cols=len(table)).rows[0]
        for cell, text in zip(row.cells, table, strict=True):
            cell.text = text
    if inserted:
        paragraph = made.add_paragraph()
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(2))
        run = paragraph.add_run(inserted.replace(" ", "\t", 1))
        change = OxmlElement("w:ins")
        run._r.addprevious(change)
        change.append(run._r)
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def packed(entries: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return target.getvalue()


def repacked(content: bytes, changed: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    return packed(entries | changed)


def ods(body: str) -> bytes:
    names = ["office", "table", "text"]
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    xml = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="People">{body}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    mimetype = b"application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": mimetype, "content.xml": xml.encode(), "META-INF/manifest.xml": manifest.encode()})


def ods_row(*cells: str, repeated: int = 1) -> str:
    inner = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in cells
    )
    return f'<table:table-row table:number-rows-repeated="{repeated}">{inner}</table:table-row>'


def xls(rows: Sequence[Sequence[str | int]], *, protected: bool = False) -> bytes:
    """An Excel workbook of 1997, as small as can be: one sheet, no styles."""

    def record(kind: int, body: bytes) -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    def start(kind: int) -> bytes:
        return record(0x809, struct.pack("<HHHHII", 0x600, kind, 0, 1997, 0, 6))

    end, cells = record(0x0A, b""), b""
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            place = struct.pack("<HHH", row, column, 0)
            if isinstance(value, str):
                cells += record(0x204, place + struct.pack("<HB", len(value), 0) + value.encode("latin-1"))
            else:
                cells += record(0x203, place + struct.pack("<d", value))
    before = start(5) + (record(0x2F, bytes(54)) if protected else b"")
    sheet_at = len(before) + 4 + 8 + len("People") + len(end)
    before += record(0x85, struct.pack("<IBBBB", sheet_at, 0, 0, len("People"), 0) + b"People") + end
    return _old_container(before + start(0x10) + cells + end)


def _old_container(stream: bytes) -> bytes:
    free, last = 0xFFFFFFFF, 0xFFFFFFFE
    stream = stream.ljust(4096, b"\0")
    chain = [0xFFFFFFFD, last, *range(3, 10), last]
    table = struct.pack("<128I", *chain, *[free] * (128 - len(chain)))

    def entry(name: str, kind: int, child: int, first: int, size: int) -> bytes:
        title = (name + "\0").encode("utf-16-le")
        parts = struct.pack("<HBBIII", len(title), kind, 1, free, free, child) + bytes(36)
        return title.ljust(64, b"\0") + parts + struct.pack("<IQ", first, size)

    folder = entry("Root Entry", 5, 1, last, 0) + entry("Workbook", 2, free, 2, len(stream)) + bytes(256)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, last, 0, last, 0)
    header += struct.pack("<109I", 0, *[free] * 108)
    return header + table + folder + stream


def calendar(*lines: str, head: Sequence[str] = ()) -> bytes:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *head, *lines, "END:VCALENDAR", ""]).encode()


def event(uid: str, start: str, *more: str) -> tuple[str, ...]:
    return ("BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:Meeting {uid}", start, *more, "END:VEVENT")
