"""Orders of units, and the clean-up of what they made."""

import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from infra.config.wiring import register_reactions
from tenants.accounts.models import Person
from tenants.directory.models import ProvisioningJob
from tenants.directory.services.unit_create import unit_create
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.support.schemas import new_units_dropped
from tests.support.world import NOW, World, fixed_id

ORDERER = fixed_id(0x9001)


@pytest.fixture(scope="session", autouse=True)
def reactions() -> None:
    """Handlers and hooks are registered as in a worker."""
    register_reactions()


@pytest.fixture
def order(live_world: World) -> Iterator[Callable[..., ProvisioningJob]]:
    """Orders a unit of group A, as its HQ administrator; what was made is dropped in the end."""
    with unit_of_work(ACCOUNTS):
        Person.objects.get_or_create(
            id=ORDERER, defaults={"email": "hq@group-a.example", "display_name": "HQ of A"}
        )

    def place(slug: str = "shanghai", **changes: Any) -> ProvisioningJob:
        with live_world.a.scope():
            return unit_create(
                actor=live_world.a.actor("directory.unit.create"), at=NOW, **wanted(slug, **changes)
            )

    with new_units_dropped(live_world):
        yield place


def wanted(slug: str = "shanghai", **changes: Any) -> dict[str, Any]:
    """This will describe a unit that can be made."""
    described: dict[str, Any] = {
        "slug": slug,
        "name": f"Unit {slug}",
        "country": "CN",
        "currency": "CNY",
        "time_zone": "Asia/Shanghai",
    }
    return {**described, **changes}


def random_slug() -> str:
    """This will draw a short name that nobody has."""
    return f"n{uuid.uuid4().hex[:12]}"
