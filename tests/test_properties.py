"""Laws of the domain, on generated texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

import numcheck
from numcheck.interval import Interval, common, rounded_to, total
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


@given(
    st.integers(1, 99999),
    st.sampled_from([("$", "USD"), ("£", "GBP"), ("€", "EUR"), ("A$", "AUD"), ("₹", "INR")]),
    st.sampled_from([("bn", 9), (" billion", 9), ("m", 6), (" million", 6), ("k", 3), ("", 0)]),
    st.sampled_from([(" a month", "month"), (" per year", "year"), (" each week", "week"), ("", "")]),
)
def test_money_with_its_rate_reads_back(
    cents: int, symbol: tuple[str, str], suffix: tuple[str, int], rate: tuple[str, str]
) -> None:
    number = f"{Decimal(cents) / 100:.2f}"
    text = f"{symbol[0]}{number}{suffix[0]}{rate[0]}"
    (figure,) = numcheck.extract(f"The company is spending {text} on it.")
    assert figure.text == text
    assert figure.value == Decimal(number).scaleb(suffix[1])
    assert (figure.unit, figure.per, figure.kind) == (symbol[1], rate[1], "currency")


ALPHABET = st.characters(exclude_categories=["Cs"])
PIECES = (
    "12 3,4 10,0000 $ £ % . , ; : ( ) - – million bn thousand per a an each of including total half third "
    "dozen about more than between and to from km pounds Sept. May 2019 Monday at 7:30 p.m. aged year-old "
    "' “ 1st no. <!-- #7"
)
FIGURE_LIKE = st.lists(st.sampled_from([*PIECES.split(), "\n"]), max_size=60).map(" ".join)


@given(st.one_of(st.text(ALPHABET, max_size=300), FIGURE_LIKE))
def test_no_text_makes_it_raise_and_every_figure_is_its_slice(text: str) -> None:
    figures = numcheck.extract(text)
    end = 0
    for figure in figures:
        assert figure.text == text[figure.start : figure.end]
        assert end <= figure.start < figure.end <= len(text)
        end = figure.end
    numcheck.check([text, text])


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
def test_intervals_that_meet_two_by_two_meet_all_together(intervals: list[Interval]) -> None:
    two_by_two = all(a.overlaps(b) for a in intervals for b in intervals)
    assert (common(intervals) is not None) == two_by_two


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
