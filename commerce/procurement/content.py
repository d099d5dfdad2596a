"""The content hash: what an approval answers for. A change to anything in it re-opens the document."""

import hashlib
import json
import uuid
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Context, Decimal

SIX_DECIMALS = Decimal("0.000001")
WIDE = Context(prec=60)

Cell = str | Decimal | uuid.UUID | date | None


def content_hash(header: Sequence[Cell], lines: Iterable[Sequence[Cell]]) -> str:
    """This will hash the material fields in a form that does not depend on how decimals were written."""
    body = [[_text(cell) for cell in header], [[_text(cell) for cell in line] for line in lines]]
    return hashlib.sha256(json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _text(cell: Cell) -> str | None:
    if isinstance(cell, Decimal):
        return str(cell.quantize(SIX_DECIMALS, context=WIDE))
    return cell if cell is None or isinstance(cell, str) else str(cell)
