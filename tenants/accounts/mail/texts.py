"""The words of every mail, in English and Chinese. Braces name values of the mail's context."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One mail in one language: subject, paragraphs, and the label of its button where it has a link."""

    subject: str
    lines: tuple[str, ...]
    button: str = ""


@dataclass(frozen=True, slots=True)
class MailText:
    """One mail in both languages; `link` names the value that the button leads to."""

    en: Words
    zh: Words
    link: str = ""
    notice: bool = False

    def words(self, locale: str) -> Words:
        """This will give the words for a locale: Chinese for `zh` and its variants, otherwise English."""
        return self.zh if locale.lower().startswith("zh") else self.en


NOTICE_EN = "When: {when} (UTC). From: {ip}. If this was not you, change your password at once."
NOTICE_ZH = "时间：{when}(UTC)。来源：{ip}。如非本人操作，请立即修改密码。"

ALERTS_EN = "You choose under Alerts which of them you get by mail."
ALERTS_ZH = "您可在“预警”页面选择接收哪些邮件。"


def _notice(subject_en: str, subject_zh: str, line_en: str, line_zh: str) -> MailText:
    return MailText(
        en=Words(subject_en, (line_en, NOTICE_EN)), zh=Words(subject_zh, (line_zh, NOTICE_ZH)), notice=True
    )


_CONFIRM = MailText(
    en=Words(
        "Confirm your e-mail address",
        ("Confirm that {email} is your address. The link works for three days.",
         "If you did not ask for this, ignore this mail: nothing will happen."),
        "Confirm the address",
    ),
    zh=Words(
        "请确认您的邮箱地址",
        ("请确认 {email} 是您的邮箱地址。链接三天内有效。", "如果这不是您的操作，请忽略本邮件。"),
        "确认邮箱",
    ),
    link="activate_url",
)  # fmt: skip

