"""The words of the mails about suppliers' registration."""

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
    }
)
