import contextlib
import signal
import socket
import sqlite3
import subprocess
import threading
import urllib.error
from pathlib import Path

import pytest
from django.db import connection  # noqa: F401  # the mark below asks it

from .running import Running, command, surroundings

pytestmark = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="the program is started on its own SQLite")

DEMO = "Moving well in Marlshire"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*words), env=surroundings(home), capture_output=True, text=True, check=False, timeout=120
    )


def ask(home: Path, sql: str) -> list[tuple]:
    with sqlite3.connect(home / "mindlines.sqlite3") as database:
        return database.execute(sql).fetchall()


def test_the_first_start_makes_the_demo_says_how_to_sign_in_and_the_second_keeps_what_was_done(home):
    first = Running(home)
    assert "Where people and evidence meet" in first.page("/")
    assert first.stop() == 0
    assert "frances@demo.example.org" in first.screen
    assert f"http://localhost:{first.port}" in first.screen
    assert "Traceback" not in first.screen
    with sqlite3.connect(home / "mindlines.sqlite3") as database:
        database.execute("UPDATE communities_community SET about = 'Changed by us'")
    second = Running(home)
    assert second.stop(signal.SIGTERM) in (0, -signal.SIGTERM)
    assert ask(home, "SELECT name, about FROM communities_community") == [(DEMO, "Changed by us")]


def test_a_program_killed_while_people_write_leaves_a_sound_database_and_starts_again(home):
    site = Running(home)
    posts = [threading.Thread(target=_ask_for_codes, args=(site, number)) for number in range(4)]
    for post in posts:
        post.start()
    site.stop(signal.SIGKILL)
    for post in posts:
        post.join()
    assert ask(home, "PRAGMA integrity_check") == [("ok",)]
    again = Running(home)
    assert "Sign in" in again.page("/sign-in/")
    again.stop()


def _ask_for_codes(site: Running, number: int) -> None:
    """Somebody asks for codes again and again, until nobody answers."""
    form = f"csrfmiddlewaretoken={'a' * 32}&login=person{number}@example.org".encode()
    for _ in range(200):
        try:
            site.page("/sign-in/", cookie=f"csrftoken={'a' * 32}", data=form)
        except urllib.error.HTTPError:
            continue
        except OSError:
            return


def test_a_port_that_is_taken_is_said_in_words(home):
    site = Running(home)
    refused = subprocess.run(
        command("serve", "--port", str(site.port)),
        env=surroundings(home),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    site.stop()
    assert refused.returncode == 1
    assert "taken by another program" in refused.stderr


def test_production_refuses_to_start_without_its_secrets(home):
    env = surroundings(home, MINDLINES_DEVELOPMENT="no")
    refused = subprocess.run(command("set-up"), env=env, capture_output=True, text=True, check=False, timeout=60)
    assert refused.returncode != 0
    assert "Set MINDLINES_SECRET" in refused.stderr


def test_production_refuses_to_start_without_a_mail_server(home):
    secrets = {"MINDLINES_SECRET": "long and random", "MINDLINES_ADDRESS": "https://mindlines.example.org"}
    env = surroundings(home, MINDLINES_DEVELOPMENT="no", **secrets)
    refused = subprocess.run(command("set-up"), env=env, capture_output=True, text=True, check=False, timeout=60)
    assert refused.returncode != 0
    assert "Set MINDLINES_MAIL_HOST" in refused.stderr


def test_what_is_kept_is_for_the_programs_own_user_alone(home):
    run(home, "set-up")
    kept = {path.name: path.stat().st_mode & 0o077 for path in (home, *home.iterdir())}
    assert {"secret", "mindlines.sqlite3"} <= set(kept)
    assert {name for name, open_to_others in kept.items() if open_to_others} == set()


def test_whoever_sends_without_end_is_hung_up_on(home):
    site = Running(home)
    try:
        with socket.create_connection(("127.0.0.1", site.port), timeout=60) as caller:
            caller.sendall(b"POST /join/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n")
            with contextlib.suppress(OSError):
                for _ in range(200):
                    caller.sendall(b"x" * 1024 * 1024)
            assert b"413" in caller.recv(100)
        assert "Sign in" in site.page("/sign-in/")
    finally:
        site.stop()


def test_a_laptop_is_not_reached_by_a_name_of_the_outside_world(home):
    site = Running(home)
    try:
        with pytest.raises(urllib.error.HTTPError, match="400"):
            site.page("/mailbox/", headers={"Host": "mindlines.example.org"})
        assert "Mailbox" in site.page("/mailbox/")
    finally:
        site.stop()


def test_every_command_explains_itself(home):
    said = run(home, "--help").stdout
    for word in ("serve", "demo", "worker", "person", "members", "set-up"):
        assert word in said
        assert "Usage" in run(home, word, "--help").stdout


def test_a_member_list_is_tried_first_and_then_taken_in(home, tmp_path):
    run(home, "demo")
    people = tmp_path / "people.csv"
    people.write_text("Name;E-mail;Group\nNell Abara;nell@example.org;Lay members\n", encoding="utf-8")
    words = ("members", "import", str(people), "--community", "moving-well")
    tried = run(home, *words, "--dry-run")
    assert (tried.returncode, ask(home, "SELECT count(*) FROM people_person WHERE name = 'Nell Abara'")) == (0, [(0,)])
    taken = run(home, *words)
    assert (taken.returncode, ask(home, "SELECT count(*) FROM people_person WHERE name = 'Nell Abara'")) == (0, [(1,)])


def test_the_first_facilitator_is_added_at_the_keyboard(home):
    run(home, "set-up")
    added = run(home, "person", "add", "--name", "Nell Abara", "--email", "nell@example.org")
    assert "Nell Abara" in added.stdout
    assert ask(home, "SELECT name FROM people_person") == [("Nell Abara",)]


def test_the_demo_is_made_anew_only_when_asked(home):
    assert "Made the demonstration" in run(home, "demo").stdout
    assert "there already" in run(home, "demo").stdout
    assert "Made the demonstration" in run(home, "demo", "--again").stdout
    assert ask(home, "SELECT count(*) FROM communities_community") == [(1,)]


def test_somebody_who_cannot_sign_in_is_erased_at_the_keyboard(home):
    run(home, "demo")
    assert "Nobody fits" in run(home, "person", "erase", "Nobody Here", "--yes").stderr
    assert "Erased" in run(home, "person", "erase", "Edith Crane", "--yes").stdout
    assert ask(home, "SELECT count(*) FROM people_person WHERE name = 'Edith Crane' OR address != ''") == [(0,)]


def test_whoever_sends_slowly_takes_nobodys_turn(home):
    site = Running(home)
    start = b"POST /join/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf a"
    callers = [socket.create_connection(("127.0.0.1", site.port), timeout=60) for _ in range(20)]
    try:
        for caller in callers:
            caller.sendall(start)
        assert "Sign in" in site.page("/sign-in/")
    finally:
        for caller in callers:
            caller.close()
        site.stop()
