"""The audit trail is sealed: whatever is done to it afterwards, by whomever, is found offline (R31, A35)."""

import hashlib
import json
import random
import threading
import time
from datetime import timedelta
from io import StringIO

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.management import CommandError, call_command
from django.db import connection, connections, transaction
from django.db.utils import DatabaseError, ProgrammingError
from psycopg import sql

from infra.commands.management.commands.audit_verify import public_key_text
from tenants.directory.archives.export import export_unit
from tenants.directory.archives.restore import restore_in_place
from tenants.directory.models import BusinessUnit
from tenants.directory.tasks import TrailsUnsealed, seal_all
from tenants.kernel.merkle import canonical
from tenants.runtime import audit
from tenants.runtime.models import GroupAuditEntry, GroupAuditSeal
from tenants.runtime.sealing import BATCH, seal_trail, signing_key
from tenants.runtime.trail_files import END, export_trail, seal_and_tell, verify_export
from tenants.runtime.unit.models import NumberSeries, UnitAuditEntry, UnitAuditSeal
from tests.support.world import NOW, fixed_id

LATER = NOW + timedelta(minutes=3)


def note(place, number, **fields):
    with place.scope():
        audit.record(
            actor=place.actor(), action="test.note.write", subject_type="note", subject_id=fixed_id(number),
            subject_label=f"备注 {number}", at=NOW, old={"n": number}, new={"n": number + 1, "who": ["a", None]},
            **fields,
        )  # fmt: skip


@pytest.fixture
def heads(settings, tmp_path):
    settings.AUDIT_HEADS = tmp_path / "heads"
    return settings.AUDIT_HEADS


@pytest.fixture
def told(live_world, heads):
    """Unit a1 with seven rows under two seals, written by several transactions."""
    for number in range(4):
        note(live_world.a1, number)
    seal_and_tell(live_world.a1.unit_scope, at=NOW)
    for number in range(4, 7):
        note(live_world.a1, number)
    seal_and_tell(live_world.a1.unit_scope, at=LATER)
    return live_world


@pytest.fixture
def superuser(told, postgres):
    name = connection.settings_dict["NAME"]
    with psycopg.connect(postgres.url_for("superuser", name), autocommit=True) as opened:
        opened.execute(sql.SQL("SET search_path TO {}").format(sql.Identifier(told.a1.schema_name)))
        yield opened


@pytest.fixture
def file(tmp_path):
    return tmp_path / "trail.jsonl"


def verified(world, file, heads=None, place=None):
    """This will export a trail and verify the file."""
    scope = (place or world.a1).unit_scope
    export_trail(scope, file, at=LATER)
    return verify_export(file, public_keys=[signing_key().public_key()], heads=heads)


def ids_of(world):
    with world.a1.scope():
        return [str(entry) for entry in UnitAuditEntry.objects.order_by("id").values_list("id", flat=True)]


def test_rows_are_sealed_once_in_batches_and_the_whole_verifies(told, file, heads):
    with told.a1.scope():
        seals = list(UnitAuditSeal.objects.order_by("number"))
        assert [(seal.number, seal.entry_count) for seal in seals] == [(1, 4), (2, 3)]
        assert seals[1].previous_hash == seals[0].hash
        assert [str(entry) for seal in seals for entry in seal.entry_ids] == ids_of(told)
    assert seal_and_tell(told.a1.unit_scope, at=LATER) == 0
    assert verified(told, file, heads) == []
    assert file.read_bytes().count(b"\n") == 1 + 2 + 7 + 1


def test_heads_are_outside_the_database_and_hold_no_row(told, heads):
    (kept,) = heads.glob("*.jsonl")
    lines = [json.loads(line) for line in kept.read_text().splitlines()]
    assert [line["number"] for line in lines] == [1, 2]
    assert {"leaves", "old", "new"} & set(lines[0]) == set()
    assert "备注" not in kept.read_text()


