"""One form for texts that are compared and searched."""

import unicodedata


def folded(text: str) -> str:
    """This will bring a text to one form: compatibility characters, case and outer spaces do not count."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).strip()
