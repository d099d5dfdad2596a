"""Mail that waits to be sent: written with its change, gone once it has left."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class OutgoingMail(models.Model):
    """One rendered mail. It may carry a link with a secret, so no role of a group or unit sees it."""

    access = PublicAccess(accounts="SIUD", platform="SUD", group="I", unit="I")

    id = models.UUIDField(primary_key=True, default=new_id)
    recipient = models.EmailField(max_length=254)
    subject = models.TextField()
    text_body = models.TextField()
    html_body = models.TextField()
    created_at = models.DateTimeField(db_default=Now())
    claimed_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.TextField(default="")

    class Meta:
        db_table = "accounts_outgoing_mail"
        indexes = [models.Index(fields=["created_at"], name="outgoing_mail_by_age")]
