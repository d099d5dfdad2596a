"""A group takes everything along, is deleted with a proof, and comes back elsewhere the same to the last row."""

import base64
import json
import shutil
import tempfile
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.management import CommandError, call_command
from django.db import connections
from standardwebhooks import Webhook as Verifier

from billing.models import RevenueMonth
from billing.renewals import renewal_cohorts
from tenants.accounts.models import Membership, OutgoingMail, Person
from tenants.departure import handlers
from tenants.departure.archive.manifest import read, unpack
from tenants.departure.archive.removal import count_nameless, count_rows
from tenants.departure.models import Closure, GroupExport
from tenants.departure.proof import is_genuine
from tenants.departure.queries import proof_of
from tenants.departure.services.group_close import AlreadyClosing, NameNotConfirmed, group_close, group_keep
from tenants.departure.services.group_delete import group_delete
from tenants.departure.services.group_export import (
    ExportRunning,
    export_expire,
    group_export_download,
    group_export_request,
    run_export,
)
from tenants.directory.models import BusinessUnit, Group, UnitSchema
from tenants.kernel.errors import Forbidden, NotFound
from tenants.runtime import audit, files
from tenants.runtime.guard import ProofRequired
from tenants.runtime.models import Alarm, GroupAuditEntry, GroupFile
from tenants.runtime.scope import ACCOUNTS, OPERATOR, PLATFORM, group_scope, unit_of_work
from tenants.runtime.sealing import signing_key
from tenants.runtime.trail_files import verify_export
from tenants.runtime.unit.models import NumberSeries
from tenants.webhooks.models import Webhook
from tenants.webhooks.services.webhooks import webhook_create
from tenants.webhooks.signing import unsealed
from tests.factories.people import make_member, make_person
from tests.support.world import NOW, fixed_id

MAY = ("departure.group.close", "departure.group.keep", "departure.group_export.download",
       "departure.group_export.request", "webhooks.webhook.create")  # fmt: skip
LATER = NOW + timedelta(days=31)


def manage(*arguments):
    out = StringIO()
    call_command(*[str(a) for a in arguments], stdout=out)
    return out.getvalue()


@pytest.fixture
def filled(live_world, settings, tmp_path):
    """Group A with people, a webhook, files of the group and of a unit, numbers and audit rows."""
    settings.MEDIA_ROOT, settings.AUDIT_HEADS = tmp_path / "media", tmp_path / "heads"
    world = live_world
    owner = make_person("owner@example.com", name="王小明")
    make_member(owner, world.a, "hq_admin")
    both = make_person("both@example.com")
    make_member(both, world.a1, "buyer")
    make_member(both, world.b, "hq_admin")
    actor = world.a.actor(*MAY, person=1, email=owner.email)
    actor = type(actor)(
        **{**{f: getattr(actor, f) for f in actor.__dataclass_fields__}, "person_id": owner.pk}
    )
    with world.a.scope():
        hook = webhook_create(
            actor=actor,
            at=NOW,
            url="https://example.com/hook",
            event_types=["directory.unit.edited"],
            country="CN",
        )
        files.put(name="合同.pdf", content_type="application/pdf", data=b"contract", purpose="x", actor=actor)
        audit.record(
            actor=actor, action="x.y.z", subject_type="t", subject_id=fixed_id(1), at=NOW, new={"a": "上海"}
        )
    for unit in (world.a1, world.a2, world.b1):
        with unit.scope():
            NumberSeries.objects.create(kind='PO "x", y', year=2026, last=7)
            files.put(
                name="q.txt", content_type="text/plain", data=b"secret", purpose="x", actor=unit.actor()
            )
            audit.record(actor=unit.actor(), action="u.v.w", subject_type="t", subject_id=fixed_id(2), at=NOW)
    return world, actor, hook


def export(world, actor, to):
    """The archive of group A, downloaded and unpacked."""
    with world.a.scope():
        export_id = group_export_request(actor=actor, at=NOW)
        with pytest.raises(ExportRunning):
            group_export_request(actor=actor, at=NOW)
    run_export(scope=group_scope(world.a.id), group_export_id=export_id, at=NOW)
    with world.a.scope():
        done = GroupExport.objects.get(id=export_id)
        assert (done.status, done.done) == ("done", done.total)
        links = group_export_download(actor=actor, at=NOW, group_export_id=export_id)["links"]
        assert len(links) == len(done.file_ids) == 1
        assert files.read_link(links[0].rpartition("/")[2]).actor_key == actor.key
        data = files.read(file_id=done.file_ids[0])
    packed = to / f"{export_id}.zip"
    packed.write_bytes(data)
    folder = to / str(export_id)
    folder.mkdir()
    unpack(packed, folder)
    return packed, folder, read(folder), export_id


