"""What the platform uses people's data for: the catalogue of purposes, with the grounds and the words people read.

A changed text gets a new version, so that every answer names the words that were before the person.
"""

from dataclasses import dataclass
from typing import Literal

Basis = Literal["contract", "legal_duty", "legitimate_interest"]


@dataclass(frozen=True, slots=True)
class Purpose:
    """One purpose. `may_choose`: it holds until the person takes it back, and again once it is given."""

    code: str
    version: int
    basis: Basis
    en: str
    zh: str
    about_en: str
    about_zh: str
    may_choose: bool = False


PURPOSES: dict[str, Purpose] = {
    p.code: p
    for p in (
        Purpose(
            "account", 1, "contract", "Your account", "您的账户",
            "Name, e-mail address and language, so that you can log in and colleagues know who you are.",
            "姓名、邮箱与语言，用于登录及让同事识别您。",
        ),
        Purpose(
            "documents", 1, "legal_duty", "Your name on documents", "单据上的姓名",
            "Who asked, approved, ordered and received: accounting and tax law want it kept with the document.",
            "申请人、审批人、下单人与收货人：会计与税务法规要求随单据保留。",
        ),
        Purpose(
            "security", 1, "legal_duty", "Log-in records", "登录记录",
            "Time, address and device of log-ins, kept for 200 days to find misuse of your account.",
            "登录时间、地址与设备，保留 200 天，用于发现账户被盗用。",
        ),
        Purpose(
            "alert_mails", 1, "legitimate_interest", "Mails about alerts", "预警邮件",
            "Your address gets a mail when something urgent concerns you. Alerts stay on the screen without it.",
            "出现与您有关的紧急预警时向您的邮箱发送邮件。关闭后仍可在页面查看预警。",
            may_choose=True,
        ),
        Purpose(
            "usage", 1, "legitimate_interest", "Use of modules", "模块使用情况",
            "Which modules you used in which hour, for your group's figures of use. Kept for 400 days.",
            "您在哪个小时使用了哪些模块，用于贵集团的使用统计，保留 400 天。",
            may_choose=True,
        ),
    )
}  # fmt: skip
