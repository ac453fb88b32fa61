"""numcheck as a library: the public names and what they promise."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import numcheck
from numcheck.baseline import load_baseline, mark_known, write_baseline
from numcheck.reporters.plain import VERSION, report_to_dict

TEXT = "Wagner has about 50,000 personnel, including 10,000 contractors, and spends $100 million a month."


def test_extract_returns_figures_with_everything() -> None:
    personnel, contractors, money = numcheck.extract(TEXT)
    assert (personnel.text, personnel.value) == ("about 50,000", Decimal(50000))
    assert personnel.approx == "about"
    assert (personnel.noun, personnel.kind, personnel.unit, personnel.per) == ("personnel", "count", "", "")
    assert contractors.noun == "contractors"
    assert contractors.low == contractors.high == 10000
    assert contractors.subject.relations[0].other == personnel.start
    assert (money.text, money.value, money.unit, money.per) == (
        "$100 million a month",
        Decimal("100000000"),
        "USD",
        "month",
    )


def test_a_range_has_two_ends_and_no_value() -> None:
    (figure,) = numcheck.extract("It will cost $5-10 million.")
    assert figure.value is None
    assert (figure.low, figure.high) == (Decimal(5_000_000), Decimal(10_000_000))


def test_intervals_are_stated_and_possible() -> None:
    (figure,) = numcheck.extract("It has 1.2 million members.")
    assert figure.quantity.stated == numcheck.Interval(Decimal(1_150_000), Decimal(1_250_000))
    (figure,) = numcheck.extract("It has 50,000 members.")
    assert figure.quantity.stated == numcheck.Interval(Decimal(50_000), Decimal(50_000))
    assert Decimal(49_800) in figure.quantity.possible
    (figure,) = numcheck.extract("It has more than 23,000 members.")
    assert Decimal(22_000) not in figure.quantity.possible
    assert Decimal(40_000) not in figure.quantity.possible


def test_the_speaker_and_the_period_are_told() -> None:
    article = numcheck.Article(
        "a", "Kirby said 12 men were killed on Thursday.", published=date(2022, 12, 23)
    )
    men, thursday = numcheck.extract(article)
    assert (men.noun, thursday.kind, thursday.mention.date.weekday) == ("men", "date", 4)
    for figure in (men, thursday):
        assert figure.attribution == "Kirby"
        assert figure.period is not None
        assert figure.period.first == figure.period.last == date(2022, 12, 22)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("on Thursday", date(2022, 12, 22), date(2022, 12, 22)),
        ("next Thursday", date(2022, 12, 29), date(2022, 12, 29)),
        ("yesterday", date(2022, 12, 22), date(2022, 12, 22)),
        ("three days ago", date(2022, 12, 20), date(2022, 12, 20)),
        ("last week", date(2022, 12, 12), date(2022, 12, 18)),
        ("last month", date(2022, 11, 1), date(2022, 11, 30)),
        ("this quarter", date(2022, 10, 1), date(2022, 12, 31)),
        ("two years ago", date(2020, 1, 1), date(2020, 12, 31)),
        ("next year", date(2023, 1, 1), date(2023, 12, 31)),
        ("on May 4", date(2023, 5, 4), date(2023, 5, 4)),
        ("in November", date(2022, 11, 1), date(2022, 11, 30)),
        ("in 2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("in the 1990s", date(1990, 1, 1), date(1990, 12, 31)),
    ],
)
def test_a_relative_period_is_counted_from_the_publication(words: str, first: date, last: date) -> None:
    article = numcheck.Article("a", f"The firm hired 12 men {words}.", published=date(2022, 12, 23))
    figure = numcheck.extract(article)[0]
    assert figure.period is not None
    assert (figure.period.first, figure.period.last) == (first, last)


def test_the_next_day_is_the_one_after_the_last_day_named() -> None:
    text = "The siege began on May 4, 2022. The next day 12 men were killed."
    figure = numcheck.extract(text)[-1]
    assert figure.period is not None
    assert figure.period.first == figure.period.last == date(2022, 5, 5)


def test_what_is_left_is_related_to_what_was_named() -> None:
    figures = numcheck.extract("Two of the men were hurt and the other three escaped unharmed.")
    assert [(r.kind, r.other) for r in figures[1].subject.relations] == [("rest", 0)]
    went, left = numcheck.extract("Some 60% went to the state, the remaining 40% to its creditors.")
    assert [relation.kind for relation in left.subject.relations] == ["rest"]
    assert left.subject.relations[0].other == went.start


def test_a_change_has_its_direction_and_each_figure_its_role() -> None:
    by, to = numcheck.extract("The number of convicts fell by more than 23,000 to 25,000.")
    assert (by.subject.direction, by.subject.role, by.approx) == ("fall", "by", "over")
    assert (to.subject.direction, to.subject.role, to.noun) == ("fall", "to", "convicts")
    before, after = numcheck.extract("Turnout rose from 40% to 45%.")
    assert [figure.subject.role for figure in (before, after)] == ["from", "to"]
    assert numcheck.extract("The army denied that 40 men had died.")[0].subject.is_negated


def test_check_takes_articles_and_strings() -> None:
    texts: list[numcheck.Article | str] = [
        "The ferry Morwenna was carrying 61 passengers when fire broke out off Senna.",
        numcheck.Article("b", "The ferry Morwenna was carrying 51 passengers when fire broke out off Senna."),
    ]
    report = numcheck.check(texts)
    (finding,) = report.findings
    assert (finding.rule, finding.name, finding.article) == ("NC401", "conflicting-figures", "b")
    assert {figure.value for figure in finding.figures} == {51, 61}
    assert [cluster.label for cluster in report.clusters] == ["passengers"]
    assert len(report.stories) == 1
    assert len(report.articles) == 2
    assert len(report.figures) == 2


def test_a_fraction_and_its_percentage_are_one_cluster() -> None:
    texts = [f"{share} of the voters in Orlesk stayed at home." for share in ("A third", "33%")]
    (cluster,) = numcheck.check(texts, stories="one").clusters
    assert [figure.text for figure in cluster.figures] == ["A third", "33%"]
    assert cluster.difference is None


def test_clusters_hold_figures_that_agree_too() -> None:
    report = numcheck.check(
        [
            "The ferry Morwenna was carrying 61 passengers when fire broke out off Senna.",
            "Fire broke out on the ferry Morwenna; its 61 passengers were saved off Senna.",
        ]
    )
    assert report.findings == ()
    (cluster,) = report.clusters
    assert cluster.articles == ("1", "2")
    assert "same_noun" in {piece.name for piece in cluster.evidence}


def test_a_story_in_the_metadata_decides() -> None:
    texts = ("The storm killed 12 people.", "A book sold 40 copies.")
    alone = numcheck.check(texts)
    together = numcheck.check([numcheck.Article(text, text, story="x") for text in texts])
    assert (len(alone.stories), len(together.stories)) == (2, 1)


@pytest.mark.parametrize(("mode", "stories"), [("one", 1), ("auto", 2)])
def test_stories_can_be_told(mode: str, stories: int) -> None:
    report = numcheck.check(["The storm killed 12.", "A book sold 40 copies."], stories=mode)  # type: ignore[arg-type]
    assert len(report.stories) == stories


def test_folders_can_be_stories(tmp_path: Path) -> None:
    for name in ("x/1.md", "x/2.md", "y/3.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Nine boats.")
    assert len(numcheck.check(numcheck.read(tmp_path), stories="folder").stories) == 2


def test_unknown_rules_are_refused() -> None:
    with pytest.raises(numcheck.ConfigError, match="doubled-unit"):
        numcheck.check([TEXT], select=["double-unit"])


def test_two_articles_of_one_id_are_refused() -> None:
    with pytest.raises(numcheck.NumcheckError, match="2 articles have the id 'a'"):
        numcheck.check([numcheck.Article("a", "12 boats"), numcheck.Article("a", "13 boats")])


def test_reading_what_is_not_there_raises() -> None:
    with pytest.raises(numcheck.ReadError, match="no such file or folder"):
        numcheck.read("nowhere.md")


def test_a_report_is_plain_data() -> None:
    report = numcheck.check([TEXT, "Prices rose 90% percent."])
    data = json.loads(json.dumps(report_to_dict(report)))
    assert data["version"] == VERSION
    assert [finding["rule"] for finding in data["findings"]] == ["NC103"]
    ids = {figure["id"] for figure in data["figures"]}
    assert {figure for finding in data["findings"] for figure in finding["figures"]} <= ids
    assert [article["id"] for article in data["articles"]] == ["1", "2"]
    documented = (Path(__file__).parents[1] / "docs" / "json.md").read_text(encoding="utf-8")
    keys = {key for part in data.values() if isinstance(part, list) for row in part for key in row}
    assert [key for key in sorted({*data, *keys}) if f"`{key}`" not in documented] == []


def test_a_baseline_made_from_a_run_silences_that_run(tmp_path: Path) -> None:
    file = tmp_path / "accepted.json"
    report = numcheck.check([TEXT + " Prices rose 90% percent."])
    assert write_baseline(file, report.findings) == 1
    assert all(finding.known for finding in mark_known(report.findings, load_baseline(file)))


def test_indian_grouping_and_lakhs_are_well_formed() -> None:
    values = [figure.value for figure in numcheck.extract("Of 12,34,567 voters 3.5 lakh came by bus.")]
    assert values == [1234567, 350000]


def test_identifiers_times_and_dates_are_told_apart() -> None:
    text = "Beta V.1.0 of the F-16 list, updated November 18, 2022, 7:56 AM, has 100+ sources."
    assert [(figure.text, figure.kind) for figure in numcheck.extract(text)] == [
        ("November 18, 2022", "date"),
        ("7:56 AM", "time"),
        ("100+", "count"),
    ]


def test_a_title_in_the_metadata_is_held_against_the_text() -> None:
    text = "A fire in a warehouse in Ardley on Monday night injured 11 people, the fire service said."
    fire = numcheck.Article(id="a", title="Warehouse fire in Ardley injures 14", text=text)
    (finding,) = numcheck.check([fire]).findings
    assert (finding.name, finding.message) == ("headline-conflicts-body", "11 here, but 14 in the title")
    assert text[finding.start : finding.end] == "11"
    rounded = numcheck.Article(id="a", title="Fire in Ardley injures about ten", text=text)
    assert numcheck.check([rounded]).findings == ()
