"""The kinds of alerts about suppliers, told to who puts them away at headquarters."""

from tenants.accounts.alert_kinds import AlertKind, alert_kind

PERMISSION, SUBJECT = "masterdata.supplier_alert.see", "supplier_org"

KINDS: dict[str, AlertKind] = {
    "certificate_expiring": alert_kind(
        "masterdata.supplier.certificate_expiring",
        name_en="Certificates ending",
        name_zh="证书即将到期",
        permission=PERMISSION,
        subject_type=SUBJECT,
        urgent=True,
        en="{supplier}: the certificate {certificate} {number} ends on {ends}, in {days} days",
        zh="{supplier}：证书 {certificate} {number} 将于 {ends} 到期，剩余 {days} 天",
        advice_en="Ask the supplier for a new one; on that day it drops out of what rests on it.",
        advice_zh="请供应商提交新证书；到期当日，依赖该证书的资质自动失效。",
    ),
    "certificate_expired": alert_kind(
        "masterdata.supplier.certificate_expired",
        name_en="Certificates ended",
        name_zh="证书已到期",
        permission=PERMISSION,
        subject_type=SUBJECT,
        urgent=True,
        en="{supplier}: the certificate {certificate} {number} ended on {ends}",
        zh="{supplier}：证书 {certificate} {number} 已于 {ends} 到期",
        advice_en="What rested on it counts no more. Verify a new one and qualify the supplier again.",
        advice_zh="依赖该证书的资质已失效。请核验新证书后重新认定资质。",
    ),
    "risk_changed": alert_kind(
        "masterdata.supplier.risk_changed",
        name_en="Risk classes changed",
        name_zh="风险等级变化",
        permission=PERMISSION,
        subject_type=SUBJECT,
        urgent=True,
        en="{supplier}: the risk class went from {before} to {now}",
        zh="{supplier}：风险等级由 {before} 变为 {now}",
        advice_en="See the supplier's file and decide whether it may still be asked.",
        advice_zh="请查看供应商档案，并决定是否继续使用该供应商。",
    ),
    "check_failed": alert_kind(
        "masterdata.supplier.check_failed",
        name_en="Failed checks of suppliers",
        name_zh="供应商核验未通过",
        permission=PERMISSION,
        subject_type=SUBJECT,
        urgent=True,
        en="{supplier}: a check by a third party failed or got no answer",
        zh="{supplier}：第三方核验未通过或未获答复",
        advice_en="The supplier is not asked meanwhile. Check it again, or enter a report by hand.",
        advice_zh="在此期间不会邀请该供应商。请重新核验，或手工录入报告。",
    ),
    "check_expired": alert_kind(
        "masterdata.supplier.check_expired",
        name_en="Expired checks of suppliers",
        name_zh="供应商核验已失效",
        permission=PERMISSION,
        subject_type=SUBJECT,
        en="{supplier}: a check's answer counts no more since {ended}",
        zh="{supplier}：核验结果自 {ended} 起失效",
        advice_en="Have the supplier checked again.",
        advice_zh="请重新核验该供应商。",
    ),
}
"""By the kind of `SupplierAlert`."""
