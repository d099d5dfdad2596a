"""Writes a customer credit transfer initiation: ISO 20022 pain.001.001.09."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from tenants.kernel.money import exact_sum, exponent_of

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
CONTENT_TYPE = "application/xml"
_NAME, _REMITTANCE = 140, 140


@dataclass(frozen=True, slots=True)
class Account:
    """An account in the clear: `scheme` is iban or other."""

    holder_name: str
    scheme: str
    number: str
    bic: str
    country: str


@dataclass(frozen=True, slots=True)
class Transfer:
    """One credit transfer of `amount`, above zero, for the documents `pays` names.

    `end_to_end_id` has at most 35 characters.
    """

    end_to_end_id: str
    amount: Decimal
    payee: Account
    pays: Sequence[str]


@dataclass(frozen=True, slots=True)
class Message:
    """A file of transfers from one account in one currency on one day."""

    message_id: str
    created_at: datetime
    initiator: str
    currency: str
    execution_date: date
    payer: Account
    transfers: Sequence[Transfer]


def pain_001(message: Message) -> bytes:
    """This will write the message as XML; amounts are exact, with the currency's decimals."""
    register_namespace("", NAMESPACE)
    root = Element(f"{{{NAMESPACE}}}Document")
    initiation = _sub(root, "CstmrCdtTrfInitn")
    header = _sub(initiation, "GrpHdr")
    _sub(header, "MsgId", message.message_id)
    _sub(header, "CreDtTm", message.created_at.strftime("%Y-%m-%dT%H:%M:%SZ"))
    _totals(header, message)
    _sub(_sub(header, "InitgPty"), "Nm", message.initiator[:_NAME])
    payment = _sub(initiation, "PmtInf")
    _sub(payment, "PmtInfId", f"{message.message_id}-1")
    _sub(payment, "PmtMtd", "TRF")
    _totals(payment, message)
    sepa = message.currency == "EUR" and message.payer.scheme == "iban"
    if sepa:
        _sub(_sub(_sub(payment, "PmtTpInf"), "SvcLvl"), "Cd", "SEPA")
    _sub(_sub(payment, "ReqdExctnDt"), "Dt", message.execution_date.isoformat())
    _sub(_sub(payment, "Dbtr"), "Nm", message.payer.holder_name[:_NAME])
    _account(payment, "DbtrAcct", message.payer, message.currency)
    _agent(payment, "DbtrAgt", message.payer)
    _sub(payment, "ChrgBr", "SLEV" if sepa else "SHAR")
    for transfer in message.transfers:
        _transfer(payment, transfer, message.currency)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="utf-8")


def _transfer(payment: Element, transfer: Transfer, currency: str) -> None:
    entry = _sub(payment, "CdtTrfTxInf")
    ids = _sub(entry, "PmtId")
    _sub(ids, "InstrId", transfer.end_to_end_id)
    _sub(ids, "EndToEndId", transfer.end_to_end_id)
    amount = _sub(_sub(entry, "Amt"), "InstdAmt", _text(transfer.amount, currency))
    amount.set("Ccy", currency)
    _agent(entry, "CdtrAgt", transfer.payee)
    payee = _sub(entry, "Cdtr")
    _sub(payee, "Nm", transfer.payee.holder_name[:_NAME])
    _sub(_sub(payee, "PstlAdr"), "Ctry", transfer.payee.country)
    _account(entry, "CdtrAcct", transfer.payee, "")
    _sub(_sub(entry, "RmtInf"), "Ustrd", remittance_of(transfer.pays))


def remittance_of(numbers: Sequence[str]) -> str:
    """This will name what a transfer pays within 140 characters: whole numbers, and how many more there are."""
    for kept in range(min(len(numbers), _REMITTANCE // 2 + 1), 0, -1):
        more = [f"+{len(numbers) - kept}"] if kept < len(numbers) else []
        text = " ".join([*numbers[:kept], *more])
        if len(text) <= _REMITTANCE:
            return text
    return numbers[0][:_REMITTANCE] if numbers else ""


def _totals(element: Element, message: Message) -> None:
    _sub(element, "NbOfTxs", str(len(message.transfers)))
    total = exact_sum(transfer.amount for transfer in message.transfers)
    _sub(element, "CtrlSum", _text(total, message.currency))


def _account(element: Element, name: str, account: Account, currency: str) -> None:
    entry = _sub(element, name)
    identity = _sub(entry, "Id")
    if account.scheme == "iban":
        _sub(identity, "IBAN", account.number)
    else:
        _sub(_sub(identity, "Othr"), "Id", account.number)
    if currency:
        _sub(entry, "Ccy", currency)


def _agent(element: Element, name: str, account: Account) -> None:
    institution = _sub(_sub(element, name), "FinInstnId")
    if account.bic:
        _sub(institution, "BICFI", account.bic)
    else:
        _sub(_sub(institution, "Othr"), "Id", "NOTPROVIDED")


def _sub(element: Element, name: str, text: str | None = None) -> Element:
    child = SubElement(element, f"{{{NAMESPACE}}}{name}")
    child.text = text
    return child


def _text(amount: Decimal, currency: str) -> str:
    return f"{amount.quantize(Decimal(1).scaleb(-exponent_of(currency))):f}"
