"""Mindlines: one place to run a community of practice, to study it, and to show what it changed."""

__version__ = "0.1.0"