def test_each_unit_and_each_group_has_a_chain_of_its_own(told, heads, file):
    note(told.a1, 50)
    note(told.b1, 51)
    for group in (told.a, told.b):
        note(group, 52)
    assert seal_all(at=LATER, everything=False) == 4
    assert len(list(heads.glob("unit-*.jsonl"))) == len(list(heads.glob("group-*.jsonl"))) == 2
    with told.a.scope():
        assert GroupAuditSeal.objects.get().entry_ids == [GroupAuditEntry.objects.get().id]
        assert GroupAuditSeal.objects.get().trail.startswith(f"group:{told.a.id}:")
    assert verified(told, file, heads) == verified(told, file, heads, told.b1) == []


TAMPERS = {
    "one letter": ("UPDATE runtime_unit_audit_entry SET actor_name = 'Person 2' WHERE id = '{row}'", "altered"),
    "an old value": ("UPDATE runtime_unit_audit_entry SET old = '{{\"n\": 9}}' WHERE id = '{row}'", "altered"),
    "the instant": ("UPDATE runtime_unit_audit_entry SET at = at + interval '1 us' WHERE id = '{row}'", "altered"),
    "a row taken out": ("DELETE FROM runtime_unit_audit_entry WHERE id = '{row}'", "missing"),
}  # fmt: skip


@pytest.mark.parametrize("name", TAMPERS)
@pytest.mark.parametrize("number", [0, 3, 6])
def test_the_superuser_changes_a_row_and_the_verifier_names_it(told, superuser, file, name, number):
    statement, word = TAMPERS[name]
    row = ids_of(told)[number]
    superuser.execute(statement.format(row=row))
    seal, verb = 1 if number < 4 else 2, "is" if word == "missing" else "was"
    assert verified(told, file) == [f"row {row} of seal {seal}: {verb} {word}"]


def test_two_rows_that_change_places_are_both_named(told, superuser, file):
    first, second = ids_of(told)[:2]
    superuser.execute(
        f"UPDATE runtime_unit_audit_entry a SET subject_id = b.subject_id, subject_label = b.subject_label "
        f"FROM runtime_unit_audit_entry b WHERE (a.id, b.id) IN (('{first}', '{second}'), ('{second}', '{first}'))"
    )
    assert verified(told, file) == [f"row {row} of seal 1: was altered" for row in (first, second)]


def test_a_trail_cut_off_at_its_end_is_found_by_the_heads_kept_outside(told, superuser, file, heads):
    superuser.execute(
        "DELETE FROM runtime_unit_audit_entry WHERE id IN "
        "(SELECT unnest(entry_ids) FROM runtime_unit_audit_seal WHERE number = 2)"
    )
    superuser.execute("DELETE FROM runtime_unit_audit_seal WHERE number = 2")
    assert verified(told, file) == []
    when = LATER.isoformat(timespec="microseconds")
    assert verified(told, file, heads) == [f"seal 2: was told of at {when} and is missing"]


def test_a_trail_written_anew_is_found_by_the_heads_kept_outside(told, superuser, file, heads):
    """The worst case: somebody rewrites rows, deletes all seals and lets the platform seal the lie."""
    superuser.execute("UPDATE runtime_unit_audit_entry SET actor_name = 'nobody'")
    superuser.execute("DELETE FROM runtime_unit_audit_seal")
    (finding,) = verified(told, file, heads)
    assert "was kept until" in finding and "seal 2, and is not this one" in finding


def test_a_seal_taken_out_of_the_middle_breaks_the_chain(told, superuser, file):
    rows = ids_of(told)
    superuser.execute("DELETE FROM runtime_unit_audit_seal WHERE number = 1")
    found = verified(told, file)
    assert found[:2] == [
        "seal 2: stands where seal 1 belongs", "seal 2: does not follow the seal before it",
    ]  # fmt: skip
    assert rows


def test_a_seal_made_with_another_key_is_not_believed(told, superuser, file, settings):
    superuser.execute("DELETE FROM runtime_unit_audit_seal")
    known = signing_key().public_key()
    settings.AUDIT_SIGNING_KEY = "q83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq80="
    export_trail(told.a1.unit_scope, file, at=LATER)
    found = verify_export(file, public_keys=[known])
    assert found[0] == "the file as a whole is not signed with a known key"
    assert "seal 1: is signed with the unknown key" in found[1]
    assert verify_export(file, public_keys=[known, signing_key().public_key()]) == []


