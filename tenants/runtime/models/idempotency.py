"""Idempotency keys: the first answer, stored with the change it tells of."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class IdempotencyKey(models.Model):
    """One use of a key by one actor for one operation. `request_hash` is SHA-256 of the canonical input."""

    id = models.UUIDField(primary_key=True, default=new_id)
    actor_key = models.TextField()
    operation = models.TextField()
    key = models.TextField()
    request_hash = models.TextField()
    response = models.JSONField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        abstract = True


class GroupIdempotencyKey(IdempotencyKey):
    """A key used on the group API. `group_id` is null for operations of people without a group."""

    access = PublicAccess(group="SIUD", accounts="SIUD", platform="SD", group_column="group_id")

    group_id = models.UUIDField(null=True)

    class Meta:
        db_table = "runtime_group_idempotency_key"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id", "actor_key", "operation", "key"],
                name="group_idempotency_once",
                nulls_distinct=False,
            )
        ]
