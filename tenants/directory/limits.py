"""What a group's plan limits, checked where things are made. A group without limits was never billed."""

import uuid
from typing import ClassVar

from tenants.directory.models import Group
from tenants.kernel.errors import DomainError
from tenants.runtime.locks import LockSpace, lock_exclusive


class PlanLimit(DomainError):
    """The plan does not allow another one."""

    code = "PLAN_LIMIT"
    en = "The plan allows {limit} {what}. Release one, or choose a larger plan under Plan and usage."
    zh = "当前方案最多 {limit} 个{what_zh}。请先释放,或在“方案与用量”中选择更大的方案。"
    WORDS: ClassVar[dict[str, tuple[str, str]]] = {"units": ("units", "业务单元"), "seats": ("seats", "席位")}


def lock_limit(*, group_id: uuid.UUID, name: str) -> int | None:
    """This will give a limit of a group, None for none; where there is one, others wait until the commit."""
    limits = Group.objects.values_list("limits", flat=True).get(id=group_id)
    if name not in limits:
        return None
    lock_exclusive(LockSpace.PLAN_LIMIT, group_id, [name])
    return int(limits[name])


def require_room(*, name: str, used: int, limit: int | None, field: str) -> None:
    """This will pass when one more fits; raises PlanLimit. Count after `lock_limit`."""
    if limit is not None and used >= limit:
        what, what_zh = PlanLimit.WORDS[name]
        raise PlanLimit(field=field, limit=limit, what=what, what_zh=what_zh)
