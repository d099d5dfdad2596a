"""The words of the mails about suppliers: registration, and what happens to the blacklist."""

from tenants.accounts.mail.texts import MailText, Words, add_texts

add_texts(
    {
        "masterdata/registration": MailText(
            en=Words(
                "{group} asks you to register as a supplier",
                (
                    "{inviter} of {group} invites your company to register as a supplier.",
                    "The link works until {expires}.",
                ),
                "Register",
            ),
            zh=Words(
                "{group} 邀请贵公司注册为供应商",
                ("{group} 的 {inviter} 邀请贵公司注册为供应商。", "链接有效期至 {expires}。"),
                "开始注册",
            ),
            link="registration_url",
        ),
        "masterdata/certificate_expiring": MailText(
            en=Words(
                "{group}: your certificate {certificate} ends in {days} days",
                (
                    "Your certificate {certificate} ends on {ends}.",
                    "From that day on {group} does not ask you where it is needed. Hand in a new one before.",
                ),
                "Hand in a certificate",
            ),
            zh=Words(
                "{group}：贵公司的证书 {certificate} 将在 {days} 天后到期",
                (
                    "贵公司的证书 {certificate} 将于 {ends} 到期。",
                    "自该日起，{group} 将不再就需要该证书的品类邀请贵公司。请提前提交新证书。",
                ),
                "提交证书",
            ),
            link="scorecard_url",
        ),
        "masterdata/certificate_expired": MailText(
            en=Words(
                "{group}: your certificate {certificate} has ended",
                ("Your certificate {certificate} ended on {ends}.", "Hand in a new one to be asked again."),
                "Hand in a certificate",
            ),
            zh=Words(
                "{group}：贵公司的证书 {certificate} 已到期",
                ("贵公司的证书 {certificate} 已于 {ends} 到期。", "请提交新证书，以便继续参与相关业务。"),
                "提交证书",
            ),
            link="scorecard_url",
        ),
        "masterdata/sanction": MailText(
            en=Words(
                "Blacklist of {group}: {what_en}, {supplier}",
                ("{supplier}: {what_en}. By {by}, {when} (UTC).", "Reason: {reason}"),
                "See the supplier",
            ),
            zh=Words(
                "{group} 黑名单：{what_zh}，{supplier}",
                ("{supplier}：{what_zh}。操作人：{by}，{when}（UTC）。", "原因：{reason}"),
                "查看供应商",
            ),
            link="supplier_url",
        ),
    }
)
