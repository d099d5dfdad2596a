"""What happened around a person's login: append-only, shown to the person, kept for examiners."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class SecurityEvent(models.Model):
    """One log-in, refused log-in or change of a means to log in."""

    access = PublicAccess(accounts="SI", platform="SD")

    id = models.UUIDField(primary_key=True, default=new_id)
    person_id = models.UUIDField(null=True)
    kind = models.TextField()
    at = models.DateTimeField(db_default=Now())
    ip_address = models.GenericIPAddressField(null=True)
    user_agent = models.TextField(default="")

    class Meta:
        db_table = "accounts_security_event"
        indexes = [
            models.Index(fields=["person_id", "-at"], name="security_event_of_person"),
            models.Index(
                fields=["ip_address", "at"],
                name="security_event_of_opening",
                condition=models.Q(kind="workspace_opened"),
            ),
        ]
