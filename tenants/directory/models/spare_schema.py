"""Schemas that wait for a unit."""

from django.db import models
from django.db.models.functions import Now

from tenants.runtime.access import PublicAccess


class SpareSchema(models.Model):
    """A schema that is complete but for its unit's name and grants. Nobody but the owner enters it.

    `blueprint` is the digest of the migrations that it has: one with others is not given to a unit.
    """

    access = PublicAccess(platform="S")

    schema_name = models.TextField(primary_key=True)
    blueprint = models.TextField()
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "directory_spare_schema"
