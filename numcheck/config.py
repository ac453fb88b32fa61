"""Settings: ``numcheck.toml``, or ``[tool.numcheck]`` in ``pyproject.toml``, found upward.

A key or a value that is not known is an error that names the nearest one that is.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from numcheck.errors import ConfigError
from numcheck.link.stories import StoryMode

__all__ = ["FAIL_ON", "STORIES", "Settings", "load_settings"]

FAIL_ON = ("error", "warning", "note", "never")
STORIES: tuple[str, ...] = get_args(StoryMode)
FILE_NAMES = ("numcheck.toml", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a check does: which rules, which files, what fails it.

    ``baseline`` is the accepted-findings file, relative to ``folder``, where the settings stand;
    ``house_units`` are what the house means by a unit that an article leaves open: "AUD" by "$".
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: str = "warning"
    stories: StoryMode = "auto"
    baseline: str = ""
    house_units: tuple[str, ...] = ()
    folder: Path = Path()


LISTS = ("select", "ignore", "exclude", "house-units")
CHOICES: dict[str, tuple[str, ...]] = {"fail-on": FAIL_ON, "stories": STORIES}
KEYS = (*LISTS, *CHOICES, "baseline")


def load_settings(start: Path, file: Path | None = None) -> Settings:
    """The settings that hold for ``start``: those of ``file``, or of the nearest folder upward.

    Raises ConfigError where the file is no TOML, or a key or a value is none of ours.
    """
    if file is not None:
        return _parse(file, _load(file))
    folder = start if os.path.isdir(start) else start.parent
    for parent in (folder.absolute(), *folder.absolute().parents):
        for name in FILE_NAMES:
            candidate = parent / name
            if os.path.isfile(candidate):
                values = _load(candidate)
                if values is not None:
                    return _parse(candidate, values)
    return Settings()


def _load(file: Path) -> Mapping[str, Any] | None:
    """The settings of a file; None where it is a ``pyproject.toml`` that holds none."""
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{file}: {(error.strerror or str(error)).lower()}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigError(f"{file}: not TOML: {error}") from error
    if file.name != "pyproject.toml":
        return content
    tools = content.get("tool", {})
    section = tools.get("numcheck") if isinstance(tools, dict) else None
    if section is not None and not isinstance(section, dict):
        raise ConfigError(f"{file}: [tool.numcheck] is no table of settings")
    return section


def _parse(file: Path, values: Mapping[str, Any] | None) -> Settings:
    changes: dict[str, Any] = {}
    for key, value in (values or {}).items():
        if key not in KEYS:
            raise ConfigError(f"{file}: unknown key {key!r}{_nearest(key, KEYS)}")
        field = key.replace("-", "_")
        if key in LISTS:
            is_list = isinstance(value, list) and all(isinstance(item, str) for item in value)
            if not is_list:
                raise ConfigError(f"{file}: {key}: {value!r} is no list of strings")
            changes[field] = tuple(value)
        elif key in CHOICES:
            changes[field] = _choice(file, key, value)
        elif not isinstance(value, str):
            raise ConfigError(f"{file}: {key}: {value!r} is no path")
        else:
            changes[field] = value
    return Settings(folder=file.parent, **changes)


def _choice(file: Path, key: str, value: object) -> str:
    if value in CHOICES[key]:
        return str(value)
    known = ", ".join(CHOICES[key])
    raise ConfigError(f"{file}: {key}: {value!r} is none of {known}{_nearest(str(value), CHOICES[key])}")


def _nearest(word: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(word, known, 1)
    return f"; did you mean {near[0]!r}?" if near else ""
