"""The words of the mails; imported by the services that send them."""

from tenants.accounts.mail.texts import MailText, Words, add_texts

add_texts(
    {
        "departure/closing": MailText(
            en=Words(
                "Your account is being closed",
                ("{group} is read-only from now on and will be deleted on {day}. Its subscription ends with its "
                 "period.",
                 "Until that day you can take everything along and take the closing back, under Leaving."),
            ),
            zh=Words(
                "您的账户正在关闭",
                ("{group} 现为只读，并将于 {day} 删除。订阅在当前周期结束时终止。",
                 "在此之前，您可在“离开”页面导出全部数据或撤销关闭。"),
            ),
        ),
        "departure/deleted": MailText(
            en=Words(
                "Your account was deleted",
                ("All data of {group} has been deleted. The signed proof of deletion lists what was deleted and what "
                 "law makes us keep.",
                 "Keep its address: it is known to you alone."),
                "Open the proof",
            ),
            zh=Words(
                "您的账户已删除",
                (
                    "{group} 的全部数据已删除。已签名的删除证明列明删除内容及依法保留的内容。",
                    "请保存该地址：仅您知晓。",
                ),
                "查看删除证明",
            ),
            link="link",
        ),
    }
)  # fmt: skip
