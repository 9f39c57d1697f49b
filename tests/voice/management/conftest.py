"""A meeting as a video program recorded it: three groups, and somebody who never speaks."""

import json

import pytest
from click.testing import CliRunner

from mindlines.cli import main

TRANSCRIPT = """WEBVTT

1
00:00:10.000 --> 00:00:20.000
Ana Ruiz: Welcome to all of you. What do we know?

2
00:00:20.000 --> 00:00:50.000
Ana Ruiz: I will go first, with your leave.

3
00:00:48.000 --> 00:00:58.000
Lee, Bo: May I ask what this word means?

4
00:01:58.000 --> 00:02:08.000
Lee, Bo: Thank you.

5
00:02:10.000 --> 00:02:08.000
Ana Ruiz: This one ends before it begins.
"""
MEMBERS = """Name,Email,Stakeholder group
Ana Ruiz,ana@x.org,Clinicians
Bo Lee,bo@x.org,Lay members
Di Fox,di@x.org,Lay members
Eve Hall,,Managers
"""
ATTENDANCE = "Name,Email,Attended\nAna Ruiz,,yes\nBo Lee,,yes\nDi Fox,,yes\nEve Hall,,apologies\n"


@pytest.fixture
def measures(tmp_path):
    """Runs the command on files made of texts, and gives back the exit code, all that was printed, and the figures."""

    def run(*more, transcript=TRANSCRIPT, attendance=ATTENDANCE, members=MEMBERS, name="meeting.vtt"):
        words = ["voice", str(written(tmp_path / name, transcript))]
        for option, text in (("attendance", attendance), ("members", members)):
            if text is not None:
                words += [f"--{option}", str(written(tmp_path / f"{option}.csv", text))]
        words += ["--json", str(tmp_path / "out.json"), *map(str, more)]
        result = CliRunner().invoke(main, words)
        assert isinstance(result.exception, SystemExit | None), result.exception
        out = tmp_path / "out.json"
        return result.exit_code, result.output, json.loads(out.read_text()) if out.exists() else None

    return run


def written(path, text):
    path.write_text(text)
    return path
