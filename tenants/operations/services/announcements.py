"""Announcements to customers: written once, copied to the groups they are for."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from tenants.directory.queries import existing_group_ids
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid, NotFound
from tenants.operations.models import Announcement, AnnouncementCopy
from tenants.operations.models.notices import TONES
from tenants.operations.trail import check_period, done, worded
from tenants.runtime.guard import require


def announcement_publish(
    *,
    actor: Actor,
    at: datetime,
    tone: str,
    text_en: str,
    text_zh: str,
    starts_at: datetime,
    ends_at: datetime,
    group_ids: Sequence[uuid.UUID] = (),
) -> uuid.UUID:
    """This will announce something to some groups, or to all when none is named, from an instant to another.

    Raises Forbidden, Invalid; NotFound for a group that is not there.
    """
    require(actor, "operations.announcement.publish")
    check_period(starts_at, ends_at)
    if tone not in TONES:
        raise Invalid(field="tone", reason_en="Choose info or warning.", reason_zh="请选择 info 或 warning。")
    there = existing_group_ids()
    if set(group_ids) - set(there):
        raise NotFound(field="groupIds")
    announcement = Announcement(
        tone=tone, text_en=worded(text_en, field="textEn"), text_zh=worded(text_zh, field="textZh"),
        group_ids=sorted(str(key) for key in set(group_ids)), starts_at=starts_at, ends_at=ends_at,
        created_at=at,
    )  # fmt: skip
    announcement.save(force_insert=True)
    AnnouncementCopy.objects.bulk_create(
        copy_for(announcement, key) for key in (sorted(set(group_ids)) or there)
    )
    done(
        actor=actor, at=at, action="operations.announcement.publish", subject_id=announcement.id,
        details={"text_en": announcement.text_en, "groups": len(announcement.group_ids) or "all"},
    )  # fmt: skip
    return announcement.id


def copy_for(announcement: Announcement, group_id: uuid.UUID) -> AnnouncementCopy:
    """This will make what one group reads of an announcement."""
    return AnnouncementCopy(
        group_id=group_id, announcement_id=announcement.id, tone=announcement.tone,
        text_en=announcement.text_en, text_zh=announcement.text_zh,
        starts_at=announcement.starts_at, ends_at=announcement.ends_at,
    )  # fmt: skip


def announcement_withdraw(*, actor: Actor, at: datetime, announcement_id: uuid.UUID) -> uuid.UUID:
    """This will take an announcement back from everybody at once. Raises Forbidden, NotFound."""
    require(actor, "operations.announcement.withdraw")
    found = Announcement.objects.filter(id=announcement_id).first()
    if found is None:
        raise NotFound(field="announcementId")
    if found.withdrawn_at is None:
        found.withdrawn_at = at
        found.save(update_fields=["withdrawn_at"])
        AnnouncementCopy.objects.filter(announcement_id=found.id).delete()
        done(actor=actor, at=at, action="operations.announcement.withdraw", subject_id=found.id)
    return found.id
