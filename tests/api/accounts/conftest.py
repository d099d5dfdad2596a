"""Administrators of the world's groups and units, and clients that speak for them."""

from __future__ import annotations

from typing import Any

import pytest

from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.api.client import ApiClient
from tests.factories.people import make_member, make_person
from tests.support.browser import Browser, fresh_prefix


class Member:
    """A person with a role somewhere, and a client that just proved who they are."""

    def __init__(self, email: str, place: Any, role: str, **context: Any) -> None:
        self.person = make_person(email, name=email.split("@")[0].title())
        self.membership = make_member(self.person, place, role, **context)
        self.place = place
        self.client = ApiClient(person=self.person)

    def ask(self, text: str, variables: Any = None, **headers: str) -> dict[str, Any]:
        """This will run an operation at the door of the member's place."""
        if hasattr(self.place, "slug"):
            return self.client.unit(self.place.slug, text, variables, **headers)
        return self.client.group(text, variables, **{"X-Hanse-Group": str(self.place.id), **headers})

    def do(self, mutation: str, payload: str = "", **given: Any) -> dict[str, Any]:
        """This will run one mutation and give its payload, or the first top-level error as `{"error": code}`."""
        name = mutation[0].upper() + mutation[1:]
        text = f"mutation($input: {name}Input!) {{ {mutation}(input: $input) {{ {payload} errors {{ code field }} }} }}"
        answer = self.ask(text, {"input": given})
        if answer.get("errors"):
            return {"error": answer["errors"][0]["extensions"]["code"]}
        return answer["data"][mutation]

    def refusal(self, mutation: str, **given: Any) -> str:
        """This will give the code with which a mutation is refused."""
        answer = self.do(mutation, **given)
        return answer.get("error") or answer["errors"][0]["code"]


@pytest.fixture
def hq(world: Any) -> Member:
    """The administrator of group A."""
    return Member("anna@example.com", world.a, "hq_admin")


@pytest.fixture
def admin(world: Any) -> Member:
    """The administrator of unit A1."""
    return Member("bo@example.com", world.a1, "unit_admin")


@pytest.fixture
def foreign(world: Any) -> Member:
    """The administrator of group B."""
    return Member("frank@example.com", world.b, "hq_admin")


def rows(model: Any) -> list[Any]:
    """This will give all rows of a model of accounts, as the accounts role sees them."""
    with unit_of_work(ACCOUNTS):
        return list(model.objects.order_by("id"))


@pytest.fixture
def cache_server(valkey: Any, settings: Any) -> Any:
    """The real cache, under a prefix that no other test uses."""
    default = settings.CACHES["default"]
    settings.CACHES = {"default": {**default, "LOCATION": valkey.url, "KEY_PREFIX": fresh_prefix()}}
    return valkey


@pytest.fixture
def browser(world: Any, cache_server: Any) -> Browser:
    """A browser that nobody is logged in with."""
    return Browser()