def resigned(lines, file):
    """A forger who writes the file anew, with an end that fits and a key of their own."""
    body = b"".join(canonical(line) + b"\n" for line in lines)
    digest = hashlib.sha256(body)
    end = {
        "end": {"seals": sum("seal" in x for x in lines), "rows": sum("row" in x for x in lines),
                "sha256": digest.hexdigest()},
        "signature": Ed25519PrivateKey.generate().sign(digest.digest()).hex(),
    }  # fmt: skip
    file.write_bytes(body + canonical(end) + b"\n")
    return verify_export(file, public_keys=[signing_key().public_key()])


def test_a_file_written_anew_by_a_forger_names_what_was_done_to_it(told, file):
    assert verified(told, file) == []
    lines = [json.loads(line) for line in file.read_bytes().splitlines()[:-1]]
    rows, unsigned = ids_of(told), "the file as a whole is not signed with a known key"
    assert resigned(lines[:3] + lines[4:], file) == [unsigned, f"row {rows[0]} of seal 1: is missing"]
    assert resigned(lines[:-1], file) == [unsigned, f"row {rows[6]} of seal 2: is missing"]
    extra = {"row": {**lines[3]["row"], "id": str(fixed_id(1))}}
    assert resigned([*lines, extra], file) == [unsigned, f"row {fixed_id(1)}: is in no seal"]
    assert resigned([*lines, lines[3]], file) == [unsigned, f"row {rows[0]}: stands there twice"]
    swapped = [lines[0], lines[2], lines[1], *lines[3:]]
    assert "seal 2: stands where seal 1 belongs" in resigned(swapped, file)
    leaves = lines[1]["seal"]["leaves"]
    lines[1]["seal"]["leaves"] = [leaves[1], leaves[0], *leaves[2:]]
    assert resigned(lines, file) == [unsigned, "seal 1: its list of rows was altered"]


def test_a_thousand_changes_of_one_bit_and_a_hundred_cuts_are_all_found(told, file):
    assert verified(told, file) == []
    whole, key, chance = file.read_bytes(), signing_key().public_key(), random.Random(7)
    for _ in range(1000):
        place, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        file.write_bytes(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :])
        assert verify_export(file, public_keys=[key]), (place, bit)
    for _ in range(100):
        file.write_bytes(whole[: chance.randrange(len(whole) - 1)])
        assert verify_export(file, public_keys=[key])
    assert END in whole


def test_the_commands_export_and_verify_without_a_database(told, file, heads, settings):
    out = StringIO()
    call_command("audit_export", str(file), "--unit", "a1", stdout=out)
    key = public_key_text()
    call_command("audit_verify", str(file), "--heads", str(heads), "--public-key", key, stdout=out)
    assert "2 seals over 7 rows" in out.getvalue() and "7 rows under 2 seals, nothing wrong" in out.getvalue()
    file.write_bytes(file.read_bytes().replace(b"Person 1", b"Person 2", 1))
    with pytest.raises(CommandError, match="of seal 1: was altered"):
        call_command("audit_verify", str(file), "--public-key", key)


@pytest.mark.parametrize("table", ["runtime_unit_audit_entry", "runtime_unit_audit_seal"])
@pytest.mark.parametrize("verb", ["UPDATE {t} SET id = id", "DELETE FROM {t}", "TRUNCATE {t}"])
def test_a_unit_cannot_change_its_rows_or_its_seals(told, table, verb):
    with told.a1.scope(), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(verb.format(t=table))


@pytest.mark.parametrize("table", ["runtime_group_audit_entry", "runtime_group_audit_seal"])
@pytest.mark.parametrize("verb", ["UPDATE {t} SET id = id", "DELETE FROM {t}", "TRUNCATE {t}"])
def test_a_group_cannot_change_its_rows_or_its_seals(told, table, verb):
    with told.a.scope(), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(verb.format(t=table))


def test_when_the_audit_row_cannot_be_written_neither_is_the_change(told, superuser):
    superuser.execute(
        sql.SQL("REVOKE INSERT ON runtime_unit_audit_entry FROM {}").format(sql.Identifier(told.a1.unit_scope.role))
    )  # fmt: skip
    with pytest.raises(DatabaseError, match="permission denied"), told.a1.scope():
        NumberSeries.objects.create(kind="PR", year=2026, last=1)
        audit.record(actor=told.a1.actor(), action="x", subject_type="x", subject_id=fixed_id(1), at=NOW)
    with told.a1.scope():
        assert NumberSeries.objects.count() == 0


