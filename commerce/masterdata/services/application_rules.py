"""The rules that look at an application by themselves; each leaves what it found, in words."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from commerce.masterdata.events import APPLICATION_SUBMITTED
from commerce.masterdata.fitness import supplier_policy
from commerce.masterdata.models import SupplierApplication
from commerce.masterdata.providers.port import ProviderDown, Subject, SubjectUnknown
from commerce.masterdata.providers.registry import provider
from commerce.masterdata.queries import owners_of_aliases
from commerce.masterdata.screening_index import ScreeningIndex
from commerce.masterdata.services.application import tell
from commerce.masterdata.services.application_decide import accept, give_back
from commerce.masterdata.services.provider_check import licence_runs
from commerce.masterdata.services.register import name_keys
from commerce.masterdata.services.screening import THRESHOLD, listed_entries
from commerce.masterdata.services.supplier import SupplierDuplicate, refuse_duplicates
from commerce.masterdata.states import CHECK_KINDS
from tenants.kernel.actor import system_actor
from tenants.runtime.clock import set_alarm
from tenants.runtime.locks import lock_rows
from tenants.runtime.scope import Scope, unit_of_work

ALARM = "masterdata.application.check"
RETRY_AFTER = timedelta(minutes=5)
Finding = dict[str, str]
RETURNING = ("profile", "certificates")
"""Rules that give an incomplete application back without a person, where the policy lets rules decide."""
NEEDED = {
    "street": ("address", "地址"),
    "city": ("city", "城市"),
    "contact_name": ("contact person", "联系人"),
}
NUMBERS = ("uscc", "tax_id", "duns")


def run_rules(*, scope: Scope, application_id: uuid.UUID, at: datetime) -> None:
    """This will let every rule look at a submitted application, then accept it if the group's policy says so.

    The provider is asked outside of any transaction; while it is down its rules are pending and run again.
    """
    with unit_of_work(scope):
        row = SupplierApplication.objects.filter(id=application_id, status="submitted").first()
        if row is None:
            return
        policy = supplier_policy(group_id=row.group_id)
        entries = listed_entries()
        findings = [
            _profile(row),
            _certificates(row, policy.required_certificates, at.date()),
            _number(row),
            _same_name(row),
        ]
    findings.append(_screening(row, ScreeningIndex(entries)))
    findings += [_check(row, kind, policy.blocking_class) for kind in CHECK_KINDS]
    with unit_of_work(scope):
        rows = lock_rows(SupplierApplication.objects.filter(id=application_id, status="submitted"))
        if not rows or rows[0].version != row.version:
            return
        rows[0].findings = findings
        rows[0].save(update_fields=["findings"])
        if any(finding["outcome"] == "pending" for finding in findings):
            set_alarm(kind=ALARM, subject_id=row.id, due_at=at + RETRY_AFTER)
        elif policy.accept_automatically:
            _decide(rows[0], findings, at)


def _decide(row: SupplierApplication, findings: Sequence[Finding], at: datetime) -> None:
    """Complete and clean: accepted. Incomplete: given back with what is missing. All else is for people."""
    actor = system_actor(group_id=row.group_id, name="admission rules")
    missing = [f for f in findings if f["rule"] in RETURNING and f["outcome"] == "fail"]
    if missing:
        reason = " ".join([*(f["en"] for f in missing), *(f["zh"] for f in missing)])
        give_back(row, actor=actor, at=at, rule=missing[0]["rule"], reason=reason)
    elif {finding["outcome"] for finding in findings} <= {"pass", "not_asked"}:
        accept(row, actor=actor, at=at, rule="every_rule_passed", same_name_confirmed=False)


def look_again(*, application_id: uuid.UUID, at: datetime) -> None:
    """This will have the rules run once more on an application that is still undecided."""
    row = SupplierApplication.objects.filter(id=application_id, status="submitted").first()
    if row is not None:
        actor = system_actor(group_id=row.group_id, name="clock")
        tell(row, "check", APPLICATION_SUBMITTED, actor=actor, at=at)


def _finding(rule: str, outcome: str, en: str, zh: str) -> Finding:
    return {"rule": rule, "outcome": outcome, "en": en, "zh": zh}


def _profile(row: SupplierApplication) -> Finding:
    words = [pair for name, pair in NEEDED.items() if not row.profile.get(name)]
    if not any(row.profile.get(name) for name in NUMBERS):
        words.append(("a registration, tax or D-U-N-S number", "统一社会信用代码、税号或邓白氏编码"))
    if words:
        en, zh = ", ".join(w[0] for w in words), "、".join(w[1] for w in words)
        return _finding("profile", "fail", f"Not filled in: {en}.", f"未填写：{zh}。")
    return _finding("profile", "pass", "Everything needed is filled in.", "必填信息完整。")


def _number(row: SupplierApplication) -> Finding:
    try:
        refuse_duplicates(group_id=row.group_id, values=row.profile, own_id=None)
    except SupplierDuplicate as known:
        return _finding(
            "number",
            "refer",
            f"In the register already: {known.message('en')}",
            f"库中已有：{known.message('zh')}",
        )
    return _finding("number", "pass", "Nobody in the register has its numbers.", "库中无相同编号的供应商。")


def _certificates(row: SupplierApplication, required: Sequence[str], today: date) -> Finding:
    running = {
        document["kind"]
        for document in row.documents
        if not document["expires_date"] or date.fromisoformat(document["expires_date"]) > today
    }
    missing = [kind for kind in required if kind not in running]
    if missing:
        names = ", ".join(missing)
        return _finding(
            "certificates", "fail", f"Required and not handed in: {names}.", f"缺少必需证书：{names}。"
        )
    return _finding("certificates", "pass", "Every required certificate is there.", "必需证书齐全。")


def _same_name(row: SupplierApplication) -> Finding:
    keys = [(kind, key) for _, key in name_keys(row.profile) for kind in ("name", "alias")]
    owners = owners_of_aliases(group_id=row.group_id, keys=keys)
    known = {alias.supplier_org.legal_name for aliases in owners.values() for alias in aliases}
    if known:
        names = ", ".join(sorted(known))
        return _finding(
            "same_name", "refer", f"In the register under this name: {names}.", f"库中已有同名：{names}。"
        )
    return _finding("same_name", "pass", "Nobody in the register has this name.", "库中无同名供应商。")


def _screening(row: SupplierApplication, index: ScreeningIndex) -> Finding:
    names = [name for name in (row.legal_name, row.profile.get("other_name", "")) if name]
    found = list(index.matches(names, threshold=THRESHOLD))
    if found:
        best = max(found, key=lambda match: match.comparison.score)
        text = f"{best.entry_name} ({best.comparison.score})"
        return _finding(
            "screening", "refer", f"Resembles a listed name: {text}.", f"与名单中的名称相似：{text}。"
        )
    return _finding("screening", "pass", "No listed name resembles it.", "未发现与名单相似的名称。")


def _check(row: SupplierApplication, kind: str, blocking_class: int) -> Finding:
    asked = provider()
    if asked is None:
        return _finding(kind, "not_asked", "No credit agency is connected.", "尚未接入征信机构。")
    names = ("country", "duns", "tax_id", "uscc", "street", "city", "postal_code")
    subject = Subject(name=row.legal_name, **{name: str(row.profile.get(name, "")) for name in names})
    try:
        fields = asked.check(kind=kind, subject=subject).fields
    except ProviderDown as down:
        return _finding(
            kind, "pending", f"The agency cannot be asked now: {down}.", "征信机构暂不可用，稍后重试。"
        )
    except SubjectUnknown as unknown:
        return _finding(kind, "refer", f"The agency does not know it: {unknown}.", "征信机构未找到该企业。")
    if kind == "credit":
        text = f"{fields.risk_class or '–'} {fields.risk_text}".strip()
        good = fields.risk_class is not None and fields.risk_class < blocking_class
        return _finding(kind, "pass" if good else "fail", f"Risk class {text}.", f"风险等级 {text}。")
    good = licence_runs(fields, uscc=subject.uscc, tax_id=subject.tax_id, country=subject.country)
    state, numbers = fields.operating_status, ", ".join(fields.registration_numbers)
    return _finding(
        kind,
        "pass" if good else "fail",
        f"Operating status: {state or 'unknown'}; registered as: {numbers}.",
        f"经营状态：{state or '未知'}；登记号：{numbers}。",
    )
