"""A person who logs in: one login for every context the person has."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower, Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class PersonManager(BaseUserManager["Person"]):
    """Makes people; the e-mail address is kept in lower case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """This will make a person with a hashed password (unusable when None)."""
        person = self.model(email=email.strip().lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email=(username or "").strip().lower())


class Person(AbstractBaseUser):
    """One person. `session_epoch` grows when access must be re-checked at once (removal, role change).

    `alert_mails` says of which alerts the person wants mails.
    """

    access = PublicAccess(accounts="SIUD")

    id = models.UUIDField(primary_key=True, default=new_id)
    email = models.EmailField(max_length=254, unique=True)
    display_name = models.TextField(default="")
    locale = models.TextField(default="zh-CN")
    alert_mails = models.TextField(
        default="urgent", db_default="urgent", choices=[(c, c) for c in ("none", "urgent", "all")]
    )
    is_active = models.BooleanField(default=True)
    session_epoch = models.PositiveBigIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        db_table = "accounts_person"
        constraints = [models.UniqueConstraint(Lower("email"), name="person_email_once")]

    def __str__(self) -> str:
        return self.display_name or self.email

    def get_session_auth_hash(self) -> str:
        """This will give what a session is bound to: the epoch, and a digest of epoch and password."""
        return self._bound(super().get_session_auth_hash())

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """This will give the same under former SECRET_KEYs."""
        for digest in super().get_session_auth_fallback_hash():
            yield self._bound(digest)

    def _bound(self, digest: str) -> str:
        return f"{self.session_epoch}.{digest}"
