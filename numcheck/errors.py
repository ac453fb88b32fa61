"""The exceptions that numcheck raises on purpose.

A fault in an article is a Finding; a fault in the input or in the settings is one of these.
Each names the file, what is wrong with it and what to do about it.
"""

from __future__ import annotations

__all__ = ["ConfigError", "NumcheckError", "ReadError"]


class NumcheckError(Exception):
    """The root of every exception that numcheck raises on purpose."""


class ReadError(NumcheckError):
    """An article that could not be read: ``str(error)`` names the file, the fault and the remedy."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class ConfigError(NumcheckError):
    """A setting that cannot be used: ``str(error)`` names the file, the key and the remedy."""
