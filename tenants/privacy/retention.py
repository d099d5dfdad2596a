"""How long requests of people, consents and the reports of retention itself are kept."""

from datetime import datetime

from django.db.models import Q

from tenants.runtime.keeping import RetentionRule, declare, keep


def _with_name(at: datetime) -> Q:
    return ~Q(email="", display_name="", note="")


declare(RetentionRule(
    code="privacy.person_request", en="Names in answered requests about data", zh="已答复个人数据请求中的姓名",
    table="privacy.PersonRequest",
    ground_en="Claims about a request end after three years; the request stays without names.",
    ground_zh="与请求有关的诉讼时效为三年；此后请求保留但不含姓名。",
    days=1_095, since="decided_at", since_en="the answer", since_zh="答复", place="group", where=_with_name,
    blank={"email": "", "display_name": "", "note": ""}, customers=True, longest=3_650, group="group_id",
    person="person_id",
))  # fmt: skip
declare(RetentionRule(
    code="privacy.retention_run", en="Reports of this clean-up", zh="数据清理报告", table="privacy.RetentionRun",
    ground_en="A year and a month of reports show that the rules are obeyed.",
    ground_zh="保留一年零一个月，用于证明规则得到执行。",
    days=400, since="day_date", since_en="the day", since_zh="当日", place="platform", group="group_id",
))  # fmt: skip
keep(
    ("privacy.Transfer", "privacy.LegalHold", "privacy.RetentionPeriod"),
    en="Proof of what the group decided about personal data; ends with the group.",
    zh="集团关于个人数据决定的证明；随集团终止。",
)
