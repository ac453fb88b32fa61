"""Laws of the domain, on generated texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

import numcheck
from numcheck.extract.sentences import LONGEST_SENTENCE
from numcheck.interval import Interval, rounded_to, total
from tests import speller
from tests.fuzz import MOST_CALLS, PIECES, TIMES, check_text, one_input, work
from tests.shared_data import corpus_articles
from tests.speller import grouped, in_words, indian, with_magnitude

NOUNS = ("contractors", "villagers", "ballots", "houses", "firefighters", "miners")


def _count(text: str) -> numcheck.Figure:
    (figure,) = numcheck.extract(f"The report counts {text} villagers in the valley.")
    return figure


@given(st.integers(2, 10**15 - 1), st.booleans())
def test_words_read_back(number: int, with_and: bool) -> None:
    assert _count(in_words(number, with_and=with_and)).value == number


@given(st.integers(1000, 10**15))
def test_grouped_digits_read_back(number: int) -> None:
    assert _count(grouped(number)).value == number
    assert _count(indian(number)).value == number


@given(
    st.integers(1, 99999), st.sampled_from(["thousand", "million", "billion", "trillion", "lakh", "crore"])
)
def test_magnitudes_read_back(tenths: int, name: str) -> None:
    text, value = with_magnitude(tenths, name)
    assert _count(text).value == value


def _read_back(text: str) -> numcheck.Figure:
    """The only figure of a sentence, which is the text, whole."""
    (figure,) = numcheck.extract(f"They put it at {text} in the end.")
    assert figure.text == text
    return figure


@given(
    st.integers(20, 10**8),
    st.sampled_from(speller.DIGIT_STYLES),
    st.sampled_from(speller.UNITS),
    st.sampled_from(speller.RATES),
    st.sampled_from(speller.HEDGES_BEFORE),
)
def test_any_measure_reads_back(
    tenths: int, style: str, unit: tuple[str, str], rate: tuple[str, str], hedge: tuple[str, str]
) -> None:
    number, value = speller.digits(tenths, style)
    if style == "words" and not unit[0].startswith(" "):
        unit = (" tonnes", "metric_ton")
    if any(part in unit[1] for part in speller.UNRATED):
        rate = ("", "")
    figure = _read_back(f"{hedge[0]}{number}{unit[0]}{rate[0]}")
    expected = (unit[1], rate[1])
    if expected in speller.SPEEDS:
        expected = (f"{unit[1]}_per_hour", "")
    assert (figure.value, figure.unit, figure.per, figure.approx) == (value, *expected, hedge[1])


@given(
    st.integers(20, 10**8),
    st.sampled_from([style for style in speller.DIGIT_STYLES if style != "words"]),
    st.sampled_from(speller.CURRENCIES),
    st.sampled_from(speller.RATES),
    st.sampled_from(speller.HEDGES_BEFORE),
)
def test_any_sum_with_a_symbol_reads_back(
    tenths: int, style: str, symbol: tuple[str, str], rate: tuple[str, str], hedge: tuple[str, str]
) -> None:
    number, value = speller.digits(tenths, style)
    figure = _read_back(f"{hedge[0]}{symbol[0]}{number}{rate[0]}")
    assert (figure.value, figure.unit, figure.per, figure.approx) == (value, symbol[1], rate[1], hedge[1])


@given(
    st.integers(1, 99999),
    st.sampled_from(speller.CURRENCIES),
    st.sampled_from(speller.SUFFIXES),
    st.sampled_from(speller.RATES),
    st.sampled_from(speller.HEDGES_BEFORE),
)
def test_any_sum_with_a_magnitude_reads_back(
    cents: int,
    symbol: tuple[str, str],
    suffix: tuple[str, int],
    rate: tuple[str, str],
    hedge: tuple[str, str],
) -> None:
    number = f"{Decimal(cents) / 100:.2f}"
    figure = _read_back(f"{hedge[0]}{symbol[0]}{number}{suffix[0]}{rate[0]}")
    assert figure.value == Decimal(number).scaleb(suffix[1])
    assert (figure.unit, figure.per, figure.approx, figure.kind) == (symbol[1], rate[1], hedge[1], "currency")


@given(
    st.integers(20, 10**8),
    st.sampled_from(speller.DIGIT_STYLES),
    st.sampled_from([*speller.CURRENCY_NAMES, *zip(speller.CODES, speller.CODES, strict=True)]),
    st.sampled_from(speller.HEDGES_BEFORE),
)
def test_any_sum_with_a_name_or_a_code_reads_back(
    tenths: int, style: str, name: tuple[str, str], hedge: tuple[str, str]
) -> None:
    number, value = speller.digits(tenths, style)
    figure = _read_back(f"{hedge[0]}{number} {name[0]}")
    assert (figure.value, figure.unit, figure.approx, figure.kind) == (value, name[1], hedge[1], "currency")


@given(st.integers(1, 9999), st.integers(1, 60), st.sampled_from(["{}e{}", "{} x 10^{}", "{} × 10^{}"]))
def test_scientific_notation_reads_back(tenths: int, power: int, form: str) -> None:
    number = Decimal(tenths) / 10
    figure = _read_back(f"{form.format(number, power)} joules")
    assert (figure.value, figure.unit) == (number.scaleb(power), "joule")


@given(
    st.integers(1, 500),
    st.integers(1, 500),
    st.sampled_from(speller.RANGES),
)
def test_ranges_read_back(low: int, more: int, form: str) -> None:
    figure = _read_back(f"{form.format(low, low + more)} tonnes")
    assert (figure.value, figure.unit) == (None, "metric_ton")
    assert figure.low == low
    assert figure.high == low + more


@given(
    st.integers(1, 12),
    st.integers(0, 59),
    st.sampled_from(speller.HALVES_OF_A_DAY),
    st.booleans(),
)
def test_clock_times_read_back(hour: int, minute: int, half: str, with_point: bool) -> None:
    text = f"{hour}{'.' if with_point else ':'}{minute:02}{half}"
    (figure,) = numcheck.extract(f"The doors shut at {text} on the dot")
    assert (figure.text, figure.kind) == (text, "time")
    assert figure.low == (hour % 12 + 12 * ("p" in half.lower())) * 60 + minute


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.sampled_from(speller.DATES),
)
def test_dates_read_back(day: date, form: str) -> None:
    text = day.strftime(form).format(day.day)
    (figure,) = numcheck.extract(f"It was signed on {text} in Orlesk.")
    written = figure.mention.date
    assert (figure.text, figure.kind) == (text, "date")
    assert (written.year, written.month, written.day) == (day.year, day.month, day.day)
    assert figure.period is not None
    assert figure.period.first == figure.period.last == day


ALPHABET = st.characters(exclude_categories=["Cs"])
FIGURE_LIKE = st.lists(st.sampled_from([*PIECES, "\n"]), max_size=60).map(" ".join)


@given(st.one_of(st.text(ALPHABET, max_size=300), FIGURE_LIKE))
def test_no_text_makes_it_raise_and_every_figure_is_its_slice(text: str) -> None:
    check_text(text)
    numcheck.check([text, text])


@given(st.one_of(st.text(ALPHABET, min_size=1, max_size=80), FIGURE_LIKE))
def test_the_work_grows_no_faster_than_the_text(text: str) -> None:
    """In lines of their own, in one line, and without a space anywhere; from a text on that is longer than
    any sentence, within which the work depends on what is read."""
    for joint in (text + "\n", text + " ", "".join(text.split())):
        longer = joint * (LONGEST_SENTENCE // len(joint) + 1) if joint else ""
        assert work(longer * TIMES) <= MOST_CALLS * work(longer) + 2000


@given(st.binary(max_size=300))
def test_any_bytes_can_be_read(data: bytes) -> None:
    one_input(data)


@given(FIGURE_LIKE.filter(lambda text: "\n" not in text), st.sampled_from(["Nothing was said.", "Why not?"]))
def test_a_sentence_before_shifts_and_changes_nothing(text: str, sentence: str) -> None:
    before = sentence + "\n\n"
    moved = numcheck.extract(before + text)
    shift = len(before)
    assert [(f.text, f.start - shift, f.value, f.unit, f.noun) for f in moved] == [
        (f.text, f.start, f.value, f.unit, f.noun) for f in numcheck.extract(text)
    ]


# Honest rounding is silent, and only honest rounding.


def _rounded(value: int, digits: int) -> int:
    """A value rounded to so many significant digits."""
    power = max(len(str(value)) - digits, 0)
    step = Decimal(10) ** power
    return int((Decimal(value) / step).quantize(Decimal(1), ROUND_HALF_UP) * step)


@given(st.lists(st.integers(1000, 900_000), min_size=2, max_size=5), st.integers(2, 4))
def test_rounded_parts_of_a_rounded_total_are_silent(parts: list[int], digits: int) -> None:
    named = [f"{grouped(_rounded(part, digits))} {noun}" for part, noun in zip(parts, NOUNS, strict=False)]
    listed = ", ".join(named[:-1]) + " and " + named[-1]
    whole = grouped(_rounded(sum(parts), digits))
    text = f"The region has {whole} people, made up of {listed}."
    assert numcheck.check([text], select=["NC201"]).findings == ()


@given(st.lists(st.integers(1001, 900_000), min_size=2, max_size=4), st.integers(2, 9))
def test_a_total_outside_its_interval_is_named(parts: list[int], times: int) -> None:
    named = [f"{grouped(part)} {noun}" for part, noun in zip(parts, NOUNS, strict=False)]
    whole = grouped(sum(parts) * times)
    text = f"The region has {whole} people, made up of {', '.join(named[:-1])} and {named[-1]}."
    (finding,) = numcheck.check([text], select=["NC201"]).findings
    assert text[finding.start : finding.end] == whole


@given(st.integers(10_001, 9_999_999), st.integers(2, 5))
def test_a_rounded_figure_beside_the_exact_one_is_silent(value: int, digits: int) -> None:
    texts = [
        f"The flood in Orlesk damaged {grouped(number)} houses, the council said."
        for number in (value, _rounded(value, digits))
    ]
    assert numcheck.check(texts, stories="one", select=["NC401"]).findings == ()


@given(st.integers(10_001, 99_999).filter(lambda n: n % 10 != 0), st.integers(0, 4), st.integers(1, 9))
def test_one_digit_changed_in_one_of_two_articles_is_named(value: int, place: int, shift: int) -> None:
    digits = list(str(value))
    digits[place] = str((int(digits[place]) + shift) % 10)
    other = int("".join(digits))
    if len(str(other)) < 5 or other % 10 == 0:
        return
    texts = [
        f"The flood in Orlesk damaged {grouped(number)} houses, the council said."
        for number in (value, other)
    ]
    (finding,) = numcheck.check(texts, stories="one", select=["NC401"]).findings
    assert {figure.value for figure in finding.figures} == {value, other}


HEDGES = ("about", "more than", "nearly", "at least", "some", "up to", "less than")


@given(st.integers(1000, 99_999), st.integers(1000, 99_999), st.sampled_from(HEDGES))
def test_a_hedge_never_creates_an_error(value: int, other: int, hedge: str) -> None:
    def errors(words: str) -> int:
        texts = [
            f"The flood in Orlesk damaged {grouped(value)} houses, the council said.",
            f"The flood in Orlesk damaged {words}{grouped(other)} houses, the council said.",
        ]
        return sum(f.severity == "error" for f in numcheck.check(texts, stories="one").findings)

    assert errors(f"{hedge} ") <= errors("")


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["1", "10", "100", "1000"]))
def test_a_value_lies_in_what_it_rounds_to(value: Decimal, quantum: str) -> None:
    step = Decimal(quantum)
    printed = (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step
    assert value in rounded_to(printed, step)


INTERVALS = st.tuples(st.integers(-1000, 1000), st.integers(0, 500)).map(
    lambda pair: Interval(Decimal(pair[0]), Decimal(pair[0] + pair[1]))
)


@given(st.lists(INTERVALS, min_size=1, max_size=6))
def test_a_sum_holds_the_sum_of_its_members(intervals: list[Interval]) -> None:
    assert sum((interval.low for interval in intervals), Decimal(0)) in total(intervals)


# What the order of the articles, an unrelated article and an inserted paragraph may change: nothing.


ARTICLES = tuple(corpus_articles())
RESCUE = tuple(article for article in ARTICLES if "/rescue/" in article.id)
FINGERPRINTS = frozenset(finding.fingerprint for finding in numcheck.check(RESCUE).findings)


@settings(max_examples=12)
@given(st.permutations(RESCUE))
def test_the_order_of_the_articles_does_not_matter(articles: list[numcheck.Article]) -> None:
    assert {finding.fingerprint for finding in numcheck.check(articles).findings} == FINGERPRINTS


@settings(max_examples=12)
@given(
    st.sampled_from(
        [article for article in ARTICLES if "/results/01" in article.id or "/match/01" in article.id]
    )
)
def test_an_unrelated_article_changes_nothing(article: numcheck.Article) -> None:
    assert {finding.fingerprint for finding in numcheck.check([*RESCUE, article]).findings} == FINGERPRINTS


@settings(max_examples=12)
@given(st.integers(0, len(RESCUE) - 1))
def test_an_inserted_paragraph_changes_no_fingerprint(place: int) -> None:
    articles = list(RESCUE)
    text = "The weather was fair and nobody hurried.\n\n" + articles[place].text
    articles[place] = replace(articles[place], text=text, source_map=None, sections=())
    assert {finding.fingerprint for finding in numcheck.check(articles).findings} == FINGERPRINTS


@given(st.integers(30, 400), st.integers(1, 60))
def test_a_later_higher_toll_is_an_update_and_not_a_contradiction(toll: int, more: int) -> None:
    articles = [
        numcheck.Article("1", f"The quake in Tavna killed {toll} people.", published=date(2023, 5, 2)),
        numcheck.Article("2", f"The quake in Tavna killed {toll + more} people.", published=date(2023, 5, 3)),
    ]
    assert numcheck.check(articles, stories="one", select=["NC401"]).findings == ()
