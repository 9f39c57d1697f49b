"""Work behind the pages: what must be done soon, and what must be done again and again.

One thread does both. It runs inside the web process, or as `mindlines worker` when several web processes serve. Work
that somebody asked for is a task of django-tasks, kept in the database; here it gains a second try and a rescue from a
worker that was killed. Jobs that come again are plain functions; every one is safe to run twice at once, so no lock is needed.
"""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db import close_old_connections, connection
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

logger = logging.getLogger(__name__)

MOST_TRIES = 5
LEFT_FOR_DEAD = timedelta(minutes=15)


@dataclass
class Job:
    """A function that runs every so many seconds."""

    run: Callable[[], object]
    seconds: float
    due: float = 0.0


_jobs: list[Job] = []


def every(*, seconds: float) -> Callable[[Callable[[], object]], Callable[[], object]]:
    """Run the decorated function again and again while the program runs."""

    def enlist(run: Callable[[], object]) -> Callable[[], object]:
        _jobs.append(Job(run=run, seconds=seconds))
        return run

    return enlist


def jobs() -> tuple[Job, ...]:
    """All jobs that contexts have enlisted."""
    return tuple(_jobs)


class Workshop(threading.Thread):
    """The thread that works until it is told to stop."""

    def __init__(self, *, pause: float = 0.5) -> None:
        super().__init__(name="mindlines-workshop", daemon=True)
        self.pause = pause
        self.name_of_worker = get_random_string(16)
        self._stop_asked = threading.Event()

    def stop(self, *, wait: float = 10.0) -> None:
        """Finish what is in hand, begin nothing new."""
        self._stop_asked.set()
        if self.is_alive():
            self.join(wait)

    def run(self) -> None:
        if connection.vendor == "sqlite":
            # One process owns an embedded database, so what is still marked as running died with the last one.
            DBTaskResult.objects.filter(status="RUNNING").update(status="READY", started_at=None)
        while not self._stop_asked.is_set():
            try:
                self.turn()
            except Exception:  # the workshop outlives any single failure
                logger.exception("The workshop stumbled and goes on.")
            self._stop_asked.wait(self.pause)

    def turn(self) -> None:
        """One round: every job that is due, then one task."""
        close_old_connections()
        for job in _jobs:
            if time.monotonic() >= job.due and not self._stop_asked.is_set():
                job.due = time.monotonic() + job.seconds
                _try(job)
        if not self._stop_asked.is_set() and DBTaskResult.objects.ready().exists():
            do_one_task(self.name_of_worker)
        close_old_connections()


def _try(job: Job) -> None:
    try:
        job.run()
    except Exception:  # one job that fails must not keep the others from running
        logger.exception("The job %s failed; it is tried again when it is next due.", job.run.__qualname__)


def do_one_task(worker_id: str = "by-hand") -> None:
    """Run the next waiting task, if there is one."""
    Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=1,
        worker_id=worker_id,
        excluded_queue_names=[],
    ).run()


@every(seconds=20)
def try_again() -> None:
    """A task that failed waits longer after each try; one whose worker was killed goes back into the queue."""
    now = timezone.now()
    DBTaskResult.objects.filter(status="RUNNING", started_at__lt=now - LEFT_FOR_DEAD).update(
        status="READY", started_at=None
    )
    # What went wrong stands in the log, where names are masked; a trace in the database could hold them.
    DBTaskResult.objects.filter(status="FAILED").exclude(traceback="").update(traceback="")
    for task in DBTaskResult.objects.filter(status="FAILED", finished_at__gt=now - timedelta(days=1)):
        tries = len(task.worker_ids)
        waited = task.finished_at is not None and now - task.finished_at > timedelta(seconds=15 * 4**tries)
        if tries < MOST_TRIES and waited:
            DBTaskResult.objects.filter(pk=task.pk, status="FAILED").update(status="READY", finished_at=None)


@every(seconds=24 * 3600)
def forget_finished() -> None:
    """Finished tasks are kept for a fortnight."""
    DBTaskResult.objects.filter(finished_at__lt=timezone.now() - timedelta(days=14)).delete()
