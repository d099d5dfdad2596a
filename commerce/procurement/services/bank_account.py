"""Writing down where a supplier, or the unit itself, has its account."""

import uuid
from datetime import datetime

from commerce.masterdata.queries import supplier_orgs_visible_to
from commerce.procurement.models import BankAccount
from commerce.procurement.paying.accounts import check_bic, masked, plain_account
from commerce.procurement.texts import check_text
from tenants.kernel.actor import Actor
from tenants.kernel.countries import COUNTRIES
from tenants.kernel.errors import Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.kernel.money import exponent_of
from tenants.runtime import audit, files, outbox
from tenants.runtime.guard import require, require_recent_proof


def bank_account_set(
    *,
    actor: Actor,
    at: datetime,
    holder_name: str,
    account_no: str,
    country: str,
    currency: str,
    supplier_org_id: uuid.UUID | None = None,
    bic: str = "",
    bank_name: str = "",
) -> uuid.UUID:
    """This will put an account in force for a supplier, or for the unit, in one currency; gives its id.

    The number is kept as ciphertext and never shown again but for its last four characters. The person must
    have proved who they are within 15 minutes. Raises Forbidden, ProofRequired, NotFound, BadAccount, Invalid.
    """
    require(actor, "procurement.bank_account.set")
    require_recent_proof(actor, at=at)
    scheme, number = plain_account(account_no)
    plain_bic = check_bic(bic)
    exponent_of(currency)
    _check(holder_name, country, bank_name)
    suppliers = supplier_orgs_visible_to(actor=actor)
    if supplier_org_id is not None and not suppliers.filter(id=supplier_org_id).exists():
        raise NotFound(field="supplierOrgId")
    same = BankAccount.objects.filter(supplier_org_gid=supplier_org_id, currency=currency, status="active")
    before = same.select_for_update(no_key=True).first()
    same.update(status="retired", retired_at=at)
    row = BankAccount(
        id=new_id(), supplier_org_gid=supplier_org_id, holder_name=holder_name.strip(), country=country,
        currency=currency, bank_name=bank_name.strip(), bic=plain_bic, scheme=scheme, masked=masked(number),
        changed_by_name=actor.display_name, changed_by_key=actor.key,
    )  # fmt: skip
    row.sealed = files.seal_text(number, record_id=row.id)
    row.save(force_insert=True)
    _tell(row, before, actor=actor, at=at)
    return row.id


def _check(holder_name: str, country: str, bank_name: str) -> None:
    check_text(holder_name, field="holderName", longest=140)
    check_text(bank_name, field="bankName", longest=140)
    if not holder_name.strip():
        raise Invalid(
            field="holderName", reason_en="Give the account holder's name.", reason_zh="请填写户名。"
        )
    if country not in COUNTRIES:
        raise Invalid(
            field="country",
            reason_en="The country is a code of ISO 3166-1, e.g. CN or DE.",
            reason_zh="国家须为 ISO 3166-1 代码，例如 CN、DE。",
        )


def _tell(row: BankAccount, before: BankAccount | None, *, actor: Actor, at: datetime) -> None:
    audit.record(
        actor=actor,
        action="procurement.bank_account.set",
        subject_type="bank_account",
        subject_id=row.id,
        subject_label=row.holder_name,
        at=at,
        old={"account": before.masked} if before else None,
        new={"account": row.masked, "currency": row.currency, "supplier_org_gid": row.supplier_org_gid},
    )
    outbox.publish(
        event_type="procurement.bank_account.set",
        subject_type="bank_account",
        subject_id=row.id,
        at=at,
        actor=actor,
        payload={"supplier_org_id": str(row.supplier_org_gid) if row.supplier_org_gid else None},
    )
