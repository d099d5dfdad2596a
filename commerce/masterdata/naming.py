"""Names reduced to what is compared and searched."""

import unicodedata
from collections.abc import Iterable

from anyascii import anyascii

from tenants.kernel.folding import folded


def name_key(name: str) -> str:
    """This will reduce a name to its letters and digits, in order, separated by single spaces."""
    kept = "".join(c if unicodedata.category(c)[0] in "LNM" else " " for c in folded(name))
    return " ".join(kept.split())


def search_text(parts: Iterable[str]) -> str:
    """This will join what a thing is found by: each text as written and in Latin letters, both folded."""
    found: list[str] = []
    for part in parts:
        for form in (folded(part), folded(anyascii(part))):
            if form and form not in found:
                found.append(form)
    return "\n".join(found)