def test_a_group_leaves_and_comes_back_the_same(filled, tmp_path):
    world, actor, hook = filled
    upgraded = UnitSchema.objects.using("owner").filter(schema_name=world.a1.schema_name)
    applied = upgraded.values_list("applied", flat=True).get()
    upgraded.update(applied=applied[::-1])  # upgrades come in another order than the parts of a new unit
    packed, folder, before, export_id = export(world, actor, tmp_path)
    assert [unit.slug for unit in before.units] == ["a1", "a2"]
    assert before.documents == 3
    assert sorted(p.read_bytes() for p in (folder / "documents").rglob("*.*")) == [
        b"contract",
        b"secret",
        b"secret",
    ]
    everything = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert b"Group B" not in everything and str(world.b1.id).encode() not in everything
    with pytest.raises(CommandError, match="has the group already"):
        manage("group_import", packed)
    with world.a.scope():
        export_expire(group_export_id=export_id, at=LATER)
        assert not GroupFile.objects.filter(purpose="group_export").exists()
    before_rows = _pays(world)
    proof = _closed(world, actor)
    _still_counts_as_lost(world, before_rows, proof)
    assert proof["units"]["a1"]["rows"] > 0 and proof["rows"]["accounts_membership"] == 2
    assert [kept["table"] for kept in proof["kept_by_law"] if kept["rows"]] == ["departure_closure"]
    assert proof["people_forgotten"] == 1
    shutil.rmtree(tmp_path / "heads")
    assert "2 units" in manage("group_import", packed)
    with unit_of_work(ACCOUNTS):
        owner = Person.objects.get(email="owner@example.com")
        assert (owner.display_name, owner.has_usable_password()) == ("王小明", False)
        assert Membership.objects.filter(group_id=world.a.id).count() == 2
    with world.a1.scope():
        assert NumberSeries.objects.get().last == 7
    with world.a.scope():
        kept = Webhook.objects.get()
        assert Verifier(unsealed(kept.secret_sealed, webhook_id=kept.id)) and kept.id == hook["webhook_id"]
    _, again_folder, after, _ = export(world, actor, tmp_path)
    _same(before, after, folder, again_folder)


def _paid(group_id, month, minor):
    return RevenueMonth(
        group_id=group_id, month_date=date(2026, month, 1), currency="EUR", plan="base", monthly_minor=minor,
        taken_at=NOW,
    )  # fmt: skip


def _renewal():
    with unit_of_work(OPERATOR):
        (cohort,) = renewal_cohorts(at=LATER)
        return cohort.groups, cohort.start_minor, [(m.groups_left, m.gross, m.net) for m in cohort.months]


def _pays(world):
    """Group A, which will leave, and two others begin in January; gives the ids of A's rows.

    February: gross 10,000 + 16,000 + 30,000 = 56,000 of 60,000; net 10,000 + 16,000 + 36,000 = 62,000.
    """
    with unit_of_work(PLATFORM):
        rows = RevenueMonth.objects.bulk_create([
            _paid(world.a.id, 1, 10_000), _paid(world.a.id, 2, 10_000), _paid(world.b.id, 1, 20_000),
            _paid(world.b.id, 2, 16_000), _paid(fixed_id(3), 1, 30_000), _paid(fixed_id(3), 2, 36_000),
        ])  # fmt: skip
    assert _renewal() == (3, 60_000, [(3, Decimal("93.3"), Decimal("103.3"))])
    return {row.id for row in rows if row.group_id == world.a.id}


def _still_counts_as_lost(world, before_rows, proof):
    """The same rates as before; in March gross 16,000 + 30,000, net 16,000 + 36,000 of 60,000. A is named nowhere."""
    february = (3, Decimal("93.3"), Decimal("103.3"))
    assert _renewal() == (3, 60_000, [february])
    with unit_of_work(PLATFORM):
        assert RevenueMonth.objects.count() == 6
        nameless = RevenueMonth.objects.exclude(group_id__in=[world.b.id, fixed_id(3)]).order_by("month_date")
        assert [row.monthly_minor for row in nameless] == [10_000, 10_000]
        assert len({row.group_id for row in nameless}) == 1 and not before_rows & {row.id for row in nameless}
        assert not RevenueMonth.objects.filter(group_id=world.a.id).exists()
        RevenueMonth.objects.bulk_create([_paid(world.b.id, 3, 16_000), _paid(fixed_id(3), 3, 36_000)])
    assert _renewal() == (3, 60_000, [february, (2, Decimal("76.7"), Decimal("86.7"))])
    assert count_rows(world.a.id) == {}
    assert [(kept["table"], kept["rows"]) for kept in proof["kept_nameless"]] == [
        ("billing_revenue_month", 2)
    ]
    assert [kept["rows"] for kept in count_nameless(world.a.id)] == [0]
    assert "billing_revenue_month" not in proof["rows"]


