"""The currencies of the table: what a symbol, a code, a letter, a name or a hundredth stands for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from numcheck.lexicon import table

__all__ = [
    "codes",
    "currency_of",
    "dollars_and_the_like",
    "hundredths",
    "letters",
    "names",
    "symbols",
]


def _families() -> dict[str, dict[str, dict[str, str]]]:
    families: dict[str, dict[str, dict[str, str]]] = table("currencies")["families"]
    return families


@cache
def codes() -> frozenset[str]:
    """The ISO 4217 codes that stand beside a number, without those that are words ("ALL")."""
    currencies = table("currencies")
    known = {code for family in _families().values() for code in family["codes"].values()}
    return frozenset((known | set(currencies["codes"])) - set(currencies["not_codes"]))


@cache
def symbols() -> dict[str, str]:
    """Symbols before a number, with their codes."""
    return dict(table("currencies")["symbols"])


@cache
def letters() -> dict[str, str]:
    """Letters before a number that are a currency ("Rs"), with their codes."""
    return dict(table("currencies")["letters"])


@cache
def names() -> dict[str, str]:
    """Every name after a number, alone and with the word that tells currencies apart."""
    return {form: code for form, code, _ in _forms("forms")}


@cache
def hundredths() -> dict[str, str]:
    """Every name of a hundredth, with the code of the whole: "pence", "Australian cents"."""
    return {form: code for form, code, _ in _forms("hundredths")}


def _forms(kind: str) -> Iterator[tuple[str, str, str]]:
    """The forms of all families with their codes, and the name of the family."""
    for name, family in _families().items():
        forms = list(family.get(kind, ()))
        qualified = list(family.get("qualified", ())) if kind == "forms" else []
        for qualifier, code in family["codes"].items():
            for form in forms if not qualifier else dict.fromkeys([*forms, *qualified]):
                yield f"{qualifier} {form}".strip(), code, name


@cache
def currency_of(word: str) -> str:
    """The ISO 4217 code that a symbol, name or code stands for, empty where it is none."""
    if word in codes():
        return str(table("currencies")["codes"].get(word, word))
    for forms in (symbols(), letters(), names(), hundredths()):
        if code := forms.get(word) or forms.get(word.lower()):
            return code
    return ""


@cache
def dollars_and_the_like() -> dict[str, tuple[str, ...]]:
    """What a bare name or "$" may mean besides its code: the other currencies of its family."""
    alternatives: dict[str, tuple[str, ...]] = {}
    for family in _families().values():
        known = tuple(dict.fromkeys(family["codes"].values()))
        if len(known) > 1:
            forms = [*family["forms"], *family.get("hundredths", ())]
            alternatives.update(dict.fromkeys(forms, known))
    return {**alternatives, "$": alternatives["dollars"]}
