"""Recognises multiples, ratios, odds, scores and ranks."""

from __future__ import annotations

import re
from decimal import Decimal

from numcheck.extract.rates import find_rate
from numcheck.extract.recogniser import Claim, mention, recognisers
from numcheck.extract.tokens import Sentence
from numcheck.extract.words import word_list
from numcheck.lexicon import table
from numcheck.model import Mention, Number

__all__ = ["RATIOS_AND_RANKS"]

LARGEST_TALLY = 1000
# "a 50-50 chance" is no score.
EVEN = Decimal(50)
HUNDREDTH = Decimal("0.01")
RANK = re.compile(r"[0-9][0-9,]*(?=st|nd|rd|th)")
SET_BEFORE = re.compile(r"d-d,$")
SET_AFTER = re.compile(r",d-d(?![-uT%c])")


def _multiple(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "twice as many", "doubled", "a tenfold rise"; "twice a day" counts occasions.

    Not "double murder", "the Triple Crown", "men's doubles", "doubled over", "think twice".
    """
    index = match.start()
    word = sentence.lowers[index]
    number = Number(Decimal(table("numerals")["multiples"][word]), Decimal(1), "word")
    compares = _compares(sentence, index + 1)
    if word in ("twice", "thrice"):
        return (
            None if sentence.lowers[index - 1] == "think" else _occasions(sentence, index, number, compares)
        )
    if not compares and not _is_a_verb(sentence, index):
        return None
    if sentence.words[index][0].isupper() and sentence.classes[index + 1 : index + 2] == "C":
        return None
    return Claim(index, index + 1, (mention(sentence, index, index + 1, "ratio", number),))


def _occasions(sentence: Sentence, index: int, number: Number, compares: bool) -> Claim:
    """ "arrested twice", "twice a day": a count, with its rate; a ratio where it compares."""
    if compares:
        return Claim(index, index + 1, (mention(sentence, index, index + 1, "ratio", number),))
    per, stop = find_rate(sentence, index + 1, has_unit=False)
    found = mention(sentence, index, index + 1, "count", number)
    return Claim(index, stop, (found._replace(end=sentence.ends[stop - 1], per=per),))


def _compares(sentence: Sentence, index: int) -> bool:
    """Whether "as many", "the size", "that of", "what it was" or "higher" begins at ``index``."""
    word, following = sentence.lowers[index], sentence.lowers[index + 1]
    if word in ("more", "less"):
        return sentence.classes[index + 1 : index + 2] in ("w", "C") and following not in word_list("stops")
    if word in ("as", "what"):
        return True
    if word in word_list("possessives"):
        return True
    if word == "that" and (
        sentence.classes[index + 1 : index + 2] in tuple(",.;?") or following in ("in", "of")
    ):
        return True
    if word in word_list("determiners") or word in ("this", "that", "last"):
        ahead = sentence.lowers[index + 1 : index + 5]
        if sentence.classes[index + 1 : index + 2] in (*"dNn$", "c"):
            return True  # "seven times the 150 counted in 2015", "double the 30 rupees"
        return following == "of" or not word_list("compared").isdisjoint(ahead)
    return word.endswith("er") and len(word) > 4 and word not in word_list("no_comparatives")


def _is_a_verb(sentence: Sentence, index: int) -> bool:
    """Whether "doubled", "to triple" or "tenfold" tells of a change by itself."""
    word, before = sentence.lowers[index], sentence.lowers[index - 1]
    if sentence.lowers[index + 1] in ("over", "up", "back", "down", "as"):
        return False
    if word in ("double", "triple", "treble", "quadruple"):
        return before in (
            "to",
            "will",
            "would",
            "could",
            "more",
            "than",
            "may",
            "might",
            "can",
            "almost",
            "nearly",
        )
    return not (
        word in ("doubles", "triples", "doubling", "tripling") and before in ("the", "a", "men's", "men’s")
    )


def _times(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "three times as many", "10 times the size", "two to three times higher", "10-fold"; not "10 times"."""
    word = sentence.lowers[match.end() - 1]
    if word not in ("fold", "times"):
        return None
    first = sentence.numbers.get(match.start())
    is_whole = first is None or first.value == first.value.to_integral_value()
    if word == "times" and is_whole and not _compares(sentence, match.end()):
        return None
    numbers = [sentence.numbers.get(match.start(group)) for group in (1, 2) if match[group]]
    low, high = numbers[0], numbers[-1]
    if low is None or high is None or (low is not high and low.value >= high.value):
        return None
    found = mention(sentence, match.start(), match.end(), "ratio", low._replace(form="word"))
    high = found.low if high is low else high._replace(form="word")
    return Claim(match.start(), match.end(), (found._replace(high=high),))


def _ratio(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "a 3-to-1 majority", "two to one": the first over the second."""
    first, second = sentence.numbers.get(match.start()), sentence.numbers.get(match.end() - 1)
    if first is None or second is None or not second.value or first.value <= second.value:
        return None
    is_hyphenated = "-" in match[0]
    if is_hyphenated and second.value > 1 and _is_tally(first):
        start, end = sentence.starts[match.start()], sentence.ends[match.end() - 1]
        score = Mention(start, end, "score", first, second, start, end)  # "by 94-to-6", "a 7-to-4 edge"
        return Claim(match.start(), match.end(), (score,))
    if not is_hyphenated and not (second.value == 1 and _is_told_as_ratio(sentence, match)):
        return None
    number = Number(first.value / second.value, HUNDREDTH, "fraction")
    found = mention(sentence, match.start(), match.end(), "ratio", number)
    return Claim(match.start(), match.end(), (found,))


def _is_told_as_ratio(sentence: Sentence, match: re.Match[str]) -> bool:
    near = sentence.lowers[max(0, match.start() - 6) : match.start()]
    return not word_list("before_a_ratio").isdisjoint(near)


def _colon_ratio(sentence: Sentence, match: re.Match[str]) -> Claim:
    """ "a ratio of 3:2", "1:100"; a token of two numbers that is no clock time."""
    index = match.start()
    parts = sentence.words[index].split(":")
    is_ratio = len(parts) == 2 and all(part.isdigit() and len(part) < 7 for part in parts)
    if not is_ratio or not int(parts[1]) or sentence.classes[index - 1 : index] == "C":
        return Claim(index, index + 1)
    if len(parts[1]) == 2 and parts[1] != "10" and not _is_told_as_ratio(sentence, match):
        return Claim(index, index + 1)
    number = Number(Decimal(parts[0]) / Decimal(parts[1]), HUNDREDTH, "fraction")
    return Claim(index, index + 1, (mention(sentence, index, index + 1, "ratio", number),))


def _odds(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "odds of 5-1", "the 11/4 favourite", "a 100-1 outsider"."""
    first, second = sentence.numbers.get(match.start()), sentence.numbers.get(match.end() - 1)
    if first is None or second is None or not second.value or not _is_tally(first) or not _is_tally(second):
        return None
    before = sentence.lowers[max(0, match.start() - 16) : match.start()]
    following = sentence.lowers[match.end() : match.end() + 2]
    is_bet = not word_list("betting").isdisjoint(before) or not word_list("after_odds").isdisjoint(following)
    if not is_bet or not sentence.is_glued(match.start(), match.end()):
        return None
    number = Number(first.value / second.value, HUNDREDTH, "fraction")
    found = mention(sentence, match.start(), match.end(), "ratio", number)
    return Claim(match.start(), match.end(), (found,))


def _other_slash(sentence: Sentence, match: re.Match[str]) -> Claim:
    """ "4/5" on a caption, "120/80": a pair that no other recogniser reads is left alone."""
    return Claim(match.start(), match.end())


def _score(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "won 3-2", "a 52-48 vote", "a 53%-46% margin"; not "10-15 people", which is a range."""
    first, stop = match.span()
    if not sentence.is_glued(first, stop):
        return None
    home, away = sentence.numbers.get(first), sentence.numbers.get(stop - 1)
    if home is None or away is None or not _is_tally(home) or not _is_tally(away):
        return None
    following = sentence.classes[stop : stop + 1]
    if following == "-" and sentence.is_adjacent(stop):
        return _record(sentence, match)
    if home.value == away.value == EVEN:
        return Claim(first, stop)
    scored = _is_scored(sentence, first, stop) or _is_among_scores(sentence, first, stop)
    if not scored and (following in tuple("Tu%cm$") or home.value < away.value):
        return None
    start, end = sentence.starts[first], sentence.ends[stop - 1]
    return Claim(first, stop, (Mention(start, end, "score", home, away, start, end),))


def _is_among_scores(sentence: Sentence, first: int, stop: int) -> bool:
    """ "6-4, 3-6, 7-5": the sets of a match."""
    classes = sentence.classes
    return SET_BEFORE.search(classes, max(0, first - 4), first) is not None or (
        SET_AFTER.match(classes, stop) is not None
    )


def _votes(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "voted 34 to 12", "the vote, 34 to 12,": a score, where no unit makes a range of it."""
    home, away = sentence.numbers.get(match.start()), sentence.numbers.get(match.end() - 1)
    if home is None or away is None or home.value <= away.value or not _is_tally(home):
        return None
    near = sentence.lowers[max(0, match.start() - 4) : match.start()]
    if word_list("voting").isdisjoint(near) or away.value == 1:
        return None
    start, end = sentence.starts[match.start()], sentence.ends[match.end() - 1]
    return Claim(match.start(), match.end(), (Mention(start, end, "score", home, away, start, end),))


def _record(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "a 10-4-2 record": won, lost and drawn; any other chain of numbers is left alone."""
    first, stop = match.span()
    if match[0].count("-") != 1:
        return None
    third = stop + 1
    if sentence.classes[third : third + 1] != "d":
        return Claim(first, stop)
    if not _is_scored(sentence, first, third + 1) or sentence.classes[third + 1 : third + 2] == "-":
        return Claim(first, third + 1)
    home, away = sentence.numbers[first], sentence.numbers[stop - 1]
    start, end = sentence.starts[first], sentence.ends[third]
    return Claim(first, third + 1, (Mention(start, end, "score", home, away, start, end),))


def _is_tally(number: Number) -> bool:
    return number.form in ("plain", "word") and number.value <= LARGEST_TALLY


def _is_scored(sentence: Sentence, first: int, stop: int) -> bool:
    near = [*sentence.lowers[max(0, first - 3) : first], *sentence.lowers[stop : stop + 2]]
    return not word_list("scoring").isdisjoint(near)


def _rank(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "21st", "the third quarter"; "first" and "second" only where they rank a noun."""
    index = match.start()
    word = sentence.lowers[match.end() - 1]
    before = sentence.classes[index - 1 : index]
    if (len(match[0]) == 1 and before in ("M", "d")) or (match[0] == "T" and before in tuple("dNn-")):
        return None
    value = table("numerals")["ordinals"].get(word)
    if len(match[0]) == 3:
        return _compound_rank(sentence, match, value or 0)
    if value is None:
        digits = RANK.match(word)
        if digits is None:
            return None
        if sentence.lowers[match.end()] in word_list("after_any_ordinal"):
            return None
        value = int(digits[0].replace(",", ""))
    elif not _ranks_a_noun(sentence, index, value) or _opens_a_list(sentence, index):
        return None
    number = Number(Decimal(value), Decimal(1), "plain")
    return Claim(index, index + 1, (mention(sentence, index, index + 1, "ordinal", number),))


def _compound_rank(sentence: Sentence, match: re.Match[str], ones: int) -> Claim | None:
    """ "twenty-first"; "a thirty-second delay" is a time."""
    tens = sentence.numbers.get(match.start())
    is_time = sentence.classes[match.end() - 1] == "T" and sentence.lowers[match.start() - 1] != "the"
    if tens is None or tens.value not in range(20, 100, 10) or not 0 < ones < 10 or is_time:
        return None
    number = Number(tens.value + ones, Decimal(1), "plain")
    found = mention(sentence, match.start(), match.end(), "ordinal", number)
    return Claim(match.start(), match.end(), (found,))


def _opens_a_list(sentence: Sentence, index: int) -> bool:
    """ "Third, the scheme is dear": it counts the arguments."""
    before = sentence.classes[index - 1 : index]
    return sentence.classes[index + 1 : index + 2] == "," and before in ("", ";", ",", ":", "&")


def _ranks_a_noun(sentence: Sentence, index: int, value: int) -> bool:
    """Whether an ordinal in words ranks something, and is no name ("Fifth Avenue"), no adverb ("first
    reported") and no idiom ("at first", "second thoughts")."""
    following = sentence.lowers[index + 1]
    before = sentence.lowers[index - 1]
    if sentence.words[index][0].isupper() and (index or sentence.classes[1:2] == "C"):
        return False
    if following == "-":
        following = sentence.lowers[index + 2]
    if following in word_list("after_an_ordinal_in_an_idiom"):
        return False
    if value > 2:
        return True
    if before not in word_list("before_an_ordinal") and not before.endswith(("'s", "’s", "s'", "s’")):
        return False
    if following == "time" and "for" in sentence.lowers[max(0, index - 2) : index]:
        return False
    is_adverb = (
        following.endswith(("ed", "ly")) and following not in word_list("nouns_like_verbs")
    ) or following in word_list("stops")
    if sentence.classes[index + 1 : index + 3] in ("d-", "n-", "N-"):
        return True  # "her second 500-mile race"
    is_hyphenated = sentence.classes[index + 1 : index + 2] == "-" and sentence.is_adjacent(index + 1)
    if is_hyphenated:
        return sentence.lowers[index + 2] in word_list("periods_of_play") or (
            sentence.classes[index + 2 : index + 3] == "T"
            or sentence.lowers[index + 2] in table("rates")["units"]
        )
    return sentence.classes[index + 1 : index + 2] in ("w", "C", "T", "u", "q") and not is_adverb


RATIOS_AND_RANKS = recognisers(
    ("X", (), r"X", _multiple),
    ("dNn", ("times", "fold"), r"([dNn])(?:(?:-|t|r)([dNn]))?-?w", _times),
    ("dN", word_list("voting"), r"[dN]t[dN](?![Tu%cmw])", _votes),
    ("dNn", ("to",), r"[dNn]-?t-?[dNn]", _ratio),
    ("k", (), r"k", _colon_ratio),
    ("d -/", word_list("betting") | word_list("after_odds"), r"[dN][-/]d", _odds),
    ("dyN /", (), r"[dyN]/[dyN](?!/)", _other_slash),
    ("dNn -", (), r"[dN]%?-[dN](?!%)|n-[n](?!-?[wT])", _score),
    ("n - oT", (), r"n-[oT]", _rank),
    ("oq", (), r"[oq](?!O?M)", _rank),
    ("T", ("second",), r"T(?=[wCTqu]|[dnN]-)", _rank),
)
