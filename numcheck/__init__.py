"""numcheck finds the figures in articles that cannot all be true.

    import numcheck

    articles = numcheck.read("corpus/")
    report = numcheck.check(articles)
    for finding in report.findings:
        print(finding.rule, finding.message)

The names below are the public ones. They are imported when they are first used, so that the
command line starts at once.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

# What `typing` has under this name, without the time that importing it takes.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from numcheck.engine import Report, check, extract
    from numcheck.errors import ConfigError, NumcheckError, ReadError
    from numcheck.interval import Interval
    from numcheck.model import (
        Article,
        Cluster,
        Evidence,
        Figure,
        Finding,
        Mention,
        Quantity,
        Story,
        Subject,
    )
    from numcheck.readers.files import read

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Cluster",
    "ConfigError",
    "Evidence",
    "Figure",
    "Finding",
    "Interval",
    "Mention",
    "NumcheckError",
    "Quantity",
    "ReadError",
    "Report",
    "Story",
    "Subject",
    "check",
    "extract",
    "read",
]

_HOMES = {
    "numcheck.engine": ("Report", "check"),
    "numcheck.errors": ("ConfigError", "NumcheckError", "ReadError"),
    "numcheck.interval": ("Interval",),
    "numcheck.model": (
        "Article",
        "Cluster",
        "Evidence",
        "Figure",
        "Finding",
        "Mention",
        "Quantity",
        "Story",
        "Subject",
    ),
    "numcheck.readers.files": ("read",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


class _Package(ModuleType):
    """This package. ``numcheck.extract`` is the function, although a package has that name too."""

    @property
    def extract(self) -> Any:
        """The function; what the import system would bind here is reached by its full name."""
        return import_module("numcheck.engine").extract

    @extract.setter
    def extract(self, value: object) -> None:
        """The import system binds the package when it is first imported."""


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    if name in _HOME_OF:
        return getattr(import_module(_HOME_OF[name]), name)
    raise AttributeError(f"module 'numcheck' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
