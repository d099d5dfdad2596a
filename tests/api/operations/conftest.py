"""People of the operator, and administrators of two groups."""

from __future__ import annotations

from typing import Any

import pytest

from tenants.accounts.services.operators import operator_appoint
from tenants.runtime import clock
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.api.accounts.conftest import Member
from tests.api.client import ApiClient
from tests.factories.people import make_person, make_session


class OperatorClient:
    """One of the operator's people, with or without a second factor."""

    def __init__(self, email: str, role: str, *, second_factor: bool = True) -> None:
        self.person = make_person(email, name=email.split("@")[0].title())
        with unit_of_work(ACCOUNTS):
            self.place = operator_appoint(at=clock.now(), email=email, role=role)
        self.client = ApiClient()
        self.client.client.cookies["session"] = make_session(self.person, second_factor=second_factor)

    def ask(self, text: str, variables: Any = None, **headers: str) -> dict[str, Any]:
        """This will run an operation at the operator's door."""
        return self.client.ask("/operator/graphql", text, variables, **headers)

    def do(self, mutation: str, payload: str = "", **given: Any) -> dict[str, Any]:
        """This will run one mutation and give its payload, or the first top-level error as `{"error": code}`."""
        name = mutation[0].upper() + mutation[1:]
        text = f"mutation($input: {name}Input!) {{ {mutation}(input: $input) {{ {payload} errors {{ code field }} }} }}"
        answer = self.ask(text, {"input": given})
        if answer.get("errors"):
            return {"error": answer["errors"][0]["extensions"]["code"]}
        return answer["data"][mutation]


@pytest.fixture
def operator(world: Any) -> OperatorClient:
    """One who may do everything."""
    return OperatorClient("olga@service.example", "operator_admin")


@pytest.fixture
def hq(world: Any) -> Member:
    """The administrator of group A."""
    return Member("anna@example.com", world.a, "hq_admin")


@pytest.fixture
def foreign(world: Any) -> Member:
    """The administrator of group B."""
    return Member("frank@example.com", world.b, "hq_admin")
