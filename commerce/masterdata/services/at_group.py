"""Runs what is handed in at a unit's door, or by an applicant without a place, under the group's role.

See docs/decisions/0020-suppliers-public-and-unit.md. Callers narrow to the actor's own supplier themselves.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from tenants.accounts.services.scopes import in_group_of, in_scope
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid, NotFound
from tenants.runtime import files
from tenants.runtime.scope import current_scope, group_scope

at_group = in_group_of


@contextmanager
def at_group_of_link(group_id: uuid.UUID) -> Iterator[None]:
    """This will run the block under the group that a registration link leads to; the caller proved the token."""
    with in_scope(group_scope(group_id)):
        yield


def into_vault(*, file_id: uuid.UUID, purpose: str, actor: Actor) -> tuple[uuid.UUID, files.Described]:
    """This will bring a file that the actor just uploaded for the purpose into the group's vault.

    A unit's copy is deleted; at the group's door the file is there already. Raises NotFound, Invalid for an
    empty file.
    """
    described = files.describe(file_id=file_id)
    if described.purpose != purpose or described.created_by != actor.key:
        raise NotFound(field="fileId")
    if not described.size:
        raise Invalid(field="fileId", reason_en="The file is empty.", reason_zh="文件为空。")
    if current_scope().kind != "unit":
        return file_id, described
    data = files.read(file_id=file_id)
    files.delete(file_id=file_id)
    with at_group(actor):
        kept = files.put(
            name=described.name,
            content_type=described.content_type,
            data=data,
            purpose=purpose,
            actor=actor,
        )
    return kept, described
