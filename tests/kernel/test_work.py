import time
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from mindlines.kernel import work

from . import chores


@pytest.fixture(autouse=True)
def tidy() -> None:
    chores.done.clear()
    chores.trouble.clear()


@pytest.fixture
def workshop(monkeypatch) -> work.Workshop:
    monkeypatch.setattr(work, "_jobs", [])
    return work.Workshop(pause=0.01)


@pytest.mark.django_db(transaction=True)
def test_a_task_is_done_once(workshop):
    chores.sweep.enqueue("the hall")
    workshop.turn()
    workshop.turn()
    assert chores.done == ["the hall"]


@pytest.mark.django_db(transaction=True)
def test_a_task_that_failed_is_tried_again_after_a_while(workshop):
    chores.trouble.append("the broom is gone")
    chores.sweep.enqueue("the hall")
    workshop.turn()
    work.try_again()
    workshop.turn()
    assert chores.done == []
    DBTaskResult.objects.update(finished_at=timezone.now() - timedelta(minutes=2))
    work.try_again()
    workshop.turn()
    assert chores.done == ["the hall"]


@pytest.mark.django_db(transaction=True)
def test_what_went_wrong_stands_in_the_log_once_and_not_in_the_database(workshop, caplog):
    chores.trouble.append("the broom is gone")
    chores.sweep.enqueue("the hall")
    workshop.turn()
    work.try_again()
    work.try_again()
    assert caplog.text.count("RuntimeError: the broom is gone") == 1
    assert DBTaskResult.objects.get().traceback == ""


@pytest.mark.django_db(transaction=True)
def test_a_task_is_given_up_after_five_tries(workshop):
    chores.sweep.enqueue("the hall")
    old = timezone.now() - timedelta(hours=20)
    DBTaskResult.objects.update(status="FAILED", worker_ids=["a"] * work.MOST_TRIES, finished_at=old)
    work.try_again()
    assert DBTaskResult.objects.get().status == "FAILED"


@pytest.mark.django_db(transaction=True)
def test_a_task_whose_worker_was_killed_goes_back_into_the_queue(workshop):
    chores.sweep.enqueue("the hall")
    DBTaskResult.objects.update(status="RUNNING", started_at=timezone.now() - timedelta(minutes=20))
    work.try_again()
    workshop.turn()
    assert chores.done == ["the hall"]


@pytest.mark.django_db(transaction=True)
def test_finished_tasks_are_forgotten_after_a_fortnight(workshop):
    chores.sweep.enqueue("the hall")
    workshop.turn()
    DBTaskResult.objects.update(finished_at=timezone.now() - timedelta(days=15))
    work.forget_finished()
    assert not DBTaskResult.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_one_job_that_fails_does_not_keep_the_others_from_running(workshop, caplog):
    ran: list[str] = []

    @work.every(seconds=60)
    def stumble() -> None:
        raise RuntimeError("ouch")

    @work.every(seconds=60)
    def walk() -> None:
        ran.append("walked")

    workshop.turn()
    workshop.turn()
    assert ran == ["walked"]
    assert "stumble" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_the_workshop_works_beside_us_and_stops_when_asked(workshop):
    chores.sweep.enqueue("the hall")
    workshop.start()
    until = time.monotonic() + 10
    while not chores.done and time.monotonic() < until:
        time.sleep(0.02)
    workshop.stop()
    assert chores.done == ["the hall"]
    assert not workshop.is_alive()


def test_the_program_has_enlisted_its_jobs():
    names = {job.run.__name__ for job in work.jobs()}
    assert {"deliver", "try_again", "forget_finished", "forget_words"} <= names
