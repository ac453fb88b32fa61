"""Writes values as print does, independently of the code that reads them."""

from __future__ import annotations

from decimal import Decimal

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def in_words(number: int, *, with_and: bool = True) -> str:
    """A whole number below a quadrillion in words: "one hundred and five thousand"."""
    if number < 20:
        return ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return TENS[tens - 2] + (f"-{ONES[ones]}" if ones else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        joint = " and " if with_and else " "
        return f"{ONES[hundreds]} hundred" + (joint + in_words(rest) if rest else "")
    for scale, name in SCALES:
        if number >= scale:
            times, rest = divmod(number, scale)
            head = f"{in_words(times, with_and=with_and)} {name}"
            if not rest:
                return head
            return f"{head} {'and ' if rest < 100 and with_and else ''}{in_words(rest, with_and=with_and)}"
    raise AssertionError(number)


def grouped(number: int, separator: str = ",") -> str:
    """Digits in groups of three: "12,345,678"."""
    return f"{number:,}".replace(",", separator)


def indian(number: int) -> str:
    """Digits grouped as in India: "12,34,567"."""
    digits = str(number)
    if len(digits) <= 3:
        return digits
    head, tail = digits[:-3], digits[-3:]
    groups: list[str] = []
    while head:
        groups.insert(0, head[-2:])
        head = head[:-2]
    return ",".join([*groups, tail])


def with_magnitude(tenths: int, name: str) -> tuple[str, Decimal]:
    """A number with one decimal and a magnitude word, and its value."""
    powers = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "lakh": 5, "crore": 7}
    number = Decimal(tenths) / 10
    return f"{number:f} {name}", number.scaleb(powers[name])


# Whole quantities: a number in any form, with its unit, rate and hedge, and what it must read back as.

CURRENCIES = (
    ("$", "USD"),
    ("£", "GBP"),
    ("€", "EUR"),
    ("A$", "AUD"),
    ("HK$", "HKD"),
    ("₹", "INR"),
    ("¥", "JPY"),
)
SUFFIXES = (("bn", 9), (" billion", 9), ("m", 6), (" million", 6), ("k", 3), (" crore", 7), ("tn", 12))
RANGES = ("{}-{}", "{}–{}", "{} to {}", "between {} and {}")
HALVES_OF_A_DAY = (" a.m.", " p.m.", "am", "pm", " AM", " PM")
# As `date.strftime` has it, with the day of the month to be filled in.
DATES = ("%B {}, %Y", "{} %B %Y", "%A, %B {}, %Y", "%Y-%m-%d")
CODES = ("EUR", "USD", "GBP", "CHF", "NOK", "ZAR", "PLN")
CURRENCY_NAMES = (
    ("euros", "EUR"),
    ("dollars", "USD"),
    ("rupees", "INR"),
    ("Canadian dollars", "CAD"),
    ("Swiss francs", "CHF"),
    ("yen", "JPY"),
    ("Polish zlotys", "PLN"),
)
UNITS = (
    (" kilometres", "kilometer"),
    (" km", "kilometer"),
    ("km", "kilometer"),
    (" miles", "mile"),
    (" feet", "foot"),
    ("cm", "centimeter"),
    (" hectares", "hectare"),
    (" square miles", "square_mile"),
    (" sq m", "square_meter"),
    (" cubic metres", "cubic_meter"),
    (" litres", "liter"),
    ("ml", "milliliter"),
    (" barrels", "oil_barrel"),
    (" tonnes", "metric_ton"),
    ("kg", "kilogram"),
    (" lbs", "pound"),
    (" ounces", "ounce"),
    (" mph", "mile_per_hour"),
    (" km/h", "kilometer_per_hour"),
    (" kilometres per hour", "kilometer_per_hour"),
    (" degrees Celsius", "degree_Celsius"),
    ("°F", "degree_Fahrenheit"),
    (" megawatts", "megawatt"),
    ("kWh", "kilowatt_hour"),
    (" megawatt hours", "megawatt_hour"),
    ("GB", "gigabyte"),
    (" megabits per second", "megabit_per_second"),
    (" volts", "volt"),
    (" decibels", "decibel"),
    (" millibars", "millibar"),
    (" minutes", "minute"),
    (" days", "day"),
    (" years", "year"),
    ("%", "percent"),
    (" per cent", "percent"),
    (" percent", "percent"),
    (" percentage points", "percentage_point"),
    (" basis points", "basis_point"),
)
RATES = (
    (" a month", "month"),
    (" per year", "year"),
    (" each week", "week"),
    (" a head", "person"),
    (" per capita", "person"),
    (" an hour", "hour"),
    (" annually", "year"),
    (" every two days", "2 day"),
    (" per 100,000 people", "100000 person"),
    ("", ""),
)
# Units that are a rate already, or of which one has no rate.
UNRATED = ("_per_", "degree", "percentage_point", "basis_point", "year", "day", "minute")
# "30 miles an hour" is a speed, and no miles.
SPEEDS = (("kilometer", "hour"), ("mile", "hour"))
HEDGES_BEFORE = (
    ("about ", "about"),
    ("around ", "about"),
    ("roughly ", "about"),
    ("nearly ", "about"),
    ("almost ", "about"),
    ("an estimated ", "about"),
    ("more than ", "over"),
    ("upwards of ", "over"),
    ("just over ", "over"),
    ("less than ", "under"),
    ("fewer than ", "under"),
    ("at least ", "at_least"),
    ("no fewer than ", "at_least"),
    ("up to ", "at_most"),
    ("as many as ", "at_most"),
    ("", "exact"),
)


def digits(tenths: int, style: str) -> tuple[str, Decimal]:
    """A number in digits, of so many tenths, in one of the styles of print, and its value."""
    whole, tenth = divmod(tenths, 10)
    if style == "decimal":
        return f"{whole}.{tenth}", Decimal(tenths) / 10
    if style == "grouped decimal":
        return f"{whole:,}.{tenth}", Decimal(tenths) / 10
    styles = {
        "plain": str(whole),
        "grouped": grouped(whole),
        "thin": grouped(whole, "\u2009"),
        "no-break": grouped(whole, "\u00a0"),
        "apostrophe": grouped(whole, "’"),
        "indian": indian(whole),
        "words": in_words(whole),
    }
    return styles[style], Decimal(whole)


DIGIT_STYLES = (
    "plain",
    "grouped",
    "thin",
    "no-break",
    "apostrophe",
    "indian",
    "decimal",
    "grouped decimal",
    "words",
)
