"""The port to third parties that check suppliers. Adapters never touch the database."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Protocol

CLASSES = {
    "low risk": 1,
    "low-moderate risk": 2,
    "moderate risk": 3,
    "moderate-high risk": 4,
    "high risk": 5,
}
"""D&B's words for the failure score, from 1 (lowest risk) to 5."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom to ask about."""

    name: str
    country: str
    duns: str = ""
    tax_id: str = ""
    uscc: str = ""
    street: str = ""
    city: str = ""
    postal_code: str = ""


@dataclass(frozen=True, slots=True)
class CheckFields:
    """What is known after a check, whoever gave it: a provider or a person with a report in hand."""

    duns: str = ""
    primary_name: str = ""
    country: str = ""
    operating_status: str = ""
    registration_numbers: Sequence[str] = field(default_factory=tuple)
    risk_class: int | None = None
    risk_text: str = ""

    def stored(self) -> dict[str, object]:
        """This will give the fields as JSON."""
        return {**asdict(self), "registration_numbers": list(self.registration_numbers)}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a provider said, and its raw words."""

    fields: CheckFields
    raw: bytes


class ProviderDown(Exception):
    """The provider cannot be asked now; the same question may be asked again later."""


class SubjectUnknown(Exception):
    """The provider does not know the supplier, or not surely enough. `raw` is what it said."""

    def __init__(self, reason: str, raw: bytes = b"") -> None:
        self.raw = raw
        super().__init__(reason)


class Provider(Protocol):
    """A third party. Its calls reach the network, so they run outside of transactions."""

    code: str

    def check(self, *, kind: str, subject: Subject) -> Answer:
        """This will ask about a supplier's credit or licence; raises ProviderDown, SubjectUnknown."""

    def changes(self, *, portfolio: str) -> list[str]:
        """This will give the D-U-N-S numbers whose risk has changed since it was last asked; raises ProviderDown."""
