"""What people agreed to, and what they took back: append-only, the newest row of a purpose counts."""

from django.db import models

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class Consent(models.Model):
    """One answer of a person to one purpose. `version` and `locale` name the text they had before them."""

    access = PublicAccess(accounts="SI", platform="SD")

    id = models.UUIDField(primary_key=True, default=new_id)
    person_id = models.UUIDField()
    purpose = models.TextField()
    version = models.PositiveIntegerField()
    locale = models.TextField()
    given = models.BooleanField()
    origin = models.TextField()
    at = models.DateTimeField()

    class Meta:
        db_table = "accounts_consent"
        indexes = [models.Index(fields=["person_id", "purpose", "-at"], name="consent_of_person")]
