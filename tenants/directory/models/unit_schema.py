"""What stands in each unit's schema."""

from django.db import models
from django.db.models.functions import Now

from tenants.runtime.access import PublicAccess


class UnitSchema(models.Model):
    """The migrations and grants that one unit's schema has. Written by the owner in the DDL's transaction.

    Units have no `django_migrations` of their own: a table of that name also stands in `public`.
    """

    access = PublicAccess(platform="S", group_column="group_id")

    schema_name = models.TextField(primary_key=True)
    group_id = models.UUIDField()
    applied = models.JSONField(default=list)
    grants = models.TextField(default="")
    changed_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "directory_unit_schema"
