"""The words of the mails; imported by the services that send them."""

from tenants.accounts.mail.texts import MailText, Words, add_texts

add_texts(
    {
        "webhooks/disabled": MailText(
            en=Words(
                "A webhook was switched off",
                ("The webhook of {place} to {url} was switched off: {count} attempts in a row failed. The last answer: "
                 "{answer}.",
                 "Its events are kept for 30 days. Mend the receiver, switch the webhook on under Developers, and send "
                 "again what was missed."),
            ),
            zh=Words(
                "Webhook 已被停用",
                ("{place} 发往 {url} 的 Webhook 已被停用：连续 {count} 次投递失败。最后一次响应：{answer}。",
                 "事件将保留 30 天。请修复接收端，在“开发者”页面重新启用，并重新投递遗漏的事件。"),
            ),
        )
    }
)  # fmt: skip
