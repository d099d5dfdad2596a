"""Sample data: there once, named as what it is."""

import pytest

from commerce.masterdata.models import Item, SupplierOrg
from commerce.masterdata.services.sample_data_load import sample_data_load
from tenants.accounts.permissions import ROLES
from tenants.kernel.errors import Forbidden
from tests.support.world import NOW


def test_it_is_loaded_once_and_says_what_it_is(world):
    with world.a.scope():
        actor = world.a.actor(*ROLES["hq_admin"].permissions)
        assert sample_data_load(actor=actor, at=NOW) == {"suppliers": 3, "categories": 2, "items": 4}
        assert sample_data_load(actor=actor, at=NOW) == {"suppliers": 0, "categories": 0, "items": 0}
        names = SupplierOrg.objects.values_list("legal_name", flat=True)
        assert sorted(names) == ["Sample supplier 1", "Sample supplier 2", "Sample supplier 3"]
        assert {sku.split("-")[0] for sku in Item.objects.values_list("sku", flat=True)} == {"SAMPLE"}
    with world.b.scope():
        assert not SupplierOrg.objects.exists()


def test_who_may_not_changes_nothing(world):
    with world.a.scope():
        with pytest.raises(Forbidden):
            sample_data_load(actor=world.a.actor("masterdata.supplier.import"), at=NOW)
        assert not Item.objects.exists()
