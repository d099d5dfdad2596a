"""What a permission is; the catalogue of all of them is in `permissions.py`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Permission:
    """One permission with its wording for people, and the kinds of context it makes sense in."""

    code: str
    en: str
    zh: str
    kinds: tuple[str, ...]
    privileged: bool = False
