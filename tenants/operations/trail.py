"""The trail of what the operator's people do; a group it concerns has it in its own trail too."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid
from tenants.operations.models import OperatorTrail
from tenants.runtime import audit

LONGEST_TEXT = 2_000


def done(
    *,
    actor: Actor,
    at: datetime,
    action: str,
    subject_id: uuid.UUID,
    details: Mapping[str, object] | None = None,
    about_group: uuid.UUID | None = None,
) -> None:
    """This will record an action of the operator's, in the operator's scope; `action` is the permission's code."""
    plain = {
        name: value if isinstance(value, bool | int) else _text(value)
        for name, value in (details or {}).items()
    }
    OperatorTrail(
        at=at, actor_key=actor.key, actor_name=actor.display_name, action=action, subject_id=subject_id,
        about_group=about_group, details=plain, ip_address=actor.ip_address or "",
        request_id=actor.request_id or "",
    ).save(force_insert=True)  # fmt: skip
    if about_group is not None:
        audit.record(
            actor=actor, action=action, subject_type=action.split(".")[1], subject_id=subject_id, at=at,
            new=plain, group_id=about_group,
        )  # fmt: skip


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def worded(text: str, *, field: str) -> str:
    """This will give a text without spaces around it; raises Invalid when it is empty or too long."""
    words = text.strip()
    if not 1 <= len(words) <= LONGEST_TEXT:
        raise Invalid(
            field=field,
            reason_en=f"Write 1 to {LONGEST_TEXT} characters.",
            reason_zh=f"请填写 1 至 {LONGEST_TEXT} 个字符。",
        )
    return words


def check_period(starts_at: datetime, ends_at: datetime) -> None:
    """This will pass when a period ends after it begins; raises Invalid."""
    if ends_at <= starts_at:
        raise Invalid(
            field="endsAt",
            reason_en="The end lies after the beginning.",
            reason_zh="结束时间须晚于开始时间。",
        )
