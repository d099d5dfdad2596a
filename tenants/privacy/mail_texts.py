"""The words of the mails; imported by the services that send them."""

from tenants.accounts.mail.texts import MailText, Words, add_texts

add_texts(
    {
        "privacy/decided": MailText(
            en=Words(
                "Your request about your data was answered",
                (
                    "{group} answered your request: {comment}",
                    "What had to stay, by law or as evidence: {holds}",
                ),
            ),
            zh=Words(
                "您的个人数据请求已答复",
                ("{group} 已答复您的请求：{comment}", "依法或作为证据须保留的内容：{holds}"),
            ),
        )
    }
)
