"""What the worker and the clock do for a departure, and its mails."""

import uuid
from datetime import datetime

from tenants.accounts.mail.texts import MailText, Words, add_texts
from tenants.departure.models import Closure
from tenants.departure.services.group_close import DUE
from tenants.departure.services.group_delete import group_delete
from tenants.departure.services.group_export import EXPIRES, REQUESTED, export_expire, run_export
from tenants.kernel.actor import system_actor
from tenants.runtime import outbox
from tenants.runtime.clock import on_alarm
from tenants.runtime.events import Event, on_event
from tenants.runtime.scope import Scope


@on_event(REQUESTED, resumable=True)
def make_export(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will make the archive that was ordered."""
    run_export(scope=scope, group_export_id=event.subject_id, at=at)


@on_alarm(EXPIRES)
def forget_export(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will delete an archive that has lain for a week."""
    export_expire(group_export_id=subject_id, at=at)


@on_alarm(DUE)
def begin_deletion(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will hand a closure whose grace period is over to the worker."""
    if Closure.objects.filter(id=subject_id, status="closing").exists():
        outbox.publish(
            event_type="departure.group.due", subject_type="closure", subject_id=subject_id, at=at,
            actor=system_actor(name="Closing"),
        )  # fmt: skip


@on_event("departure.group.due", resumable=True)
def delete_group(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will delete the group and sign the proof."""
    group_delete(scope=scope, closure_id=event.subject_id, at=at)


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
                ("{group} 现为只读,并将于 {day} 删除。订阅在当前周期结束时终止。",
                 "在此之前,您可在“离开”页面导出全部数据或撤销关闭。"),
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
                ("{group} 的全部数据已删除。已签名的删除证明列明删除内容及依法保留的内容。", "请保存该地址:仅您知晓。"),
                "查看删除证明",
            ),
            link="link",
        ),
    }
)  # fmt: skip
