"""A browser for tests: keeps cookies, sends the CSRF header, speaks to `/_allauth/`, reads its mails."""

import re
import uuid
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.test import Client

from tenants.accounts.models import OutgoingMail
from tenants.runtime.scope import ACCOUNTS, unit_of_work

BASE = "/_allauth/browser/v1"


class Browser:
    """One person's browser."""

    def __init__(self, ip: str = "192.0.2.1") -> None:
        self.client = Client(enforce_csrf_checks=True, REMOTE_ADDR=ip, HTTP_USER_AGENT="Test browser")
        self.call("GET", "/config")

    def call(self, method: str, path: str, body: dict[str, Any] | None = None, **headers: str) -> Any:
        """This will make one call and give its response, whose `json()` is allauth's answer."""
        token = self.client.cookies.get(settings.CSRF_COOKIE_NAME)
        return self.client.generic(
            method,
            f"{BASE}{path}",
            data=b"" if body is None else _json(body),
            content_type="application/json",
            headers={"X-CSRFToken": token.value if token else "", "Accept": "application/json", **headers},
        )

    @property
    def session(self) -> str:
        """The value of the session cookie, or an empty text."""
        cookie = self.client.cookies.get(settings.SESSION_COOKIE_NAME)
        return cookie.value if cookie else ""

    def sign_up(self, email: str, password: str, *, name: str = "Wang Fang", locale: str = "en") -> Any:
        """This will sign up."""
        body = {"email": email, "password": password, "display_name": name, "locale": locale}
        return self.call("POST", "/auth/signup", body)

    def log_in(self, email: str, password: str) -> Any:
        """This will log in with a password."""
        return self.call("POST", "/auth/login", {"email": email, "password": password})

    def log_out(self) -> Any:
        """This will log out."""
        return self.call("DELETE", "/auth/session")

    def is_logged_in(self) -> bool:
        """This will ask the server."""
        return bool(self.call("GET", "/auth/session").json()["meta"]["is_authenticated"])


def _json(body: dict[str, Any]) -> bytes:
    import orjson

    return orjson.dumps(body)


def mails_to(email: str) -> list[OutgoingMail]:
    """This will give the mails that wait for an address, oldest first."""
    with unit_of_work(ACCOUNTS):
        return list(OutgoingMail.objects.filter(recipient=email).order_by("id"))


def link_in(mail: OutgoingMail) -> str:
    """This will give the last part of the path of the link in a mail: its key."""
    found = re.search(r"https?://\S+/(\S+)", mail.text_body)
    assert found is not None
    return unquote(found.group(1))


def fresh_prefix() -> str:
    """This will make a key prefix under which no other test counts."""
    return f"test-{uuid.uuid4().hex[:12]}:"
