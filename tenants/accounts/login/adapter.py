"""How allauth meets this platform: mail through the outbox, epochs, languages, equal answers."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest
from django.utils.translation import get_language

from tenants.accounts.login.forms import to_locale
from tenants.accounts.login.lockout import note_failed_login
from tenants.accounts.mail.outgoing import mail_request
from tenants.accounts.mail.texts import TEXTS
from tenants.accounts.models import Person
from tenants.accounts.services.epochs import end_sessions_of
from tenants.kernel.actor import Actor
from tenants.runtime import clock


class AccountAdapter(DefaultAccountAdapter):
    """allauth's account adapter."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """This will put one of our own mails on its way in the person's language, in this transaction."""
        person = context.get("user") or Person.objects.filter(email=email.lower()).first()
        locale = person.locale if isinstance(person, Person) else to_locale(get_language())
        mail_request(
            name=template_prefix,
            recipient=email,
            locale=locale,
            values=_plain_values(template_prefix, context),
            at=clock.now(),
            actor=login_actor(self.request, person if isinstance(person, Person) else None),
        )

    def set_password(self, user: Person, password: str) -> None:
        """This will set a password and end every session that was opened with the old one."""
        user.set_password(password)
        user.save(update_fields=["password"])
        end_sessions(self.request, user)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """This will record a refused log-in."""
        note_failed_login(request, str(credentials.get("email", "")))

    def send_account_already_exists_mail(self, email: str) -> None:
        """This will tell the owner of an address, taking as long as making a new account would."""
        make_password("the time a new account's password would take")
        super().send_account_already_exists_mail(email)


def end_sessions(request: HttpRequest | None, person: Person) -> None:
    """This will end every session of a person; the one at hand may be bound to the new epoch afterwards."""
    end_sessions_of([person.pk], actor=login_actor(request, person), at=clock.now())
    person.refresh_from_db(fields=["session_epoch"])


def login_actor(request: HttpRequest | None, person: Person | None) -> Actor:
    """This will make the actor of what a person does to their own login; it holds no permissions."""
    return Actor(
        kind="person" if person is not None else "system",
        permissions=frozenset(),
        person_id=person.pk if person is not None else None,
        display_name=str(person) if person is not None else "log-in",
    )


def _plain_values(name: str, context: dict[str, Any]) -> dict[str, object]:
    """The values a mail may show: texts only, for allauth's context also holds requests and rows."""
    values: dict[str, object] = {k: v for k, v in context.items() if isinstance(v, str)}
    for key in ("from_email", "to_email", "deleted_email"):
        values.setdefault(key, "")
    if TEXTS[name].notice:
        values["when"] = f"{context['timestamp']:%Y-%m-%d %H:%M}"
    return values
