"""Certificates come in at both doors; a supplier's contact hands in for its own supplier alone."""

from datetime import date

import pytest

from commerce.masterdata.fitness import certificates_visible_to
from commerce.masterdata.models import Certificate
from commerce.masterdata.services.certificate import (
    CertificateOver,
    certificate_link,
    certificate_submit,
    certificate_verify,
)
from tenants.kernel.errors import Forbidden, IllegalTransition, Invalid, NotFound
from tenants.runtime import files
from tenants.runtime.models import GroupAuditEntry, GroupFile
from tenants.runtime.unit.models import UnitFile
from tests.contexts.masterdata.fitness import certificate, uploaded
from tests.factories import masterdata as make
from tests.support.world import NOW

SUBMIT = "masterdata.certificate.submit"
END = date(2026, 12, 31)


def submit(unit, actor, supplier, **fields):
    file_id = fields.pop("file_id", None) or uploaded(unit, actor)
    values = {"kind": "iso_9001", "expires_date": END, "number": "Q-1", **fields}
    with unit.scope():
        return certificate_submit(actor=actor, at=NOW, supplier_org_id=supplier, file_id=file_id, **values)


def test_a_supplier_hands_in_at_a_units_door_and_the_file_moves_into_the_groups_vault(world):
    supplier = make.supplier_org(world.a)
    actor = world.a1.actor(SUBMIT, supplier_org_id=supplier)
    key = submit(world.a1, actor, supplier)
    with world.a.scope():
        row = Certificate.objects.get(id=key)
        assert (row.status, row.number, row.file_name, row.version) == ("submitted", "Q-1", "iso.pdf", 1)
        assert files.read(file_id=row.file_gid) == b"%PDF-1.7 certificate"
        assert GroupAuditEntry.objects.filter(action=SUBMIT).count() == 1
        url = certificate_link(actor=world.a.actor("masterdata.certificate.read"), at=NOW, certificate_id=key)
        assert str(url["url"]).startswith("/files/")
    with world.a1.scope():
        assert UnitFile.objects.count() == 0
        assert [c.id for c in certificates_visible_to(actor)] == [key]
        stranger = world.a1.actor(SUBMIT, supplier_org_id=make_other(world))
        assert certificates_visible_to(stranger).count() == 0
    with world.b1.scope():
        assert certificates_visible_to(world.b1.actor()).count() == 0


def make_other(world):
    return world.b.id


def test_nobody_hands_in_for_another_supplier(world):
    mine, other = make.supplier_org(world.a), make.supplier_org(world.a, "Other Ltd")
    foreign = make.supplier_org(world.b, "Foreign Ltd")
    contact = world.a1.actor(SUBMIT, supplier_org_id=mine)
    for actor, supplier in (
        (contact, other),
        (contact, foreign),
        (world.a1.actor(SUBMIT), foreign),
        (world.a1.actor(SUBMIT, distributor_id=world.a.id), mine),
    ):
        with pytest.raises(NotFound):
            submit(world.a1, actor, supplier)
    with pytest.raises(Forbidden):
        submit(world.a1, world.a1.actor("masterdata.certificate.read"), mine)
    with world.a.scope():
        assert Certificate.objects.count() == 0


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"kind": "diploma"}, Invalid),
        ({"expires_date": NOW.date()}, CertificateOver),
        ({"issued_date": date(2027, 1, 1), "expires_date": None}, Invalid),
        ({"number": "9" * 201}, Invalid),
    ],
)
def test_what_is_no_certificate_is_refused(world, fields, refusal):
    supplier = make.supplier_org(world.a)
    with pytest.raises(refusal):
        submit(world.a1, world.a1.actor(SUBMIT), supplier, **fields)
    with world.a.scope():
        assert Certificate.objects.count() == 0


def test_a_file_of_another_person_or_purpose_or_an_empty_one_is_refused(world):
    supplier = make.supplier_org(world.a)
    actor, other = world.a1.actor(SUBMIT), world.a1.actor(SUBMIT, person=2)
    for file_id, refusal in (
        (uploaded(world.a1, other), NotFound),
        (uploaded(world.a1, actor, purpose="order_import"), NotFound),
        (uploaded(world.a1, actor, data=b""), Invalid),
        (uploaded(world.a2, actor), NotFound),
    ):
        with pytest.raises(refusal):
            submit(world.a1, actor, supplier, file_id=file_id)
    with world.a.scope():
        assert (Certificate.objects.count(), GroupFile.objects.count()) == (0, 0)


def test_it_is_verified_once(world):
    supplier = make.supplier_org(world.a)
    key = certificate(world.a, supplier, END)
    actor = world.a.actor("masterdata.certificate.decide")
    with world.a.scope(), pytest.raises(IllegalTransition):
        certificate_verify(actor=actor, at=NOW, certificate_id=key, version=2)
