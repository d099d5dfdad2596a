"""Transfers of personal data to recipients outside: approved with all that the law asks for, and ended."""

import re
import uuid
from datetime import date, datetime

from tenants.accounts.services.scopes import recorded
from tenants.kernel.actor import Actor
from tenants.kernel.countries import COUNTRIES
from tenants.kernel.errors import DomainError, Invalid, NotFound
from tenants.privacy.models import Transfer
from tenants.privacy.models.transfer import BASES, FIELDS
from tenants.privacy.queries import transfers_visible_to
from tenants.runtime.guard import require, require_recent_proof

LONGEST = 2_000
_HOST = re.compile(r"^(?=.{1,253}$)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*$")


class TransferEnded(DomainError):
    """The transfer has been ended before."""

    code = "TRANSFER_ENDED"
    en = "This transfer was ended already."
    zh = "该传输已终止。"


def transfer_approve(
    *,
    actor: Actor,
    at: datetime,
    recipient: str,
    host: str,
    country: str,
    purpose: str,
    legal_basis: str,
    basis_note: str,
    assessment: str,
    assessed_date: date,
    fields: list[str],
    from_date: date,
    until_date: date,
) -> uuid.UUID:
    """This will put a transfer on record; from its first day on, the fields may go to that recipient and country.

    The assessment must be made before. Raises Forbidden, ProofRequired, Invalid.
    """
    require(actor, "privacy.transfer.approve")
    require_recent_proof(actor, at=at)
    if country not in COUNTRIES:
        raise _invalid("country", "Name the recipient's country.", "请填写接收方所在国家或地区。")
    if legal_basis not in BASES:
        raise _invalid(
            "legalBasis", f"Choose one of {', '.join(BASES)}.", f"请选择 {'、'.join(BASES)} 之一。"
        )
    if assessed_date > at.date():
        raise _invalid("assessedDate", "Assess the impact before you approve.", "请先完成影响评估再批准。")
    if until_date < from_date or until_date < at.date():
        raise _invalid(
            "untilDate", "The last day is before the first, or past.", "结束日期早于开始日期或已过。"
        )
    transfer = Transfer(
        group_id=actor.group_id, recipient=_words("recipient", recipient), host=_host(host), country=country,
        purpose=_words("purpose", purpose), legal_basis=legal_basis, basis_note=_words("basisNote", basis_note),
        assessment=_words("assessment", assessment), assessed_date=assessed_date, fields=_fields(fields),
        from_date=from_date, until_date=until_date, approved_at=at, approved_by_id=actor.person_id,
        approved_by_name=actor.display_name, created_at=at,
    )  # fmt: skip
    Transfer.objects.bulk_create([transfer])
    recorded(
        actor=actor, action="privacy.transfer.approve", event="privacy.transfer.approved", subject_type="transfer",
        subject_id=transfer.id, subject_label=transfer.recipient, at=at, new=_shown(transfer),
    )  # fmt: skip
    return transfer.id


def transfer_end(*, actor: Actor, at: datetime, transfer_id: uuid.UUID, reason: str) -> uuid.UUID:
    """This will end a transfer: from now on nothing goes out under it. Raises Forbidden, NotFound, TransferEnded."""
    require(actor, "privacy.transfer.end")
    transfer = transfers_visible_to(actor).filter(id=transfer_id).select_for_update().first()
    if transfer is None:
        raise NotFound(field="transferId")
    if transfer.ended_at is not None:
        raise TransferEnded(field="transferId")
    transfer.end_reason = _words("reason", reason)
    transfer.ended_at, transfer.ended_by_id, transfer.ended_by_name = at, actor.person_id, actor.display_name
    transfer.save(update_fields=["end_reason", "ended_at", "ended_by_id", "ended_by_name"])
    recorded(
        actor=actor, action="privacy.transfer.end", event="privacy.transfer.ended", subject_type="transfer",
        subject_id=transfer.id, subject_label=transfer.recipient, at=at, new={"reason": transfer.end_reason},
    )  # fmt: skip
    return transfer.id


def _shown(transfer: Transfer) -> dict[str, object]:
    names = ("recipient", "host", "country", "purpose", "legal_basis", "basis_note", "assessment", "fields")
    days = ("assessed_date", "from_date", "until_date")
    return {name: getattr(transfer, name) for name in names} | {
        name: getattr(transfer, name).isoformat() for name in days
    }


def _words(field: str, text: str) -> str:
    words = text.strip()
    if not 1 <= len(words) <= LONGEST:
        raise _invalid(field, f"Write 1 to {LONGEST} characters.", f"请填写 1 至 {LONGEST} 个字符。")
    return words


def _host(host: str) -> str:
    name = host.strip().lower().rstrip(".")
    if not _HOST.match(name):
        raise _invalid(
            "host", "Enter a domain, such as erp.example.com.", "请填写域名，例如 erp.example.com。"
        )
    return name


def _fields(fields: list[str]) -> list[str]:
    chosen = sorted(set(fields))
    if not chosen or not set(chosen) <= set(FIELDS):
        raise _invalid("fields", f"Choose from {', '.join(FIELDS)}.", f"请从 {'、'.join(FIELDS)} 中选择。")
    return chosen


def _invalid(field: str, en: str, zh: str) -> Invalid:
    return Invalid(field=field, reason_en=en, reason_zh=zh)
