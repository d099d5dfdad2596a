"""The door of a calculation's report: the question stands in the address, so the link gives the same file again."""

import json
import re
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path

import typst
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from billing.calculators.asking import asked_of
from billing.calculators.report import Report, as_csv, report_of
from billing.services.calculation import calculation
from commerce.procurement.printing.render import HERE as PRINTING
from tenants.accounts.client_ip import client_ip
from tenants.kernel.errors import DomainError, Invalid
from tenants.runtime.cache import take
from tenants.runtime.scope import ACCOUNTS, unit_of_work

TEMPLATE = Path(__file__).parent / "calculation.typ"
LONGEST = 8_000
MOST_A_MINUTE = 20
A_MINUTE = 60
NUMBER = re.compile(r"-?\d+(\.\d+)?")


@require_GET
def calculation_report(request: HttpRequest, form: str) -> HttpResponse:
    """This will answer `?input={…}&lang=zh` as `report.csv` or `report.pdf`; 400 with the refusal otherwise."""
    locale = "zh" if request.GET.get("lang", "").startswith("zh") else "en"
    try:
        take(
            tenant="accounts", space="calculation_report", key=client_ip(request) or "unknown",
            amount=MOST_A_MINUTE, seconds=A_MINUTE,
        )  # fmt: skip
        asked = asked_of(_given(request.GET.get("input", "")))
        with unit_of_work(ACCOUNTS):
            found = calculation(asked=asked)
    except DomainError as refusal:
        body = {"code": refusal.code, "field": refusal.field, "message": refusal.message(locale)}
        return JsonResponse(body, status=429 if refusal.code == "RATE_LIMITED" else 400)
    report = report_of(found, locale)
    if form == "csv":
        return _file(as_csv(report), "text/csv; charset=utf-8", "calculation.csv")
    return _file(_typeset(report, locale), "application/pdf", "calculation.pdf")


def _given(text: str) -> dict[str, object]:
    try:
        found = json.loads(text[:LONGEST], parse_float=str)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Invalid(field="input", reason_en="This is not a question.", reason_zh="输入格式不正确。")
    return found


def _typeset(report: Report, locale: str) -> bytes:
    shown = asdict(report)
    for table in shown["tables"]:
        table["rows"] = [[_grouped(cell) for cell in row] for row in table["rows"]]
    data = json.dumps({"lang": locale, **shown}, ensure_ascii=False)
    pdf = typst.compile(
        str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=[str(PRINTING / "fonts")],
        sys_inputs={"report": data}, format="pdf",
    )  # fmt: skip
    if not isinstance(pdf, bytes):
        raise TypeError("the typesetter gave several files")
    return pdf


def _grouped(cell: str) -> str:
    """Plain numbers with their thousands apart, for the eye; everything else as it is."""
    return f"{Decimal(cell):,f}" if NUMBER.fullmatch(cell) else cell


def _file(data: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
