"""Who becomes the first administrator of a new unit: the named colleague, else whoever ordered it; never a partner."""

import pytest

from tenants.accounts.models import Membership
from tenants.accounts.provision import first_admin
from tenants.directory.provisioning.hooks import NewUnit
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.factories.people import make_member, make_person
from tests.support.world import NOW, fixed_id


@pytest.mark.parametrize(
    ("named", "appointed"),
    [
        ("colleague@example.com", "colleague@example.com"),
        ("contact@example.com", "orderer@example.com"),
        ("elsewhere@example.com", "orderer@example.com"),
        ("nobody@example.com", "orderer@example.com"),
        ("", "orderer@example.com"),
    ],
)
def test_the_first_administrator_works_in_the_group(world, named, appointed):
    orderer = make_person("orderer@example.com")
    make_member(orderer, world.a, "hq_admin")
    make_member(make_person("colleague@example.com"), world.a2, "buyer")
    contact = make_person("contact@example.com")
    make_member(contact, world.a2, "supplier_contact", kind="supplier", supplier_org_id=fixed_id(7))
    make_member(make_person("elsewhere@example.com"), world.b, "hq_admin")
    unit = NewUnit(
        id=world.a1.id, group_id=world.a.id, slug="a1", name="Unit A1", schema_name=world.a1.schema_name, country="CN",
        region="", currency="CNY", time_zone="Asia/Shanghai", locale="en", requested_by=orderer.pk,
        first_admin_email=named,
    )  # fmt: skip
    with unit_of_work(ACCOUNTS):
        first_admin(unit=unit, at=NOW)
        found = Membership.objects.filter(unit_id=world.a1.id, role="unit_admin")
        assert list(found.values_list("email", flat=True)) == [appointed]