def test_writers_do_not_wait_for_the_sealer_and_are_sealed_by_the_next(told, file):
    """A row whose transaction is open while a seal is made is left to the next seal; nobody waits."""
    wrote, sealed = threading.Event(), threading.Event()

    def writer():
        with told.a1.scope():
            audit.record(actor=told.a1.actor(), action="x", subject_type="x", subject_id=fixed_id(90), at=NOW)
            wrote.set()
            assert sealed.wait(10)
        connections.close_all()

    thread = threading.Thread(target=writer)
    thread.start()
    assert wrote.wait(10)
    note(told.a1, 91)
    with told.a1.scope():
        assert seal_trail(at=LATER) == 1
        audit.record(actor=told.a1.actor(), action="x", subject_type="x", subject_id=fixed_id(92), at=NOW)
    sealed.set()
    thread.join(10)
    assert seal_and_tell(told.a1.unit_scope, at=LATER) == 2
    assert verified(told, file) == []


def test_two_sealers_at_once_make_one_chain(told, file):
    for number in range(20):
        note(told.a1, 100 + number)
    together, failures = threading.Barrier(4), []

    def sealer():
        try:
            together.wait()
            seal_and_tell(told.a1.unit_scope, at=LATER)
        except BaseException as failure:
            failures.append(failure)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=sealer) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert verified(told, file) == []
    with told.a1.scope():
        assert list(UnitAuditSeal.objects.order_by("number").values_list("number", "entry_count")) == [
            (1, 4), (2, 3), (3, 20),
        ]  # fmt: skip


def test_a_trail_that_cannot_be_sealed_does_not_keep_the_others_waiting(told, superuser):
    note(told.a1, 60)
    note(told.b1, 61)
    superuser.execute(
        sql.SQL("REVOKE INSERT ON runtime_unit_audit_seal FROM {}").format(sql.Identifier(told.a1.unit_scope.role))
    )  # fmt: skip
    with pytest.raises(TrailsUnsealed, match="1 of 5"):
        seal_all(at=LATER, everything=False)
    with told.b1.scope():
        assert UnitAuditSeal.objects.get().entry_count == 1


def test_a_row_that_comes_very_late_is_sealed_by_the_thorough_pass(told):
    with told.a1.scope():
        UnitAuditEntry.objects.create(
            id="01900000-0000-7000-8000-000000000001", at=NOW, actor_key="x", action="x", subject_type="x",
            subject_id=fixed_id(1),
        )  # fmt: skip
    assert seal_and_tell(told.a1.unit_scope, at=LATER) == 0
    assert seal_and_tell(told.a1.unit_scope, at=LATER, everything=True) == 1


def test_a_restored_unit_begins_a_chain_of_its_own_and_the_heads_tell_of_the_former(
    told, file, heads, tmp_path
):
    unit = BusinessUnit.objects.using("owner").get(id=told.a1.id)
    export_unit(unit=unit, folder=tmp_path / "archive", at=NOW)
    note(told.a1, 70)
    seal_and_tell(told.a1.unit_scope, at=LATER)
    restore_in_place(actor=told.a.actor(), unit=unit, folder=tmp_path / "archive", at=LATER)
    assert verified(told, file) == []
    with told.a1.scope():
        assert list(UnitAuditSeal.objects.values_list("number", "entry_count")) == [(1, 7)]
    (finding,) = verified(told, file, heads)
    assert "seal 3, and is not this one" in finding


def test_five_thousand_rows_are_sealed_in_seconds(told, file):
    with told.a1.scope():
        audit.record_many(
            actor=told.a1.actor(), action="test.note.write", subject_type="note", at=NOW,
            changes=[audit.Change(fixed_id(n), f"note {n}", {"n": n}, {"n": n + 1}) for n in range(BATCH)],
        )  # fmt: skip
    began = time.process_time()
    assert seal_and_tell(told.a1.unit_scope, at=LATER) == BATCH
    print(f"{BATCH} rows sealed with {time.process_time() - began:.2f} s of CPU")
    assert verified(told, file) == []
