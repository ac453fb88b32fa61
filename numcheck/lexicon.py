"""Loads the tables of a language once: one fact, one table, and code that holds no words."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["table"]


@cache
def table(name: str, language: str = "en") -> Mapping[str, Any]:
    """The table ``data/<language>/<name>.toml``, as it is written.

    >>> table("numerals")["cardinals"]["twelve"]
    12
    """
    resource = files("numcheck") / "data" / language / f"{name}.toml"
    return tomllib.loads(resource.read_text(encoding="utf-8"))
