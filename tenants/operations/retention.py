"""How long figures of the service's running are kept."""

from typing import Any

from tenants.runtime.keeping import RetentionRule, declare, keep

_FIGURES: dict[str, Any] = {
    "ground_en": "Compared with the same month of the year before; needed for nothing longer.",
    "ground_zh": "用于与上年同月比较，此后不再需要。",
}

declare(RetentionRule(
    code="operations.usage_day", en="Use of modules by person and day", zh="按人员与日期的模块使用情况",
    table="operations.UsageDay", **_FIGURES, days=400, since="day_date", since_en="the day", since_zh="当日",
    place="platform", customers=True, longest=1_095, group="group_id", unit="unit_id", person="person_id",
))  # fmt: skip
declare(RetentionRule(
    code="operations.failure_day", en="Failures by day", zh="每日故障次数", table="operations.FailureDay",
    **_FIGURES, days=400, since="day_date", since_en="the day", since_zh="当日", place="platform", group="group_id",
))  # fmt: skip
declare(RetentionRule(
    code="operations.probe", en="Raw probes of availability", zh="可用性原始探测", table="operations.Probe",
    ground_en="The month's availability is reckoned from them; the result stays.",
    ground_zh="用于计算月度可用性，结果另行保留。",
    days=100, since="minute_at", since_en="the probe", since_zh="探测时间", place="platform", group="group_id",
))  # fmt: skip
keep(
    ("operations.Care", "operations.SuccessTask", "operations.FeatureSwitch", "operations.OperatorTrail"),
    en="What the service's own people did for a customer: kept while the customer is one, the trail as evidence.",
    zh="平台人员为客户所做的工作：在客户存续期间保留，操作记录作为证据。",
)
