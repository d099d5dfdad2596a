"""Words of names that say little: legal forms, trades, places, particles, titles; and names that are one name.

Facts of languages; the lists themselves are in `name_words.txt`.
"""

from pathlib import Path


def _sections() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lines = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return found


_LISTS = _sections()


def _words(section: str) -> frozenset[str]:
    return frozenset(" ".join(_LISTS[section]).split())


LEGAL_FORMS: frozenset[str] = frozenset(_LISTS["legal forms"])
"""They tell companies apart so rarely that they are left out of the comparison."""

CJK_FORMS: tuple[str, ...] = (
    "股份有限公司", "有限责任公司", "集团有限公司", "控股有限公司", "有限公司", "股份公司", "集团公司", "株式会社",
    "有限責任公司", "集團有限公司", "주식회사", "公司", "集团", "集團",
)  # fmt: skip

CORPORATE = _words("corporate")
"""Words for being a company at all."""

TRADES = _words("trades")
"""Words for what a company does; two companies share them without being one."""

PLACES = _words("places")
"""Words for where; a branch abroad is still the company, so they weigh little."""

PARTICLES = _words("particles")
"""Small words of names of people."""

TITLES = _words("titles")

ONE_NAME: tuple[frozenset[str], ...] = tuple(frozenset(line.split()) for line in _LISTS["one name"])
"""Names that are the same name in other languages or spellings."""

NUMBERS: dict[str, int] = {
    word: number
    for number, words in {
        0: "zero", 1: "one first", 2: "two second", 3: "three third iii", 4: "four fourth", 5: "five fifth",
        6: "six sixth", 7: "seven seventh vii", 8: "eight eighth viii", 9: "nine ninth", 10: "ten tenth",
        11: "eleven eleventh", 12: "twelve twelfth", 13: "thirteen", 14: "fourteen fourteenth", 15: "fifteen",
        16: "sixteen", 17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty", 30: "thirty",
        40: "forty fourty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety",
    }.items()
    for word in words.split()
}  # fmt: skip
"""Number words of organisations, e.g. Brigade Forty-four."""
