"""Saved views of lists: filters, order and columns that a person keeps for a screen."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class SavedView(models.Model):
    """One view of one person on one screen. `context` names where it was saved, e.g. `unit:<id>`."""

    access = PublicAccess(accounts="SIUD")

    id = models.UUIDField(primary_key=True, default=new_id)
    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, related_name="+")
    context = models.TextField(default="")
    screen = models.TextField()
    name = models.TextField()
    state = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "accounts_saved_view"
        constraints = [
            models.UniqueConstraint(fields=["person", "context", "screen", "name"], name="saved_view_once")
        ]
