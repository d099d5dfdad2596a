"""Editing keeps versions, former names and identifiers; archiving stops new documents."""

import pytest

from commerce.masterdata.models import SupplierAlias, SupplierOrg
from commerce.masterdata.services.gate import SupplierArchived, supplier_gate
from commerce.masterdata.services.supplier import (
    SupplierDuplicate,
    SupplierNameExists,
    supplier_archive,
    supplier_edit,
    supplier_restore,
)
from commerce.masterdata.services.supplier_names import supplier_join, supplier_name_add
from commerce.masterdata.supplier_fields import SupplierFields
from tenants.kernel.errors import Conflict, IllegalTransition, Invalid, NotFound
from tenants.runtime.models import GroupAuditEntry
from tests.contexts.masterdata.test_sanction_impose import impose
from tests.contexts.masterdata.test_supplier_create import create
from tests.contexts.masterdata.test_supplier_gate import passes
from tests.support.world import NOW

ALL = tuple(f"masterdata.supplier.{a}" for a in ("edit", "archive", "join"))


def edit(group, supplier_id, version=1, confirmed=False, **fields):
    with group.scope():
        return supplier_edit(
            actor=group.actor(*ALL), supplier_org_id=supplier_id, version=version,
            supplier=SupplierFields(**fields), at=NOW, same_name_confirmed=confirmed,
        )  # fmt: skip


def row(world, supplier_id):
    with world.a.scope():
        return SupplierOrg.objects.get(id=supplier_id)


def test_only_the_given_fields_change_and_the_audit_row_tells_which(world):
    supplier_id = create(world.a, email="old@example.com", city="Riga")
    edit(world.a, supplier_id, email="new@example.com", city="")
    changed = row(world, supplier_id)
    assert (changed.legal_name, changed.email, changed.city, changed.version) == (
        "Baltic Timber Ltd", "new@example.com", "", 2,
    )  # fmt: skip
    with world.a.scope():
        entry = GroupAuditEntry.objects.get(action="masterdata.supplier.edit")
        assert entry.old == {"email": "old@example.com", "city": "Riga"}
        assert entry.new == {"email": "new@example.com", "city": ""}


def test_an_edit_that_changes_nothing_leaves_the_version(world):
    supplier_id = create(world.a, email="same@example.com")
    edit(world.a, supplier_id, email="same@example.com")
    assert row(world, supplier_id).version == 1


def test_a_renamed_supplier_stays_sanctioned_and_is_found_by_its_former_name(world):
    supplier_id = create(world.a, country="DE", tax_id="123456789")
    impose(world, supplier_id)
    edit(world.a, supplier_id, legal_name="Completely New GmbH", tax_id="987654321")
    assert not passes(world.a1, supplier_id)
    with pytest.raises(SupplierDuplicate):
        create(world.a, legal_name="Fresh Start", country="DE", tax_id="123456789")
    with pytest.raises(SupplierNameExists):
        create(world.a, legal_name="Baltic Timber Ltd", country="DE")
    with world.a.scope():
        assert sorted(SupplierAlias.objects.values_list("kind", "value_key", "current")) == [
            ("name", "baltic timber ltd", False), ("name", "completely new gmbh", True),
            ("tax_id", "DE123456789", False), ("tax_id", "DE987654321", True),
        ]  # fmt: skip
    assert "baltic timber" in row(world, supplier_id).search_text


def test_an_identifier_may_come_back_to_its_own_supplier(world):
    supplier_id = create(world.a, duns="150483782")
    edit(world.a, supplier_id, duns="")
    edit(world.a, supplier_id, version=2, duns="150483782")
    with world.a.scope():
        assert SupplierAlias.objects.get(kind="duns").current


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"version": 7, "email": "x@example.com"}, Conflict),
        ({"duns": "150483782"}, SupplierDuplicate),
        ({"legal_name": "Other"}, SupplierNameExists),
        ({"legal_name": " "}, Invalid),
        ({"email": "nobody"}, Invalid),
    ],
)
def test_a_refused_edit_changes_nothing(world, change, refusal):
    create(world.a, legal_name="Other", duns="150483782")
    supplier_id = create(world.a)
    with pytest.raises(refusal):
        edit(world.a, supplier_id, **change)
    assert (row(world, supplier_id).legal_name, row(world, supplier_id).version) == ("Baltic Timber Ltd", 1)


def test_another_groups_supplier_is_not_found(world):
    supplier_id = create(world.a)
    with pytest.raises(NotFound):
        edit(world.b, supplier_id, email="x@example.com")
    assert row(world, supplier_id).email == ""


def test_an_archived_supplier_gets_nothing_new_until_it_is_restored(world):
    supplier_id = create(world.a)
    with world.a.scope():
        supplier_archive(
            actor=world.a.actor(*ALL), supplier_org_id=supplier_id, version=1, reason="Closed down", at=NOW
        )
    with world.a1.scope(), pytest.raises(SupplierArchived):
        supplier_gate(
            actor=world.a1.actor(), supplier_org_id=supplier_id, action="issue", category_ids=[], at=NOW
        )
    with world.a.scope():
        with pytest.raises(IllegalTransition):
            supplier_archive(
                actor=world.a.actor(*ALL), supplier_org_id=supplier_id, version=2, reason="", at=NOW
            )
        supplier_restore(actor=world.a.actor(*ALL), supplier_org_id=supplier_id, version=2, at=NOW)
    assert passes(world.a1, supplier_id)


def test_another_name_is_noted_once_and_found(world):
    supplier_id = create(world.a)
    for _ in range(2):
        with world.a.scope():
            supplier_name_add(
                actor=world.a.actor(*ALL), supplier_org_id=supplier_id, name="波罗的海木材", at=NOW
            )
    assert "波罗的海木材" in row(world, supplier_id).search_text
    assert row(world, supplier_id).version == 2
    with pytest.raises(SupplierNameExists):
        create(world.a, legal_name="波罗的海木材", country="CN")


def join(group, supplier_id, same_as_id):
    with group.scope():
        supplier_join(
            actor=group.actor(*ALL),
            supplier_org_id=supplier_id,
            same_as_id=same_as_id,
            reason="Same owner",
            at=NOW,
        )


def test_joined_records_are_one_supplier_for_the_gate_however_they_were_joined(world):
    a, b, c, d = (create(world.a, legal_name=name) for name in ("A", "B", "C", "D"))
    join(world.a, b, a)
    join(world.a, d, c)
    join(world.a, d, b)
    impose(world, d)
    assert [passes(world.a1, s) for s in (a, b, c, d)] == [False] * 4
    assert [row(world, s).same_as_id for s in (a, b, c, d)] == [None, a, a, a]


def test_joining_needs_two_records_of_the_group(world):
    a, theirs = create(world.a), create(world.b)
    with pytest.raises(Invalid):
        join(world.a, a, a)
    with pytest.raises(NotFound):
        join(world.a, a, theirs)
    assert row(world, a).same_as_id is None
