"""Files at documents: what is taken, that nothing unscanned or infected is opened, who adds and removes."""

import threading

import pytest

from api.procurement.words import picture_scans, picture_urls
from commerce.procurement.attaching.kinds import (
    MAX_BYTES,
    MOST,
    AttachmentTooLarge,
    AttachmentTypeNotAllowed,
    TooManyAttachments,
)
from commerce.procurement.invoicing.queries import pictures_of
from commerce.procurement.models import Attachment
from commerce.procurement.services.attachment import (
    PURPOSE,
    REQUESTED,
    RESCAN,
    AttachmentInfected,
    AttachmentNotScanned,
    AttachmentsClosed,
    attachment_add,
    attachment_open,
    attachment_remove,
    rescan,
    scan_attachment,
)
from infra.standins.clamd.server import EICAR, StandIn
from tenants.kernel.errors import Forbidden, Invalid, NotFound
from tenants.runtime import files, scanning
from tenants.runtime.models import Alarm, OutboxEvent
from tenants.runtime.unit.models import UnitAuditEntry, UnitFile
from tests.contexts.procurement.invoicing_support import (
    INVOICING,
    charged,
    finance,
    imported,
    invoiced,
    ubl,
    uploaded,
)
from tests.contexts.procurement.receiving_support import po_lines
from tests.contexts.procurement.support import (
    approver,
    bought,
    buyer,
    decide,
    fresh,
    issued_order,
    order,
    refused,
    requester,
    requisition,
    submitted,
    with_role,
)
from tests.support.world import NOW

PDF = b"%PDF-1.7 a quotation"


@pytest.fixture
def scanner(settings):
    server = StandIn()
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    settings.CLAMD_ADDRESS = server.address
    yield server
    server.shutdown()
    server.server_close()


def upload(actor, data=PDF, name="offer.pdf", purpose=PURPOSE):
    return files.put(
        name=name, content_type="application/octet-stream", data=data, purpose=purpose, actor=actor
    )


def attach(unit, row, data=PDF, name="offer.pdf", actor=None):
    """This will attach a file as person 1 and give the attachment's id."""
    actor = actor or requester(unit)
    return attachment_add(actor=actor, at=NOW, requisition_id=row.id, file_id=upload(actor, data, name))


def scan(unit, key):
    scan_attachment(scope=unit.unit_scope, attachment_id=key, at=NOW)


def test_a_file_is_opened_once_it_is_clean_by_requester_and_approver(unit, scanner):
    with unit.scope():
        row = submitted(unit)
        key = attach(unit, row)
        kept = Attachment.objects.get(id=key)
        assert (kept.scan, kept.content_type, kept.byte_size) == ("waiting", "application/pdf", len(PDF))
        refused(
            AttachmentNotScanned,
            lambda: attachment_open(actor=requester(unit), at=NOW, attachment_id=key),
            Attachment,
        )
        assert OutboxEvent.objects.get(event_type=REQUESTED).subject_id == key
    scan(unit, key)
    scan(unit, key)  # delivered twice
    assert scanner.scanned == 1
    with unit.scope():
        assert fresh(kept).scan == "clean"
        for actor in (requester(unit), approver(unit), buyer(unit)):
            url = attachment_open(actor=actor, at=NOW, attachment_id=key)["url"]
            link = files.read_link(url.removeprefix("/files/"))
            assert (link.file_id, link.actor_key) == (kept.file_gid, actor.key)
        with pytest.raises(NotFound):  # another requester does not see the requisition
            attachment_open(actor=requester(unit, 3), at=NOW, attachment_id=key)
        refused(  # what the approver sees stays
            AttachmentsClosed,
            lambda: attachment_remove(actor=requester(unit), at=NOW, attachment_id=key),
            Attachment,
        )
        decide(unit, row.id, "reject", "no")
        refused(AttachmentsClosed, lambda: attach(unit, row), Attachment)
        trail = UnitAuditEntry.objects.filter(subject_id=row.id, action__startswith="procurement.attachment.")
        assert list(trail.order_by("at", "id").values_list("action", flat=True)) == [
            "procurement.attachment.add", "procurement.attachment.scan",
        ]  # fmt: skip


def test_malware_is_destroyed_and_named(unit, scanner):
    with unit.scope():
        row = requisition(unit)
        key = attach(unit, row, b"\n" + EICAR + b"\n", "note.txt")
        file_id = Attachment.objects.get(id=key).file_gid
    scan(unit, key)
    with unit.scope():
        found = Attachment.objects.get(id=key)
        assert (found.scan, found.threat, found.file_gid) == ("infected", "Eicar-Test-Signature", None)
        assert not UnitFile.objects.filter(id=file_id).exists()
        told = refused(
            AttachmentInfected,
            lambda: attachment_open(actor=requester(unit), at=NOW, attachment_id=key),
            Attachment,
        )
        assert "Eicar-Test-Signature" in told.message("zh")
        assert attachment_remove(actor=requester(unit), at=NOW, attachment_id=key) == {"name": "note.txt"}


def test_without_a_verdict_the_file_waits_and_is_asked_about_again(unit, scanner, settings):
    scanner.down = True
    with unit.scope():
        key = attach(unit, requisition(unit))
    scan(unit, key)
    with unit.scope():
        assert Attachment.objects.get(id=key).scan == "waiting"
        assert Alarm.objects.filter(kind=RESCAN, subject_id=key).exists()
        rescan(scope=unit.unit_scope, attachment_id=key, at=NOW)
        assert OutboxEvent.objects.filter(event_type=REQUESTED, subject_id=key).count() == 2
        with pytest.raises(scanning.ScanInTransaction):
            scanning.scan(b"x")
    scanner.down = False
    scan(unit, key)
    with unit.scope():
        assert Attachment.objects.get(id=key).scan == "clean"
    settings.CLAMD_ADDRESS = ""
    with pytest.raises(scanning.ScannerDown):
        scanning.scan(b"x")


