"""Errors that carry a sentence for the reader."""

from django.utils.functional import Promise


class Refused(Exception):
    """What was asked cannot happen now; the sentence says why and what to do instead."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)
