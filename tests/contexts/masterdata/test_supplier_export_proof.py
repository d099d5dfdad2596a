"""A long export of the register wants a recent proof (R36); a short one does not."""

import pytest

from commerce.masterdata.services import supplier_files
from commerce.masterdata.services.supplier_files import supplier_export
from tenants.runtime.guard import ProofRequired
from tenants.runtime.models import GroupAuditEntry, GroupFile
from tests.factories import masterdata as make
from tests.support.mutants import must_fail, mutated
from tests.support.world import NOW


def export(world, monkeypatch, rows_without_proof):
    monkeypatch.setattr(supplier_files, "ROWS_WITHOUT_PROOF", rows_without_proof)
    for number in range(3):
        make.supplier_org(world.a, f"Supplier {number}")
    with world.a.scope():
        actor = world.a.actor("masterdata.supplier.export", "masterdata.supplier.read", proved_at=None)
        return supplier_export(actor=actor, file_format="csv", at=NOW)


def test_more_rows_than_that_are_refused_without_a_proof_and_no_file_is_written(world, monkeypatch):
    with pytest.raises(ProofRequired):
        export(world, monkeypatch, rows_without_proof=2)
    with world.a.scope():
        assert (GroupFile.objects.count(), GroupAuditEntry.objects.count()) == (0, 0)


def test_so_many_rows_need_none(world, monkeypatch):
    assert export(world, monkeypatch, rows_without_proof=3)["url"].startswith("/files/")


def test_the_check_notices_when_the_proof_is_no_longer_asked_for(request):
    with mutated(supplier_export, "        require_recent_proof(actor, at=at)\n", "        pass\n"):
        must_fail(test_more_rows_than_that_are_refused_without_a_proof_and_no_file_is_written, request)