def test_what_is_not_taken_is_refused_by_its_kind(unit):
    with unit.scope():
        row = requisition(unit)
        for data, name in (
            (b"MZ\x90", "run.exe"),
            (b"MZ\x90", "offer.pdf"),
            (PDF, "offer"),
            (b"a\0b", "a.txt"),
        ):
            refused_file = upload(requester(unit), data, name)
            refused(
                AttachmentTypeNotAllowed,
                lambda f=refused_file: attachment_add(
                    actor=requester(unit), at=NOW, requisition_id=row.id, file_id=f
                ),
                Attachment,
                field="fileId",
            )
        with pytest.raises(AttachmentTooLarge):
            attach(unit, row, PDF + b"x" * MAX_BYTES)
        with pytest.raises(Invalid):
            attach(unit, row, b"")
        first = attach(unit, row)
        for _ in range(MOST - 1):
            attach(unit, row)
        with pytest.raises(TooManyAttachments):
            attach(unit, row)
        used = Attachment.objects.get(id=first).file_gid
        for file_id in (used, upload(requester(unit), purpose="invoice"), upload(buyer(unit))):
            with pytest.raises(NotFound):
                attachment_add(actor=requester(unit), at=NOW, requisition_id=row.id, file_id=file_id)


def test_only_those_who_work_on_a_document_change_its_files(unit, world, supplier):
    with unit.scope():
        row = requisition(unit)
        key = attach(unit, row)
        with pytest.raises(Forbidden):
            attachment_add(
                actor=approver(unit), at=NOW, requisition_id=row.id, file_id=upload(approver(unit))
            )
        finance = unit.actor("procurement.attachment.add", "procurement.requisition.read_all", person=4)
        refused(AttachmentsClosed, lambda: attach(unit, row, actor=finance), Attachment)
        placed = order(unit, supplier)
        who = buyer(unit)
        at_order = attachment_add(actor=who, at=NOW, order_id=placed.id, file_id=upload(who))
        assert Attachment.objects.get(id=at_order).subject_type == "order"
        with pytest.raises(Invalid):
            attachment_add(actor=who, at=NOW, file_id=upload(who))
        partner = unit.actor(
            "procurement.attachment.read", "procurement.order.read", supplier_org_id=supplier, person=7
        )
        with pytest.raises(NotFound):
            attachment_open(actor=partner, at=NOW, attachment_id=at_order)
        attachment_remove(actor=requester(unit), at=NOW, attachment_id=key)
        with pytest.raises(NotFound):
            attachment_remove(actor=requester(unit), at=NOW, attachment_id=key)
    with world.a2.scope(), pytest.raises(NotFound):
        attachment_open(actor=buyer(world.a2), at=NOW, attachment_id=at_order)


def test_a_picture_of_an_invoice_is_opened_once_it_is_clean_like_any_file(unit, supplier, scanner):
    scanner.down = True
    with unit.scope():
        placed = issued_order(unit, supplier, bought("10", "2.5"))
        who, (line,) = finance(unit), po_lines(placed)
        keyed = invoiced(unit, placed, "2.5", charged(line, "1", "2.5"), file_id=uploaded(who, PDF, "scan"))
        virus = uploaded(who, b"%PDF-1.7\n" + EICAR + b"\n", "bill.pdf")
        filed = imported(unit, ubl(("1", "4", "2.5"), order=placed.number), pdf_file_id=virus)
        keys = [keyed.id, filed.id]
        found = pictures_of(actor=who, keys=keys)
        assert [(found[key].content_type, found[key].name) for key in keys] == [
            ("application/pdf", "scan"), ("application/pdf", "bill.pdf"),
        ]  # fmt: skip
        asked = OutboxEvent.objects.filter(event_type=REQUESTED).values_list("subject_id", flat=True)
        assert set(asked) == {found[key].id for key in keys}
        stranger = with_role(unit, "supplier_contact", 9, supplier_org_id=keyed.id)
        assert picture_scans(actor=stranger, keys=keys) == {}
        for data, refusal in ((PDF + b"x" * MAX_BYTES, AttachmentTooLarge), (b"MZ\x90", Invalid)):
            key = uploaded(who, data, "again.pdf")
            lines = charged(line, "1", "2.5")
            values = {"supplier_number": "R-2", "file_id": key}
            refused(refusal, lambda v=values, of=lines: invoiced(unit, placed, "2.5", of, **v), *INVOICING)
        values = {"supplier_number": "R-2", "file_id": keyed.pdf_file_gid}  # another invoice's
        refused(
            NotFound, lambda: invoiced(unit, placed, "2.5", charged(line, "1", "2.5"), **values), *INVOICING
        )
    for row in found.values():
        scan(unit, row.id)
    with unit.scope():
        assert picture_scans(actor=who, keys=keys) == dict.fromkeys(keys, "waiting")
        assert picture_urls(actor=who, keys=keys) == {}
        assert (
            Alarm.objects.filter(kind=RESCAN, subject_id__in=[row.id for row in found.values()]).count() == 2
        )
    scanner.down = False
    for row in found.values():
        scan(unit, row.id)
    with unit.scope():
        assert picture_scans(actor=who, keys=keys) == {keyed.id: "clean", filed.id: "infected"}
        urls = picture_urls(actor=who, keys=keys)
        assert list(urls) == [keyed.id]
        assert files.read_link(urls[keyed.id].removeprefix("/files/")).file_id == keyed.pdf_file_gid
        assert not UnitFile.objects.filter(id=virus).exists()
