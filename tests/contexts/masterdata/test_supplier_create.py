"""The register holds each supplier once; what is refused changes nothing."""

import pytest

from commerce.masterdata.models import SupplierAlias, SupplierOrg
from commerce.masterdata.queries import supplier_orgs_visible_to
from commerce.masterdata.services.supplier import SupplierDuplicate, SupplierNameExists, supplier_create
from commerce.masterdata.supplier_fields import SupplierFields
from tenants.kernel.errors import Forbidden, Invalid
from tenants.runtime.models import GroupAuditEntry, OutboxEvent
from tests.support.world import NOW

CREATE = "masterdata.supplier.create"
USCC = "91110000600037341L"


def create(group, confirmed=False, permission=CREATE, **fields):
    values = {"legal_name": "Baltic Timber Ltd", "country": "LV", **fields}
    with group.scope():
        return supplier_create(
            actor=group.actor(permission),
            supplier=SupplierFields(**values),
            at=NOW,
            same_name_confirmed=confirmed,
        )


def counts(group):
    with group.scope():
        return (
            SupplierOrg.objects.count(), SupplierAlias.objects.count(), GroupAuditEntry.objects.count(),
            OutboxEvent.objects.count(),
        )  # fmt: skip


def test_a_supplier_is_added_with_its_identifiers_audit_row_and_event(world):
    supplier_id = create(
        world.a, legal_name="深圳市华强电子有限公司", country="中国", tax_id=USCC.lower(),
        duns="15-048-3782", email="sales@example.cn",
    )  # fmt: skip
    with world.a.scope():
        row = SupplierOrg.objects.get(id=supplier_id)
        aliases = sorted(SupplierAlias.objects.values_list("kind", "value_key", "current"))
        entry = GroupAuditEntry.objects.get()
        event = OutboxEvent.objects.get()
    assert (row.country, row.uscc, row.tax_id, row.duns, row.status, row.version) == (
        "CN", USCC, USCC, "150483782", "registered", 1,
    )  # fmt: skip
    assert aliases == [
        ("duns", "150483782", True), ("name", "深圳市华强电子有限公司", True), ("uscc", USCC, True),
    ]  # fmt: skip
    assert "shenzhen" in row.search_text.lower()
    assert (entry.action, entry.subject_id, entry.old) == (CREATE, supplier_id, {})
    assert entry.new["uscc"] == USCC
    assert (event.event_type, event.subject_id, event.subject_version) == (
        "masterdata.supplier.created", supplier_id, 1,
    )  # fmt: skip
    with world.a1.scope():
        assert supplier_orgs_visible_to(actor=world.a1.actor()).get().id == supplier_id
    with world.b1.scope():
        assert supplier_orgs_visible_to(actor=world.b1.actor()).count() == 0


@pytest.mark.parametrize(
    ("first", "second", "field"),
    [
        ({"country": "CN", "uscc": USCC}, {"country": "CN", "uscc": USCC}, "uscc"),
        ({"country": "CN", "uscc": USCC}, {"country": "CN", "tax_id": USCC}, "uscc"),
        ({"country": "DE", "tax_id": "123456789"}, {"country": "DE", "tax_id": "DE 123 456 789"}, "taxId"),
        ({"duns": "150483782"}, {"duns": "15-048-3782"}, "duns"),
        ({"external_code": "V-1"}, {"external_code": "v-1"}, "externalCode"),
    ],
)
def test_an_identifier_of_another_supplier_is_refused_and_names_it(world, first, second, field):
    create(world.a, legal_name="First", **first)
    before = counts(world.a)
    with pytest.raises(SupplierDuplicate) as refusal:
        create(world.a, legal_name="Second", **second)
    assert refusal.value.field == field
    assert "belongs to First already" in refusal.value.message("en")
    assert "已属于供应商“First”" in refusal.value.message("zh")
    assert counts(world.a) == before
    create(world.b, legal_name="Second", **second)


def test_the_same_tax_number_in_two_countries_is_two_companies(world):
    create(world.a, legal_name="One", country="DE", tax_id="123456789")
    create(world.a, legal_name="Two", country="PT", tax_id="123456789")
    assert counts(world.a)[0] == 2


def test_the_same_name_is_refused_until_it_is_confirmed(world):
    create(world.a)
    before = counts(world.a)
    with pytest.raises(SupplierNameExists):
        create(world.a, legal_name="BALTIC  TIMBER, LTD.")
    assert counts(world.a) == before
    create(world.a, legal_name="BALTIC  TIMBER, LTD.", confirmed=True)
    assert counts(world.a)[0] == 2


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"legal_name": ""}, "legalName"),
        ({"legal_name": "x" * 301}, "legalName"),
        ({"country": "Atlantis"}, "country"),
        ({"country": "CN", "uscc": "91110000600037341M"}, "uscc"),
        ({"email": "nobody"}, "email"),
        ({"website": "javascript:alert(1)"}, "website"),
        ({"currency": "XXX"}, "currency"),
    ],
)
def test_an_unacceptable_field_is_refused(world, fields, field):
    with pytest.raises(Invalid) as refusal:
        create(world.a, **fields)
    assert refusal.value.field == field
    assert counts(world.a) == (0, 0, 0, 0)


def test_without_the_permission_nothing_happens(world):
    with pytest.raises(Forbidden):
        create(world.a, permission="masterdata.supplier.read")
    assert counts(world.a) == (0, 0, 0, 0)
