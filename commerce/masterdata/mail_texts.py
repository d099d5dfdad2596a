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
        "masterdata/sanction": MailText(
            en=Words(
                "Blacklist of {group}: {what_en}, {supplier}",
                ("{supplier}: {what_en}. By {by}, {when} (UTC).", "Reason: {reason}"),
                "See the supplier",
            ),
            zh=Words(
                "{group} 黑名单:{what_zh},{supplier}",
                ("{supplier}:{what_zh}。操作人:{by},{when}(UTC)。", "原因:{reason}"),
                "查看供应商",
            ),
            link="supplier_url",
        ),
    }
)
