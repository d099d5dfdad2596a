"""How long the records around log-in and access are kept."""

from datetime import datetime, timedelta
from typing import Any

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Lower

from tenants.accounts.models import Consent, Invitation, Membership, Session
from tenants.runtime.keeping import RetentionRule, declare, keep

FIRST_VISIT = timedelta(days=1)
"""Who founded or joined nothing by then and never came back after it has abandoned the sign-up."""

_SHORT: dict[str, Any] = {"ground_en": "Nothing needs it any more.", "ground_zh": "已无保留必要。"}
_SIGN_UP: dict[str, Any] = {
    "ground_en": "Without a group there is no contract for which the person's data would be needed.",
    "ground_zh": "未加入任何集团，不存在需要保留个人数据的合同。",
    "table": "accounts.Person", "since": "created_at", "since_en": "sign-up", "since_zh": "注册", "place": "accounts",
}  # fmt: skip


def _without_session(at: datetime) -> Q:
    return Q(~Exists(Session.objects.filter(session_key=OuterRef("session_key"))))


def _never_verified(at: datetime) -> Q:
    verified = EmailAddress.objects.filter(user_id=OuterRef("id"), verified=True)
    return Q(last_login=None) & Q(~Exists(verified)) & Q(~Exists(_memberships()))


def _led_nowhere(at: datetime) -> Q:
    """Those with a verified address who never opened a group, nor joined one, and stayed away since their first day."""
    invited = Invitation.objects.filter(
        email=Lower(OuterRef("email")), accepted_at=None, revoked_at=None, expires_at__gt=at
    )
    away = Q(last_login=None) | Q(last_login__lt=F("created_at") + FIRST_VISIT)
    return away & Q(~Exists(_memberships())) & Q(~Exists(invited))


def _superseded(at: datetime) -> Q:
    later = Consent.objects.filter(
        person_id=OuterRef("person_id"), purpose=OuterRef("purpose"), at__gt=OuterRef("at")
    )
    return Q(Exists(later))


def _memberships() -> QuerySet[Membership]:
    return Membership.objects.filter(person_id=OuterRef("id"))


declare(RetentionRule(
    code="accounts.session", en="Ended sessions", zh="已结束的会话", **_SHORT, table="accounts.Session", days=0,
    since="expire_date", since_en="the end", since_zh="到期", place="accounts",
))  # fmt: skip
declare(RetentionRule(
    code="accounts.device", en="Devices of ended sessions", zh="已结束会话的设备信息", **_SHORT,
    table=UserSession._meta.label, days=30, since="last_seen_at", since_en="last use", since_zh="最后使用",
    place="accounts", where=_without_session, person="user_id",
))  # fmt: skip
declare(RetentionRule(
    code="accounts.outgoing_mail", en="Mails that could not be sent", zh="未能发送的邮件", **_SHORT,
    table="accounts.OutgoingMail", days=3, since="created_at", since_en="the event", since_zh="产生",
    place="accounts",
))  # fmt: skip
declare(RetentionRule(
    code="accounts.sign_up_unverified", en="Sign-ups never verified", zh="未验证邮箱的注册", days=7,
    where=_never_verified, **_SIGN_UP,
))  # fmt: skip
declare(RetentionRule(
    code="accounts.sign_up_abandoned", en="Sign-ups that led nowhere", zh="未完成的注册", days=30,
    where=_led_nowhere, **_SIGN_UP,
))  # fmt: skip
declare(RetentionRule(
    code="accounts.security_event", en="Log-in records", zh="登录记录", table="accounts.SecurityEvent",
    ground_en="The classified protection of cybersecurity (MLPS) asks for at least 180 days.",
    ground_zh="网络安全等级保护要求至少保存 180 天。",
    days=200, since="at", since_en="the event", since_zh="发生", place="platform", customers=True,
    person="person_id",
))  # fmt: skip
declare(RetentionRule(
    code="accounts.consent", en="Superseded consents", zh="已被取代的同意记录", table="accounts.Consent",
    ground_en="Proof of what held at a time, until claims about it end; the present answer stays.",
    ground_zh="用于证明当时状态，直至诉讼时效届满；当前答复始终保留。",
    days=1_095, since="at", since_en="the answer", since_zh="答复", place="platform", where=_superseded,
    customers=True, person="person_id",
))  # fmt: skip
declare(RetentionRule(
    code="accounts.api_key_use", en="Daily use of API keys", zh="API 密钥每日用量", table="accounts.ApiKeyUse",
    ground_en="Proof of what was used and charged, for a year and a month.",
    ground_zh="用量与计费依据，保留一年零一个月。",
    days=400, since="used_date", since_en="the day of use", since_zh="使用日", place="accounts", customers=True,
    longest=1_095, group="group_id", unit="unit_id",
))  # fmt: skip
declare(RetentionRule(
    code="accounts.invitation", en="Used and expired invitations", zh="已使用或已过期的邀请",
    table="accounts.Invitation", ground_en="Shows who let whom in; the audit trail keeps it afterwards.",
    ground_zh="用于说明何人邀请何人；此后由审计记录留存。",
    days=180, since="expires_at", since_en="expiry", since_zh="到期", place="group", customers=True, longest=1_095,
    group="group_id", unit="unit_id",
))  # fmt: skip
keep(
    ("accounts.Person", "account.EmailAddress", "account.EmailConfirmation", "mfa.Authenticator",
     "accounts.SavedView"),
    en="The person's own account: kept until the person deletes it or is erased.",
    zh="个人账户：保留至本人注销或数据被删除。",
)  # fmt: skip
keep(
    ("accounts.Membership", "accounts.ApiKey", "accounts.Alert", "accounts.AlertNote"),
    en="Working records of the group: they end with the membership, the key or the group.",
    zh="集团工作记录：随成员资格、密钥或集团终止。",
)
keep(
    ("accounts.SupportGrant", "accounts.SupportSession", "accounts.Operator"),
    en="Proof of who acted for a customer under which consent; ends with the group.",
    zh="证明何人依据何项同意代表客户操作；随集团终止。",
)
