"""What the system says about a process, and what a list of waits comes to."""

from bench.meeting_page import megabytes
from bench.meeting_page import processor_seconds as cpu_seconds


def percentiles(waits: list[float]) -> tuple[float, float, float]:
    """p50, p95 and p99 in milliseconds of waits in seconds."""
    ordered = sorted(waits)
    return tuple(1000 * ordered[min(len(ordered) - 1, int(len(ordered) * part))] for part in (0.50, 0.95, 0.99))


__all__ = ["cpu_seconds", "megabytes", "percentiles"]
