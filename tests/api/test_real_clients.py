"""A client that others wrote (gql) against the served platform: an API key, the printed schema, pages, errors."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from gql import Client, gql
from gql.transport.exceptions import TransportQueryError, TransportServerError
from gql.transport.requests import RequestsHTTPTransport
from graphql import build_schema

from tests.factories.people import make_api_key, make_member, make_person
from tests.load import servers
from tests.support.database import point_at

pytestmark = pytest.mark.process

ROOT = Path(__file__).resolve().parents[2]
SCOPES = ("procurement.requisition.create", "procurement.requisition.read", "runtime.audit.read")


@pytest.fixture
def address(live_world: Any, postgres: Any, valkey: Any) -> Iterator[str]:
    """The platform's web process on a database of its own."""
    from django.db import connections

    name = connections["default"].settings_dict["NAME"]
    environment = {
        **os.environ,
        "DATABASE_URL": postgres.url_for("runtime", name),
        "REDIS_URL": valkey.url,
        "DJANGO_SETTINGS_MODULE": "infra.config.settings.development",
    }
    server = servers.start("web", "infra.config.wsgi:application", environment, workers=1, threads=1)
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.stop()
        point_at(postgres, name)


@pytest.fixture
def client(address: str, live_world: Any) -> Client:
    """A gql client with a key of unit A1 that validates its documents against the printed schema."""
    person = make_person("erp@example.com", locale="en")
    make_member(person, live_world.a1, "unit_admin")
    make_member(person, live_world.a1, "requester")
    secret, _ = make_api_key(person, live_world.a1, *SCOPES)
    transport = RequestsHTTPTransport(
        url=f"{address}/u/a1/graphql", headers={"Authorization": f"Bearer {secret}"}, timeout=30
    )
    printed = build_schema((ROOT / "graphql/unit.graphql").read_text())
    return Client(transport=transport, schema=printed, parse_results=False)


def test_gql_reads_creates_and_is_told_what_is_wrong(client: Client) -> None:
    create = gql(
        """
        mutation ($key: String!) {
          requisitionCreate(input: {
            idempotencyKey: $key, title: "Bearings", costCentre: "CC-1", currency: "CNY",
            lines: [{description: "Bearing 6204", quantity: "12.5", unit: "C62", unitPrice: "3.20",
                     needByDate: "2026-06-01"}]
          }) { requisition { id number title lines { quantity } } errors { code message field } }
        }
        """
    )
    with client as session:
        create.variable_values = {"key": "first"}
        first = session.execute(create)["requisitionCreate"]
        assert first["errors"] == [], first
        assert first["requisition"]["title"] == "Bearings"
        assert session.execute(create)["requisitionCreate"] == first

        one = gql("query ($id: ID!) { requisition(id: $id) { number lines { quantity unit } } }")
        one.variable_values = {"id": first["requisition"]["id"]}
        found = session.execute(one)["requisition"]
        assert found["number"] == first["requisition"]["number"]

        pages = gql("{ auditEntries(first: 1) { totalCount pageInfo { hasNextPage } nodes { action } } }")
        entries = session.execute(pages)["auditEntries"]
        assert (entries["totalCount"], entries["pageInfo"]["hasNextPage"]) == (1, False)
        assert entries["nodes"] == [{"action": "procurement.requisition.create"}]

        with pytest.raises(TransportQueryError) as refused:
            session.execute(gql("{ purchaseOrders(first: 1) { totalCount } }"))
        assert refused.value.errors[0]["extensions"]["code"] == "FORBIDDEN"


def test_introspection_is_closed_and_other_units_do_not_exist(client: Client, address: str) -> None:
    plain = Client(transport=client.transport, fetch_schema_from_transport=True)
    with pytest.raises((TransportQueryError, TransportServerError)):
        with plain:
            pass
    elsewhere = RequestsHTTPTransport(url=f"{address}/u/b1/graphql", headers=client.transport.headers)
    with pytest.raises((TransportQueryError, TransportServerError), match=r"404|Not found"):
        Client(transport=elsewhere).execute(gql("{ __typename }"))
