"""What a group's plan limits, checked where things are made. A group without limits was never billed."""

import uuid
from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar

from tenants.directory.models import Group
from tenants.kernel.errors import DomainError
from tenants.runtime import files
from tenants.runtime.locks import LockSpace, lock_exclusive
from tenants.runtime.storage import bytes_used


class PlanLimit(DomainError):
    """The plan does not allow another one."""

    code = "PLAN_LIMIT"
    en = "The plan allows {limit} {what}. Release one, or choose a larger plan under Plan and usage."
    zh = "当前方案最多 {limit} 个{what_zh}。请先释放，或在“方案与用量”中选择更大的方案。"
    WORDS: ClassVar[dict[str, tuple[str, str]]] = {"units": ("units", "业务单元"), "seats": ("seats", "席位")}


class StorageFull(DomainError):
    """The group's files take what its plan allows."""

    code = "STORAGE_FULL"
    en = (
        "The group's files take {used} of the {limit} GB that the plan allows. Delete files that are not needed, or "
        "choose a larger plan under Plan and usage. What the platform itself writes is kept all the same."
    )
    zh = (
        "集团文件已占用 {used} GB，当前方案上限为 {limit} GB。请删除不需要的文件，或在“方案与用量”中选择更大的方案。"
        "平台自动生成的文件不受影响。"
    )


GIB = 1024**3
NEAR = 64 * files.MAX_BYTES
"""Where so little room is left, uploads of a group wait for each other; before that they need not."""


def require_storage(*, group_id: uuid.UUID, size: int) -> None:
    """This will pass when so many bytes more fit into the group's plan; raises StorageFull.

    In the accounts scope, before an upload is stored in the same transaction.
    """
    limit = Group.objects.values_list("limits", flat=True).get(id=group_id).get("storage_bytes")
    if limit is None:
        return
    if bytes_used(group_id=group_id) + size > limit - NEAR:
        lock_exclusive(LockSpace.PLAN_LIMIT, group_id, ["storage_bytes"])
        used = bytes_used(group_id=group_id)
        if used + size > limit:
            raise StorageFull(field="file", used=gigabytes(used), limit=gigabytes(limit))


def gigabytes(size: int) -> str:
    """This will write bytes as GB of 1024³ with at most two decimals."""
    text = f"{(Decimal(size) / GIB).quantize(Decimal('0.01'), rounding=ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".")


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
