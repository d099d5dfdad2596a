"""Finds, among tens of thousands of listed names, the few worth comparing with a supplier's name.

The words of all listed names stand in a vocabulary that is looked up by sound, by spelling with one letter left
out, and by class of equal given names. A listed name is compared when enough of its words, or of the supplier's,
are like one another.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from commerce.masterdata.name_matching import Comparison, compare_names, likeness_of
from commerce.masterdata.name_parts import Name, Token, parts_of, sound_of

ENOUGH = 0.45
"""The share of a name's weight that must be found by sound before names are compared."""

MOST_COMPARED = 400
"""At most so many listed names are compared with one name: the ones that share most."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A list entry as screening needs it."""

    id: uuid.UUID
    kind: str
    names: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Match:
    """The best comparison of a supplier with an entry."""

    entry: Entry
    supplier_name: str
    entry_name: str
    comparison: Comparison


class Vocabulary:
    """The words of listed names of one kind, and which names hold them."""

    def __init__(self) -> None:
        self.words: dict[str, int] = {}
        self.tokens: list[Token] = []
        self.names: list[list[int]] = []
        self.by_key: dict[str, list[int]] = defaultdict(list)

    def add(self, token: Token, name: int) -> None:
        """This will note that a listed name holds a word."""
        number = self.words.get(token.text)
        if number is None:
            number = self.words[token.text] = len(self.tokens)
            self.tokens.append(token)
            self.names.append([])
            for key in _keys(token):
                self.by_key[key].append(number)
        self.names[number].append(name)

    def names_with(self, token: Token, *, person: bool) -> set[int]:
        """This will give the listed names that hold a word like this one."""
        likely = {number for key in _keys(token) for number in self.by_key.get(key, ())}
        found: set[int] = set()
        for number in likely:
            if likeness_of(token, self.tokens[number], person=person, vowelless=False)[0] or (
                len(token.sound) >= 3 and token.sound == self.tokens[number].sound
            ):
                found.update(self.names[number])
        return found


class ScreeningIndex:
    """The listed names, ready to be looked through."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: list[Entry] = list(entries)
        self.names: list[tuple[int, Name]] = []
        self.vocabularies = {True: Vocabulary(), False: Vocabulary()}
        self.by_whole: dict[tuple[bool, str], list[int]] = defaultdict(list)
        for place, entry in enumerate(self.entries):
            person = entry.kind == "individual"
            for written in entry.names:
                name = parts_of(written, person=person)
                number = len(self.names)
                self.names.append((place, name))
                for token in _telling(name):
                    self.vocabularies[person].add(token, number)
                for joined in _wholes(name):
                    self.by_whole[person, joined].append(number)

    def matches(self, names: Iterable[str], *, threshold: int) -> list[Match]:
        """This will give the entries that one of the names resembles, the most alike first."""
        best: dict[int, Match] = {}
        for written in dict.fromkeys(names):
            for person in (False, True):
                for place, match in self._compared(written, person=person, threshold=threshold):
                    known = best.get(place)
                    if known is None or match.comparison.score > known.comparison.score:
                        best[place] = match
        return sorted(best.values(), key=lambda m: (-m.comparison.score, m.entry_name))

    def _compared(self, written: str, *, person: bool, threshold: int) -> Iterator[tuple[int, Match]]:
        name = parts_of(written, person=person)
        for number in self._likely(name, person=person):
            place, other = self.names[number]
            comparison = compare_names(name, other, person=person)
            if comparison.score < threshold or (person and _says_little(comparison, name, other)):
                continue
            yield place, Match(self.entries[place], written, other.written, comparison)

    def _likely(self, name: Name, *, person: bool) -> list[int]:
        shared: dict[int, float] = defaultdict(float)
        telling = _telling(name)
        for token in telling:
            for number in self.vocabularies[person].names_with(token, person=person):
                shared[number] += token.weight
        own = sum(token.weight for token in telling)
        likely = [
            (share, number)
            for number, share in shared.items()
            if share >= ENOUGH * min(own, sum(token.weight for token in _telling(self.names[number][1])))
        ]
        likely.sort(reverse=True)
        whole = [number for joined in _wholes(name) for number in self.by_whole.get((person, joined), ())]
        return list(dict.fromkeys([*whole, *(number for _, number in likely[:MOST_COMPARED])]))


def _says_little(comparison: Comparison, name: Name, other: Name) -> bool:
    """A company that shares one word with a listed person's name is not that person."""
    one_pair = len(comparison.pairs) == 1 and comparison.pairs[0].reason != "whole"
    return one_pair and len(other.tokens) + len(name.tokens) > 2


def _telling(name: Name) -> list[Token]:
    """The words that tell names apart; all of them where there is none."""
    return [t for t in name.tokens if t.kind in ("core", "patronymic")] or list(name.tokens)


def _wholes(name: Name) -> set[str]:
    """The sound of the name without spaces, and of neighbouring words that may be written as one."""
    texts = [name.compact, "".join(token.text for token in name.tokens)]
    for length in (2, 3):
        for start in range(len(name.tokens) - length + 1):
            texts.append("".join(token.text for token in name.tokens[start : start + length]))
    texts += [token.text for token in _telling(name)]
    return {sound_of(text) for text in texts if len(text) >= 7}


def _keys(token: Token) -> set[str]:
    keys = {f"={token.sound}"}
    if len(token.text) >= 4:
        keys.add(token.text)
        keys |= {token.text[:i] + token.text[i + 1 :] for i in range(len(token.text))}
    if len(token.sound) >= 4:
        keys |= {f"~{token.sound[:i]}{token.sound[i + 1 :]}" for i in range(len(token.sound))}
    if token.name_class is not None:
        keys.add(f"#{token.name_class}")
    return keys
