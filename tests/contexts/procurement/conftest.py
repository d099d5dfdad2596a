"""A unit with people, flows and suppliers."""

import uuid

import pytest

from tests.contexts.approvals.support import join
from tests.contexts.procurement.support import flows
from tests.factories.masterdata import supplier_org
from tests.support.world import UnitInWorld


@pytest.fixture
def unit(world) -> UnitInWorld:
    """Unit A1 with a requester (1), an approver (2), a finance person (4) and a buyer (5); one-step flows."""
    join(world.a1, p1="requester", p2="approver", p3="requester", p4="finance", p5="buyer")
    with world.a1.scope():
        flows()
    return world.a1


@pytest.fixture
def quick_unit(world) -> UnitInWorld:
    """Unit A1 whose orders are approved without a step."""
    join(world.a1, p1="requester", p2="approver", p5="buyer")
    with world.a1.scope():
        flows(automatic_orders=True)
    return world.a1


@pytest.fixture
def supplier(world) -> uuid.UUID:
    """A supplier of group A."""
    return supplier_org(
        world.a, "First Ltd", street="Main St 1", city="Hamburg", postal_code="20095", tax_id="DE1"
    )
