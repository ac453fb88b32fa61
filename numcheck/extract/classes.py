"""The class of a token, one character, by the tables: what the grammar is written in.

The recognisers are small patterns over the string of class characters, so that a new word is a row
in a table and a new construction a short pattern, and neither slows the scan of the text.

========  =======================================  ========  ====================================
class     token                                    class     token
========  =======================================  ========  ====================================
``d``     digits, 1 to 31                          ``u``     a unit of measurement
``y``     digits that may be a year                ``T``     a unit of time
``N``     other digits, or with a magnitude        ``%``     percent
``n``     a number in words                        ``$``     a currency before the number
``v``     a vague plural ("dozens")                ``c``     a currency after the number
``q``     a fraction word ("thirds")               ``M``     a month
``o``     an ordinal                               ``W``     a weekday
``k``     a clock time ("7:56")                    ``h``     a.m. or p.m.
``I``     letters and digits, an identifier        ``w``     another word, lower case
``m``     a magnitude word                         ``C``     another word, capitalised
``a``     a or an                                  ``&``     and
``g``     couple, pair, score                      ``X``     a multiple ("twice", "doubled")
``t``     to                                       ``r``     or
``b``     between                                  ``f``     from
``O``     of                                       ``p``     per, each, every
``-``     a hyphen or dash                         others    the character itself; ``x`` the rest
========  =======================================  ========  ====================================
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from numcheck.extract.currencies import codes, hundredths, letters, names, symbols
from numcheck.extract.numerals import read_digits
from numcheck.lexicon import table

__all__ = ["GLYPHS", "class_of", "glued_units", "unit_of"]

GLYPHS = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
    "⅛": Decimal("0.125"),
}


@cache
def _word_classes() -> dict[str, str]:
    """Every word of the tables with its class; a form in two tables gets the class that is commoner
    after a numeral, and the recognisers look at the table where it matters."""
    numerals, calendar, rates = table("numerals"), table("calendar"), table("rates")
    classes: dict[str, str] = {}
    lower_and_capital = {
        "n": [*numerals["cardinals"], *numerals["tens"]],
        "m": [*numerals["magnitudes"], *numerals["groups"]],
        "v": numerals["vague"],
        "g": numerals["pairs"],
        "X": numerals["multiples"],
        "q": numerals["fractions"],
        "o": numerals["ordinals"],
        "c": [form for form in (*names(), *hundredths()) if form[0].isalpha() and " " not in form],
        "p": ["per", "each", "every"],
        "a": ["a", "an"],
        "t": ["to"],
        "&": ["and"],
        "r": ["or"],
        "b": ["between"],
        "f": ["from"],
        "O": ["of"],
    }
    for letter, forms in lower_and_capital.items():
        for form in forms:
            classes.setdefault(form, letter)
            if len(form) > 1 or form == "a":
                classes.setdefault(form.capitalize(), letter)
    for name, unit in table("units").items():
        letter = "T" if unit["dimension"] == "time" else "%" if name == "percent" else "u"
        for form in unit["forms"]:
            if " " not in form:
                classes[form] = letter
    as_written = {
        "c": codes(),
        "M": calendar["months"],
        "W": [*calendar["weekdays"], *(f"{day}s" for day in calendar["weekdays"] if day.endswith("day"))],
        "h": calendar["clock"]["halves"],
        "$": [form for form in letters() if len(form) > 1],
        "p": rates["links"]["words"][2:],
    }
    for letter, forms in as_written.items():
        classes.update(dict.fromkeys(forms, letter))
    # "second" is an ordinal before a noun and a unit after a number; the grammar asks for the unit.
    classes["second"] = "T"
    return classes


@cache
def glued_units() -> dict[str, str]:
    """Forms that are units only where they touch the digits, with their classes."""
    return {
        form: "T" if unit["dimension"] == "time" else "u"
        for unit in table("units").values()
        for form in unit.get("glued", ())
    }


@cache
def unit_of(form: str) -> str:
    """The canonical unit of a written form, empty where it is none."""
    return _unit_forms().get(form) or _unit_forms().get(form.lower(), "")


@cache
def _unit_forms() -> dict[str, str]:
    return {
        form.replace("-", " "): name
        for name, unit in table("units").items()
        for form in (*unit["forms"], *unit.get("glued", ()))
    }


@cache
def _character_classes() -> dict[str, str]:
    classes = dict.fromkeys("-–‑−", "-")
    classes.update({"—": ";", "`": "'"})
    classes.update({"“": '"', "”": '"', "‘": "'", "’": "'", "&": "&"})
    classes.update(dict.fromkeys(".,;:()[]/+'\"#@~=*!?%", ""))
    classes = {char: (letter or char) for char, letter in classes.items()}
    classes.update({symbol: "$" for symbol in symbols() if len(symbol) == 1})
    classes["¢"] = "c"
    classes.update(dict.fromkeys(GLYPHS, "q"))
    classes["°"] = "u"
    classes["％"] = "%"
    return classes


def class_of(token: str) -> str:
    first = token[0]
    if "0" <= first <= "9" or (first == "." and len(token) > 1):
        return _classify_digits(token)
    if not first.isalpha():
        return _character_classes().get(token, "x")
    known = _word_classes().get(token)
    if known:
        return known
    if not token.isalpha() and any("0" <= char <= "9" for char in token):
        return "I"
    return "C" if first.isupper() else "w"


def _classify_digits(token: str) -> str:
    if ":" in token:
        return "k" if token.count(":") <= 2 and len(token) <= 8 else "I"
    number = read_digits(token)
    if number is None:
        return "I"
    if number.form != "plain":
        return "N"
    if len(token) <= 2 and 1 <= number.value <= 31:
        return "d"
    return "y" if len(token) == 4 and 1000 <= number.value <= 2199 else "N"
