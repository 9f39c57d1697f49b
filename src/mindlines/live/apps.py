from django.apps import AppConfig


class LiveConfig(AppConfig):
    name = "mindlines.live"
    label = "live"

    def ready(self) -> None:
        from mindlines.kernel import news  # noqa: PLC0415 - models exist only now
        from mindlines.live.actions.news import spread  # noqa: PLC0415

        news.listen(lambda meeting, part: spread(meeting, part=part))
