"""Compares two names and says how alike they are, and why (docs/algorithms/name-matching.md).

Words are paired by spelling, sound, other languages' forms of a name, initials, and words written together or
apart; the order of words does not count. The score is the weight of what was paired against all that counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from rapidfuzz.distance import OSA

from commerce.masterdata.name_parts import Name, Token, parts_of

THRESHOLD = 70
"""From this score of 0 to 100 on, two names are taken for one."""

MAX_TOKENS = 16
MAX_JOINED = 3
_EXTRA = {True: 0.2, False: 1.0}
"""What an unpaired word of the longer name costs of its weight: people leave names out, companies do not."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Words of both names that were taken for each other."""

    left: str
    right: str
    likeness: float
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The score of 0 to 100 and what it rests on."""

    score: int
    pairs: tuple[Pair, ...]
    only_left: tuple[str, ...]
    only_right: tuple[str, ...]
    ignored: tuple[str, ...]


def compare(left: str, right: str, *, person: bool) -> Comparison:
    """This will compare two names, as people's or as organisations'."""
    return compare_names(parts_of(left, person=person), parts_of(right, person=person), person=person)


def compare_names(left: Name, right: Name, *, person: bool) -> Comparison:
    """This will compare two names that were taken apart in the same way."""
    if not left.tokens or not right.tokens:
        return Comparison(0, (), (), (), ())
    ignored = (*left.forms, *right.forms)
    whole = _as_a_whole(left, right)
    if whole is not None:
        return Comparison(whole, (Pair(left.compact, right.compact, whole / 100, "whole"),), (), (), ignored)
    found = _alignment(left, right, person=person)
    paired_left = {place for lefts, _, _ in found for place in lefts}
    paired_right = {place for _, rights, _ in found for place in rights}
    rest_left = [t for place, t in enumerate(left.tokens[:MAX_TOKENS]) if place not in paired_left]
    rest_right = [t for place, t in enumerate(right.tokens[:MAX_TOKENS]) if place not in paired_right]
    score = _score(left, right, found, rest_left, rest_right, person=person)
    return Comparison(
        score=round(100 * score),
        pairs=tuple(pair for _, _, pair in found),
        only_left=tuple(token.text for token in rest_left),
        only_right=tuple(token.text for token in rest_right),
        ignored=ignored,
    )


def _as_a_whole(left: Name, right: Name) -> int | None:
    """Names that differ in spaces, or by a slip in a long name, are one."""
    if left.compact == right.compact:
        return 100
    longer = max(len(left.compact), len(right.compact))
    if longer < 9 or left.compact.isdigit():
        return None
    slips = OSA.distance(left.compact, right.compact, score_cutoff=1)
    alike = slips <= 1 and _figures(left) == _figures(right)
    return round(100 * (1 - slips / longer)) if alike else None


def _figures(name: Name) -> list[str]:
    return sorted(token.text for token in name.tokens if token.text.isdigit())


Found = tuple[tuple[int, ...], tuple[int, ...], Pair]


def _alignment(left: Name, right: Name, *, person: bool) -> list[Found]:
    """The best pairs first, each word used once."""
    candidates = sorted(
        _candidates(left, right, person=person),
        key=lambda c: (-c[2].likeness, -len(c[0]) - len(c[1]), abs(c[0][0] - c[1][0]), c[0], c[1]),
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    found: list[Found] = []
    for lefts, rights, pair in candidates:
        if used_left.isdisjoint(lefts) and used_right.isdisjoint(rights):
            used_left.update(lefts)
            used_right.update(rights)
            found.append((lefts, rights, pair))
    return found


def _candidates(left: Name, right: Name, *, person: bool) -> Iterator[Found]:
    lefts, rights = left.tokens[:MAX_TOKENS], right.tokens[:MAX_TOKENS]
    vowelless = left.vowelless or right.vowelless
    for (i, one), (j, other) in product(enumerate(lefts), enumerate(rights)):
        likeness, reason = likeness_of(one, other, person=person, vowelless=vowelless)
        if likeness:
            yield (i,), (j,), Pair(one.text, other.text, likeness, reason)
    for places, joined in _joined(lefts):
        for j, other in enumerate(rights):
            if _is_joined(joined, other):
                yield places, (j,), Pair(_texts(lefts, places), other.text, 0.97, "joined")
    for places, joined in _joined(rights):
        for i, one in enumerate(lefts):
            if _is_joined(joined, one):
                yield (i,), places, Pair(one.text, _texts(rights, places), 0.97, "joined")


def _texts(tokens: Sequence[Token], places: tuple[int, ...]) -> str:
    return " ".join(tokens[place].text for place in places)


def _joined(tokens: Sequence[Token]) -> Iterator[tuple[tuple[int, ...], str]]:
    for length in range(2, MAX_JOINED + 1):
        for start in range(len(tokens) - length + 1):
            places = tuple(range(start, start + length))
            yield places, "".join(tokens[place].text for place in places)


def _is_joined(joined: str, other: Token) -> bool:
    if len(joined) < 5 or abs(len(joined) - len(other.text)) > 1:
        return False
    return OSA.distance(joined, other.text, score_cutoff=1) <= (1 if len(joined) >= 8 else 0)


def likeness_of(one: Token, other: Token, *, person: bool, vowelless: bool) -> tuple[float, str]:
    """How alike two words are, 0 when they are not taken for each other, and by what."""
    if one.text == other.text:
        return 1.0, "equal"
    if one.text.isdigit() or other.text.isdigit():
        return 0.0, ""
    if person and one.name_class is not None and one.name_class == other.name_class:
        return 0.95, "same name"
    if vowelless and _same_consonants(one, other):
        return 0.85, "consonants"
    shorter, longer = sorted((one.text, other.text), key=len)
    if len(shorter) == 1:
        return (0.6, "initial") if person and longer.startswith(shorter) else (0.0, "")
    slips = OSA.distance(one.text, other.text)
    allowed = allowed_slips(len(shorter), person=person)
    if slips <= allowed:
        return 1 - 0.9 * slips / len(longer), "spelling"
    if len(one.sound) >= 3 and one.sound == other.sound and slips <= max(allowed, 2):
        return 0.85, "sound"
    if len(one.sound) >= 4 and slips <= allowed + 1 and OSA.distance(one.sound, other.sound) <= 1 and person:
        return 0.75, "sound"
    return 0.0, ""


def allowed_slips(length: int, *, person: bool) -> int:
    """This will give how many letters may differ in words whose shorter one has this length."""
    if length <= 3:
        return 0
    if length == 4:
        return 1 if person else 0
    if length <= 7:
        return 1
    return 2 if length <= 10 else 3


def _same_consonants(one: Token, other: Token) -> bool:
    """Scripts that write few vowels, and no p, v or g: their sounds are compared without these differences."""
    alike = str.maketrans("pgvia", "bk   ")
    left, right = (t.sound.translate(alike).replace(" ", "") for t in (one, other))
    return len(left) >= 3 and left == right


def _score(
    left: Name,
    right: Name,
    found: Sequence[Found],
    rest_left: Sequence[Token],
    rest_right: Sequence[Token],
    *,
    person: bool,
) -> float:
    weights = [
        (max(_weight(left, lefts), _weight(right, rights)), pair.likeness) for lefts, rights, pair in found
    ]
    paired = sum(weight * likeness for weight, likeness in weights)
    whole = sum(weight for weight, _ in weights)
    missing_left = sum(token.weight for token in rest_left)
    missing_right = sum(token.weight for token in rest_right)
    shorter, longer = (
        sorted((missing_left, missing_right))
        if not person
        else _by_length(left, right, missing_left, missing_right)
    )
    total = whole + shorter + _EXTRA[person] * longer
    return paired / total if total else 0.0


def _by_length(left: Name, right: Name, missing_left: float, missing_right: float) -> tuple[float, float]:
    if left.weight < right.weight or (left.weight == right.weight and missing_left >= missing_right):
        return missing_left, missing_right
    return missing_right, missing_left


def _weight(name: Name, places: tuple[int, ...]) -> float:
    return min(1.0, sum(name.tokens[place].weight for place in places))
