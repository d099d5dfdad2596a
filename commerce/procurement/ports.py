"""What purchasing asks of contexts that may be switched off."""

import uuid
from collections.abc import Callable
from datetime import date

TermsSource = Callable[..., tuple[int, int] | None]
_terms: list[TermsSource] = []


def register_payment_terms(source: TermsSource) -> None:
    """This will make `source(supplier_org_id=…, on_date=…)` answer for payment days and priority.

    The answer is (days, priority with 1 as the first), or None when nothing was agreed.
    """
    _terms[:] = [source]


def payment_terms_of(*, supplier_org_id: uuid.UUID, on_date: date) -> tuple[int, int] | None:
    """This will give the days and the priority agreed with a supplier on a day, or None."""
    return _terms[0](supplier_org_id=supplier_org_id, on_date=on_date) if _terms else None
