"""Takes a name apart: Latin letters, tokens, and how much each token says (docs/algorithms/name-matching.md)."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA

from commerce.masterdata.name_words import (
    CJK_FORMS,
    CORPORATE,
    LEGAL_FORMS,
    NUMBERS,
    ONE_NAME,
    PARTICLES,
    PLACES,
    TITLES,
    TRADES,
)

MAX_NAME = 300
WEIGHTS = {"core": 1.0, "trade": 0.5, "place": 0.25, "corporate": 0.15, "number": 0.4, "particle": 0.2, "title": 0.1,
           "patronymic": 0.4}  # fmt: skip

_ABBREVIATION = re.compile(r"\b(?:[a-z]\.\s?){2,}(?:[a-z]\b(?!\.))?")
_SYLLABLE = re.compile(r"[A-Z][a-z]*")
_PATRONYMIC = re.compile(r"[a-z]{3,}(?:ovich|evich|ovych|ovitch|evna|ovna|ivna|ogly|oglu|kyzy)")
_CLASS_OF = {name: number for number, names in enumerate(ONE_NAME) for name in names}
_FORMS_WITH_GAP: dict[tuple[str, ...], list[str]] = {}
for _form in sorted(LEGAL_FORMS):
    _parts = _form.split()
    for _gap in range(len(_parts) if len(_parts) >= 3 else 0):
        _FORMS_WITH_GAP.setdefault((*_parts[:_gap], "", *_parts[_gap + 1 :]), []).append(_parts[_gap])


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a name: its letters, its sound, its kind and what it weighs."""

    text: str
    sound: str
    kind: str
    weight: float
    name_class: int | None


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart. `forms` are the legal forms that were left out."""

    written: str
    tokens: tuple[Token, ...]
    forms: tuple[str, ...]
    compact: str
    vowelless: bool

    @property
    def weight(self) -> float:
        """What all tokens weigh together."""
        return sum(token.weight for token in self.tokens)


@lru_cache(maxsize=100_000)
def parts_of(written: str, *, person: bool) -> Name:
    """This will take a name apart, as a person's or as an organisation's."""
    text = unicodedata.normalize("NFKC", written[:MAX_NAME])
    vowelless = any("\u0590" <= c <= "\u06ff" for c in text)
    words = _words(text)
    compact = "".join(words)
    forms: list[str] = []
    if not person:
        words, forms = _without_forms(words)
        words = _numbers(words)
    kinds = [_kind(word, person=person) for word in words]
    if not any(kind in ("core", "trade", "place", "number") for kind in kinds):
        kinds = ["core"] * len(words)
    tokens = tuple(_token(word, kind) for word, kind in zip(words, kinds, strict=True))
    return Name(written, tokens, tuple(forms), compact, vowelless)


def _words(text: str) -> list[str]:
    if any("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in text):
        for form in CJK_FORMS:
            text = text.replace(form, " ")
        text = " ".join(
            " ".join(_SYLLABLE.findall(anyascii(c)) or [anyascii(c)]) if ord(c) > 0x3000 else c for c in text
        )
        text = re.sub(r"(?<=[A-Za-z]) (?=[A-Za-z])", " ", text)
    latin = anyascii(text).lower().replace("&", " and ")
    latin = _ABBREVIATION.sub(lambda found: re.sub(r"[.\s]", "", found.group()) + " ", latin)
    latin = re.sub(r"['`´’ʻ\"]", "", latin)
    return re.sub(r"[^a-z0-9]+", " ", latin).split()


def _without_forms(words: list[str]) -> tuple[list[str], list[str]]:
    """Legal forms are cut out, the longest phrase first; misspelt long ones, and those glued to a word, too."""
    kept: list[str] = []
    forms: list[str] = []
    place = 0
    while place < len(words):
        for length in range(min(6, len(words) - place), 0, -1):
            phrase = " ".join(words[place : place + length])
            if phrase in LEGAL_FORMS or (length >= 3 and _is_misspelt_form(words[place : place + length])):
                forms.append(phrase)
                place += length
                break
        else:
            kept.append(words[place])
            place += 1
    return (kept, forms) if kept else (words, [])


def _is_misspelt_form(words: list[str]) -> bool:
    """A long form with a slip or two in one of its words."""
    for gap in range(len(words)):
        key = (*words[:gap], "", *words[gap + 1 :])
        for meant in _FORMS_WITH_GAP.get(key, ()):
            if OSA.distance(meant, words[gap], score_cutoff=2) <= min(2, len(meant) // 3):
                return True
    return False


def _numbers(words: list[str]) -> list[str]:
    """Number words become figures, tens and units one number."""
    found: list[str] = []
    for word in words:
        number = NUMBERS.get(word) if len(word) > 2 else None
        if number is None:
            found.append(word)
        elif number < 10 and found and found[-1].isdigit() and int(found[-1]) in range(20, 100, 10):
            found[-1] = str(int(found[-1]) + number)
        else:
            found.append(str(number))
    return found


def _kind(word: str, *, person: bool) -> str:
    if person:
        if word in PARTICLES:
            return "particle"
        if word in TITLES:
            return "title"
        return "patronymic" if _PATRONYMIC.fullmatch(word) else "core"
    if word.isdigit():
        return "number"
    if word in CORPORATE:
        return "corporate"
    if word in TRADES:
        return "trade"
    if word in PLACES:
        return "place"
    return "particle" if word in PARTICLES else "core"


def _token(word: str, kind: str) -> Token:
    return Token(word, sound_of(word), kind, WEIGHTS[kind], _CLASS_OF.get(word))


_SOUNDS = (
    ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("sh", "s"), ("ch", "k"),
    ("zh", "z"), ("dj", "j"), ("th", "t"), ("dh", "d"), ("ts", "s"), ("tz", "s"), ("ck", "k"), ("qu", "k"), ("x", "ks"),
    ("q", "k"), ("c", "k"), ("w", "v"), ("z", "s"), ("y", "i"), ("j", "i"), ("h", ""),
)  # fmt: skip
_VOWELS = frozenset("aeiou")


@lru_cache(maxsize=200_000)
def sound_of(word: str) -> str:
    """This will reduce a word to its consonants as they sound, a leading vowel counting as one sound."""
    for spelling, sound in _SOUNDS:
        word = word.replace(spelling, sound)
    sounds = [c for place, c in enumerate(word) if c not in _VOWELS or place == 0]
    kept = ["a" if c in _VOWELS else c for c in sounds]
    return "".join(c for place, c in enumerate(kept) if place == 0 or kept[place - 1] != c)
