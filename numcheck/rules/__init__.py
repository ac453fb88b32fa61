"""The rules: one file each, found by walking the package; nobody keeps a list.

``ncNNN_problem_name.py`` is rule NCNNN, problem-name. Its folder says what it is given:

``typo``        a reading
``arithmetic``  a reading: one article with its figures
``calendar``    a reading
``mismatch``    a cluster: figures that measure the same thing

The module's docstring is its manual page. ``FLAGGED`` and ``SILENT`` are its examples: texts, or for
a mismatch tuples of texts that are one story, with the expected span in ``[[`` and ``]]``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from numcheck.errors import ConfigError
from numcheck.model import Hit, Severity

__all__ = ["FAMILIES", "Rule", "all_rules", "find_rule", "select_rules"]

FAMILIES = ("typo", "arithmetic", "calendar", "mismatch")
# What is typed for a digit of a code.
LOOK_ALIKES = str.maketrans("OIL", "011")
MODULE = re.compile(r"nc([0-9]{3})_([a-z_]+)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as its module declares it."""

    code: str
    name: str
    family: str
    severity: Severity
    text: str
    flagged: tuple[Any, ...]
    silent: tuple[Any, ...]
    check: Callable[..., Iterator[Hit]]

    @property
    def summary(self) -> str:
        """The first line of the manual page, without its full stop."""
        return self.text.partition("\n")[0].rstrip(".")


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of their codes."""
    rules = []
    for family in FAMILIES:
        package = import_module(f"{__name__}.{family}")
        for module_info in iter_modules(package.__path__):
            match = MODULE.fullmatch(module_info.name)
            if match:
                module = import_module(f"{package.__name__}.{module_info.name}")
                rules.append(
                    Rule(
                        code=f"NC{match[1]}",
                        name=match[2].replace("_", "-"),
                        family=family,
                        severity=module.SEVERITY,
                        text=(module.__doc__ or "").strip(),
                        flagged=module.FLAGGED,
                        silent=module.SILENT,
                        check=module.check,
                    )
                )
    return tuple(sorted(rules, key=lambda rule: rule.code))


def find_rule(word: str) -> Rule:
    """The rule of a code or a name, in any case.

    Raises ConfigError, which names the nearest rule, where there is none.
    """
    wanted = word.strip().lower()
    for rule in all_rules():
        if wanted in (rule.code.lower(), rule.name):
            return rule
    known = [name for rule in all_rules() for name in (rule.code, rule.name)]
    code = wanted.upper().translate(LOOK_ALIKES)
    near = get_close_matches(wanted, known, 1) or get_close_matches(code, known, 1)
    hint = f"; did you mean {near[0]}?" if near else "; `numcheck rules` lists them all"
    raise ConfigError(f"there is no rule {word!r}{hint}")


def select_rules(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules that ``select`` names, or all of them, without those that ``ignore`` names.

    A rule is named by its code, the beginning of its code ("NC1") or its name. Raises ConfigError
    where a word names no rule.
    """
    select = (select,) if isinstance(select, str) else select
    ignore = (ignore,) if isinstance(ignore, str) else ignore
    chosen = {rule.code for word in select for rule in _named(word)}
    left_out = {rule.code for word in ignore for rule in _named(word)}
    return tuple(
        rule for rule in all_rules() if (not chosen or rule.code in chosen) and rule.code not in left_out
    )


def _named(word: str) -> tuple[Rule, ...]:
    prefix = word.strip().upper()
    if re.fullmatch(r"NC[0-9]{0,2}", prefix):
        rules = tuple(rule for rule in all_rules() if rule.code.startswith(prefix))
        if rules:
            return rules
    return (find_rule(word),)
