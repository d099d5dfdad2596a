"""Marks that a group is being closed, and takes the mark back."""

from datetime import datetime

from tenants.directory.models import Group
from tenants.kernel.errors import NotFound
from tenants.runtime.locks import lock_rows


def group_shut(*, closes_at: datetime | None) -> str:
    """This will make the surrounding scope's group read-only until it ends, or open it again; gives its name.

    Part of `group_close` and `group_keep`, which ask for the permission. Raises NotFound.
    """
    found = lock_rows(Group.objects.all())
    if len(found) != 1:
        raise NotFound(field="groupId")
    Group.objects.filter(id=found[0].id).update(closes_at=closes_at)
    return found[0].name