TEXTS: dict[str, MailText] = {
    "account/email/email_confirmation": _CONFIRM,
    "account/email/email_confirmation_signup": _CONFIRM,
    "account/email/password_reset_key": MailText(
        en=Words(
            "Set a new password",
            ("Somebody asked for a new password for {email}. The link works once.",
             "If it was not you, ignore this mail: your password stays as it is."),
            "Set a new password",
        ),
        zh=Words(
            "重置密码",
            ("有人为 {email} 申请重置密码。链接仅可使用一次。", "如果这不是您的操作，请忽略本邮件，密码不会改变。"),
            "重置密码",
        ),
        link="password_reset_url",
    ),
    "account/email/unknown_account": MailText(
        en=Words(
            "No account with this address",
            ("Somebody asked for a new password for {email}, but there is no account with this address.",
             "If it was you, you may have signed up with another address."),
            "Sign up",
        ),
        zh=Words(
            "该邮箱没有账户",
            ("有人为 {email} 申请重置密码，但该邮箱没有对应的账户。", "如果是您本人，您可能使用了其他邮箱注册。"),
            "注册",
        ),
        link="signup_url",
    ),
    "account/email/account_already_exists": MailText(
        en=Words(
            "You already have an account",
            ("Somebody wanted to sign up with {email}, but there is an account with this address already.",
             "If it was you and you forgot your password, set a new one."),
            "Set a new password",
        ),
        zh=Words(
            "您已有账户",
            ("有人尝试使用 {email} 注册，但该邮箱已有账户。", "如果是您本人且忘记了密码，请重置密码。"),
            "重置密码",
        ),
        link="password_reset_url",
    ),
    "account/email/email_changed": _notice(
        "Your e-mail address was changed", "您的邮箱地址已变更",
        "The address of your account is now {to_email}; it was {from_email}.",
        "您的账户邮箱已从 {from_email} 变更为 {to_email}。",
    ),
    "account/email/email_confirm": _notice(
        "Your e-mail address was confirmed", "您的邮箱地址已确认",
        "The address {email} was confirmed.", "邮箱地址 {email} 已确认。",
    ),
    "account/email/email_deleted": _notice(
        "An e-mail address was removed", "邮箱地址已移除",
        "The address {deleted_email} was removed from your account.", "邮箱地址 {deleted_email} 已从您的账户中移除。",
    ),
    "account/email/password_changed": _notice(
        "Your password was changed", "您的密码已修改",
        "The password of your account was changed; other sessions were ended.",
        "您的账户密码已修改，其他会话已结束。",
    ),
    "account/email/password_reset": _notice(
        "Your password was set anew", "您的密码已重置",
        "The password of your account was set anew; all sessions were ended.",
        "您的账户密码已重置，所有会话已结束。",
    ),
    "account/email/password_set": _notice(
        "A password was set", "已设置密码",
        "A password was set for your account.", "您的账户已设置密码。",
    ),
    "mfa/email/totp_activated": _notice(
        "Authenticator app switched on", "已启用身份验证器",
        "Logging in to your account now needs a code from your authenticator app.",
        "登录您的账户现在需要身份验证器中的验证码。",
    ),
    "mfa/email/totp_deactivated": _notice(
        "Authenticator app switched off", "已停用身份验证器",
        "Logging in to your account no longer needs a code from your authenticator app.",
        "登录您的账户不再需要身份验证器中的验证码。",
    ),
    "mfa/email/recovery_codes_generated": _notice(
        "New recovery codes", "已生成新的恢复码",
        "New recovery codes were made for your account; older ones no longer work.",
        "您的账户已生成新的恢复码，旧恢复码已失效。",
    ),
    "mfa/email/webauthn_added": _notice(
        "A passkey was added", "已添加通行密钥",
        "A passkey was added to your account.", "您的账户已添加一个通行密钥。",
    ),
    "mfa/email/webauthn_removed": _notice(
        "A passkey was removed", "已移除通行密钥",
        "A passkey was removed from your account.", "您的账户已移除一个通行密钥。",
    ),
    "accounts/alerts": MailText(
        en=Words("Alert at {place}: {text}", ("{text}", "What to do: {advice}", ALERTS_EN), "See the alerts"),
        zh=Words("{place} 预警：{text}", ("{text}", "建议：{advice}", ALERTS_ZH), "查看预警"),
        link="link",
    ),
    "accounts/alerts_more": MailText(
        en=Words(
            "Alerts at {place}: {text} and {more} more",
            ("{text}", "What to do: {advice}", "There are {more} more.", ALERTS_EN),
            "See the alerts",
        ),
        zh=Words(
            "{place} 预警：{text} 等另有 {more} 条",
            ("{text}", "建议：{advice}", "另有 {more} 条预警。", ALERTS_ZH),
            "查看预警",
        ),
        link="link",
    ),
    "accounts/invitation": MailText(
        en=Words(
            "{inviter} invites you to {place}",
            ("{inviter} invites you to work at {place} as {role}.",
             "The invitation is for {email} and ends on {expires}."),
            "Accept the invitation",
        ),
        zh=Words(
            "{inviter} 邀请您加入 {place}",
            ("{inviter} 邀请您以“{role}”身份加入 {place}。", "此邀请仅限 {email} 使用，有效期至 {expires}。"),
            "接受邀请",
        ),
        link="invitation_url",
    ),
    "accounts/locked_out": _notice(
        "Log-in to your account is locked", "您的账户登录已被锁定",
        "After several failed log-ins, logging in to your account is locked for 15 minutes.",
        "由于多次登录失败，您的账户登录已被锁定 15 分钟。",
    ),
    "accounts/access_changed": MailText(
        en=Words(
            "Your access was changed",
            ("Your access to {place} was changed by {by}: {change}.", "You may have to log in again."),
        ),
        zh=Words(
            "您的访问权限已变更",
            ("{by} 变更了您在 {place} 的访问权限：{change}。", "您可能需要重新登录。"),
        ),
    ),
    "accounts/support_started": MailText(
        en=Words(
            "Support acts in {group}",
            ("{by} of the operator's support acts as {person} until {until} UTC and may {may}, under the consent that "
             "your group gave. Their reason: {reason}",
             "Every request is in the audit trail. You can end it at any time."),
            "See or end it",
        ),
        zh=Words(
            "平台支持人员正在 {group} 操作",
            ("平台支持人员 {by} 依据贵集团的授权，以 {person} 的身份操作至 {until}（UTC），可{may}。原因：{reason}",
             "每次请求均记入审计记录。您可随时终止。"),
            "查看或终止",
        ),
        link="support_url",
    ),
    "accounts/api_key_created": _notice(
        "An API key was created", "已创建 API 密钥",
        "The API key {key_name} was created in your name at {place}.",
        "已以您的名义在 {place} 创建 API 密钥 {key_name}。",
    ),
}  # fmt: skip


def add_texts(texts: Mapping[str, MailText]) -> None:
    """This will make the mails of another context known; raises ValueError for a name that is taken."""
    taken = TEXTS.keys() & texts.keys()
    if taken:
        raise ValueError(f"mails are named twice: {sorted(taken)}")
    TEXTS.update(texts)
