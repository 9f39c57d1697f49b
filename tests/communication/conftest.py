import pytest


@pytest.fixture(autouse=True)
def real_outbox(settings) -> None:
    """Django's test runner swaps the mail backend; these stories are about the real one."""
    settings.EMAIL_BACKEND = "mindlines.communication.outbox.Outbox"
