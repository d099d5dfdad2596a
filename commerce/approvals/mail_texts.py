"""The words of the mails about approvals."""

from tenants.accounts.mail.texts import MailText, Words, add_texts

MAILS: dict[str, MailText] = {
    "approvals/task_opened": MailText(
        en=Words(
            "To approve: {number} of {requester}, {total}",
            (
                "{requester} asks you to approve {number} ({title}) over {total} at {unit}.",
                "Step: {step_en}.",
            ),
            "Open the document",
        ),
        zh=Words(
            "待审批：{requester} 的 {number}，{total}",
            ("{requester} 请您在 {unit} 审批 {number}（{title}），金额 {total}。", "步骤：{step_zh}。"),
            "打开单据",
        ),
        link="link",
    ),
    "approvals/task_reminded": MailText(
        en=Words(
            "Still waiting for you: {number} of {requester}, {total}",
            (
                "{number} ({title}) over {total} at {unit} has been waiting for your decision since {since} (UTC).",
                "Step: {step_en}.",
            ),
            "Open the document",
        ),
        zh=Words(
            "仍待您审批：{requester} 的 {number}，{total}",
            (
                "{unit} 的 {number}（{title}），金额 {total}，自 {since}（UTC）起等待您的审批。",
                "步骤：{step_zh}。",
            ),
            "打开单据",
        ),
        link="link",
    ),
    "approvals/run_approved": MailText(
        en=Words(
            "Approved: {number}", ("{number} ({title}) over {total} was approved.",), "Open the document"
        ),
        zh=Words("已批准：{number}", ("{number}（{title}），金额 {total}，已批准。",), "打开单据"),
        link="link",
    ),
    "approvals/run_rejected": MailText(
        en=Words(
            "Rejected: {number}",
            ("{number} ({title}) was rejected by {decider}.", "Reason: {comment}"),
            "Open the document",
        ),
        zh=Words(
            "已拒绝：{number}", ("{number}（{title}）被 {decider} 拒绝。", "原因：{comment}"), "打开单据"
        ),
        link="link",
    ),
    "approvals/run_expired": MailText(
        en=Words(
            "Not decided in time: {number}",
            ("Nobody decided {number} ({title}) over {total} in the time given. You may submit it again.",),
            "Open the document",
        ),
        zh=Words(
            "逾期未审批：{number}",
            ("{number}（{title}），金额 {total}，在期限内无人审批。您可以重新提交。",),
            "打开单据",
        ),
        link="link",
    ),
    "approvals/run_returned": MailText(
        en=Words(
            "Returned to you: {number}",
            ("{decider} returned {number} ({title}) to be changed.", "Reason: {comment}"),
            "Open the document",
        ),
        zh=Words(
            "已退回：{number}",
            ("{decider} 退回了 {number}（{title}）以便修改。", "原因：{comment}"),
            "打开单据",
        ),
        link="link",
    ),
}

add_texts(MAILS)
