"""The words of the mails about trial and payment. They go to those who may change the subscription."""

from tenants.accounts.mail.texts import MailText, Words, add_texts

_KEPT_EN = "Nothing is deleted, whatever happens: everybody goes on reading and exporting."
_KEPT_ZH = "无论如何都不会删除任何数据，所有人仍可查看与导出。"


def _text(en: tuple[str, ...], zh: tuple[str, ...]) -> MailText:
    return MailText(
        en=Words(en[0], en[1:], "Plan and usage"), zh=Words(zh[0], zh[1:], "方案与用量"), link="link"
    )


add_texts(
    {
        "billing/trial_ends": _text(
            ("The trial of {group} ends on {day}",
             "The trial of {group} ends on {day}. Choose a plan to go on working afterwards.", _KEPT_EN),
            ("{group} 的试用将于 {day} 结束", "{group} 的试用将于 {day} 结束。请选择方案以便继续使用。", _KEPT_ZH),
        ),
        "billing/trial_over": _text(
            ("{group} is read-only: the trial is over",
             "The trial of {group} is over, and no plan was chosen. Choose one, and work goes on at once.", _KEPT_EN),
            ("{group} 已转为只读：试用已结束",
             "{group} 的试用已结束且未选择方案。选择方案后即可立即恢复使用。", _KEPT_ZH),
        ),
        "billing/payment_failed": _text(
            ("A payment of {group} failed",
             "The card of {group} could not be charged. Work goes on until {day}; please mend the card before then.",
             "Open “Card and receipts” there to enter another card: what is open is then paid at once."),
            ("{group} 的一笔付款失败", "无法从 {group} 的银行卡扣款。{day} 之前可照常使用，请在此之前更新银行卡。",
             "请在该页面打开“银行卡与收据”更换银行卡，未付款项将立即支付。"),
        ),
        "billing/grace_ends": _text(
            ("{group} becomes read-only on {day}",
             "A payment of {group} is still missing. Without it the group becomes read-only on {day}.", _KEPT_EN),
            ("{group} 将于 {day} 转为只读", "{group} 仍有未付款项。若未付款，集团将于 {day} 转为只读。", _KEPT_ZH),
        ),
        "billing/read_only": _text(
            ("{group} is read-only: a payment is missing",
             "A payment of {group} stayed away, so the group is read-only now. It works again as soon as it is paid.",
             _KEPT_EN),
            ("{group} 已转为只读：付款缺失", "{group} 的付款逾期未到，集团现为只读。付款后立即恢复。", _KEPT_ZH),
        ),
        "billing/recovered": _text(
            ("{group} is paid again", "The payment of {group} came in. Everything works as before."),
            ("{group} 已恢复付款", "{group} 的付款已到账，一切恢复正常。"),
        ),
        "billing/ended": _text(
            ("The subscription of {group} has ended",
             "The subscription of {group} has ended; the group is read-only. Subscribe again at any time.", _KEPT_EN),
            ("{group} 的订阅已结束", "{group} 的订阅已结束，集团现为只读。您可随时重新订阅。", _KEPT_ZH),
        ),
    }
)  # fmt: skip
