"""Tasks that exist for the stories about the workshop."""

from django_tasks import task

done: list[str] = []
trouble: list[str] = []


@task()
def sweep(room: str) -> str:
    if trouble:
        raise RuntimeError(trouble.pop())
    done.append(room)
    return room