def _closed(world, actor):
    with world.a.scope():
        with pytest.raises(NameNotConfirmed):
            group_close(actor=actor, at=NOW, confirm_name="Group B")
    with world.a.scope():
        closure_id = group_close(actor=actor, at=NOW, confirm_name=" Group  A")
        with pytest.raises(AlreadyClosing):
            group_close(actor=actor, at=NOW, confirm_name="Group A")
        assert Group.objects.get().closes_at == NOW + timedelta(days=30)
        assert Alarm.objects.get(subject_id=closure_id).due_at == NOW + timedelta(days=30)
        group_keep(actor=actor, at=NOW)
        assert (
            Group.objects.get().closes_at is None and not Alarm.objects.filter(subject_id=closure_id).exists()
        )
        closure_id = group_close(actor=actor, at=NOW, confirm_name="Group A")
    group_delete(scope=group_scope(world.a.id), closure_id=closure_id, at=NOW + timedelta(days=29))
    with world.a.scope():
        assert BusinessUnit.objects.count() == 2
        handlers.begin_deletion(subject_id=closure_id, at=LATER)
    group_delete(scope=group_scope(world.a.id), closure_id=closure_id, at=LATER)
    group_delete(scope=group_scope(world.a.id), closure_id=closure_id, at=LATER)
    proof, signature = proof_of(closure_id)
    assert is_genuine(proof, signature) and not is_genuine(proof.replace("2026", "2027"), signature)
    _verifies_elsewhere(proof, signature)
    with unit_of_work(PLATFORM):
        assert list(Group.objects.values_list("name", flat=True)) == ["Group B"]
        assert list(BusinessUnit.objects.values_list("slug", flat=True)) == ["b1"]
        assert Closure.objects.get(id=closure_id).requested_by is None
    with unit_of_work(ACCOUNTS):
        assert list(Person.objects.values_list("email", flat=True)) == ["both@example.com"]
        mails = OutgoingMail.objects.filter(recipient="owner@example.com").values_list("text_body", flat=True)
        assert any(f"/deletion-proofs/{closure_id}" in text for text in mails)
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE 't\\_%'")
        assert cursor.fetchall() == [(world.b1.schema_name,)]
    with world.b1.scope():
        assert NumberSeries.objects.get().last == 7
    return json.loads(proof)


def _verifies_elsewhere(proof, signature):
    """With the public key alone; not a changed one, nor by another key."""
    ours, other = (
        base64.b64encode(key.public_key().public_bytes_raw()).decode()
        for key in (signing_key(), Ed25519PrivateKey.generate())
    )
    with tempfile.NamedTemporaryFile("w+", suffix=".json") as file:
        json.dump({"proof": proof, "signature": signature}, file)
        file.flush()
        assert "Group A: 2 units" in manage("deletion_proof", "--verify", file.name, "--public-key", ours)
        with pytest.raises(CommandError, match="not a proof"):
            manage("deletion_proof", "--verify", file.name, "--public-key", other)
        with pytest.raises(CommandError, match="32 bytes"):
            manage("deletion_proof", "--verify", file.name, "--public-key", "c2hvcnQ=")
        file.seek(0)
        json.dump({"proof": proof.replace("Group A", "Group Z"), "signature": signature}, file)
        file.flush()
        with pytest.raises(CommandError, match="not a proof"):
            manage("deletion_proof", "--verify", file.name, "--public-key", ours)


def _same(before, after, folder, again):
    """Rows, hashes and trails; the exports and closings themselves have left their audit rows meanwhile."""
    trail = ("runtime_group_audit_entry", "runtime_group_audit_seal", "runtime_alarm")
    one, two = (
        {t.name: (t.rows, t.sha256) for t in m.tables if t.name not in trail} for m in (before, after)
    )
    assert one == two
    units = [
        (folder / "units" / u.slug / "manifest.json", again / "units" / u.slug / "manifest.json")
        for u in before.units
    ]
    for first, second in units:
        a, b = json.loads(first.read_text()), json.loads(second.read_text())
        assert (a["tables"], a["sequences"], a["unit"]) == (b["tables"], b["sequences"], b["unit"])
    for told in after.trails:
        assert verify_export(again / told.path, public_keys=[signing_key().public_key()]) == []
    assert [t.rows for t in before.trails][1:] == [t.rows for t in after.trails][1:]
    assert after.trails[0].rows > before.trails[0].rows
    assert before.people == after.people and before.keys_sha256 == after.keys_sha256


def test_only_an_administrator_with_a_proof_and_within_the_group(world):
    with world.a.scope():
        for service, more in ((group_export_request, {}), (group_close, {"confirm_name": "Group A"})):
            with pytest.raises(Forbidden):
                service(actor=world.a.actor(), at=NOW, **more)
            with pytest.raises(ProofRequired):
                service(actor=world.a.actor(*MAY, proved_at=None), at=NOW, **more)
        with pytest.raises(NotFound):
            group_keep(actor=world.a.actor(*MAY), at=NOW)
        export_id = group_export_request(actor=world.a.actor(*MAY), at=NOW)
        assert (Closure.objects.count(), GroupAuditEntry.objects.count()) == (0, 1)
    with world.b.scope(), pytest.raises(NotFound):
        group_export_download(actor=world.b.actor(*MAY), at=NOW, group_export_id=export_id)
