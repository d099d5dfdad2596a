"""Browser sessions: the row tells whose it is without its data being opened."""

from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from tenants.runtime.access import PublicAccess


class Session(AbstractBaseSession):
    """One browser session.

    `epoch` is the person's at log-in: a session of another epoch is dead. `proved_at` is when the person last
    proved who they are, `second_factor` whether with one. `expire_date` moves on with use, never past the
    absolute end since `started_at`.
    """

    access = PublicAccess(accounts="SIUD")

    person_id = models.UUIDField(null=True)
    epoch = models.BigIntegerField(null=True)
    proved_at = models.DateTimeField(null=True)
    second_factor = models.BooleanField(default=False)
    started_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "accounts_session"
        indexes = [models.Index(fields=["person_id"], name="session_of_person")]

    @classmethod
    def get_session_store_class(cls) -> type[SessionBase]:
        from tenants.accounts.sessions import SessionStore

        return SessionStore
