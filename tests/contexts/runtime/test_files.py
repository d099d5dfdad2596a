"""Stored files are ciphertext, stay in their unit, and are handed out to the person they were linked for."""

import pytest
from django.db import connection
from django.test import RequestFactory

from infra.config import downloads
from tenants.accounts.authenticate import ActorAndScope
from tenants.kernel.errors import NotFound
from tenants.runtime import files
from tenants.runtime.models import DataKey, GroupFile
from tenants.runtime.scope import PLATFORM, unit_of_work
from tenants.runtime.unit.models import UnitAuditEntry, UnitFile
from tests.support.world import NOW

CANARY = b"IBAN CN00 1234 canary"


def put(unit, **changes):
    fields = {"name": "a.txt", "content_type": "text/plain", "data": CANARY, "purpose": "test"} | changes
    return files.put(actor=unit.actor(), **fields)


def test_a_file_is_read_back_and_its_reading_is_written_down(world):
    with world.a1.scope():
        file_id = put(world.a1)
        opened = files.open_file(file_id=file_id, actor=world.a1.actor(), purpose="why", at=NOW)
        assert (opened.name, opened.data) == ("a.txt", CANARY)
        entry = UnitAuditEntry.objects.get()
        assert (entry.action, entry.subject_id, entry.reason) == ("runtime.file.read", file_id, "why")


def test_the_database_holds_ciphertext_alone(world):
    with world.a1.scope(), connection.cursor() as cursor:
        put(world.a1)
        cursor.execute("SELECT content FROM runtime_unit_file")
        stored = bytes(cursor.fetchone()[0])
        cursor.execute("SELECT wrapped FROM runtime_data_key")
        key = bytes(cursor.fetchone()[0])
    assert CANARY not in stored
    assert len(stored) == files.NONCE_BYTES + len(CANARY) + 16
    assert len(key) == files.NONCE_BYTES + 32 + 16


def test_no_other_unit_or_group_finds_file_or_key(world):
    with world.a1.scope():
        file_id = put(world.a1)
    for other in (world.a2, world.b1):
        with other.scope():
            assert (UnitFile.objects.count(), DataKey.objects.count()) == (0, 0)
            with pytest.raises(NotFound):
                files.open_file(file_id=file_id, actor=other.actor(), purpose="x", at=NOW)


def test_a_groups_file_stays_in_the_group(world):
    with world.a.scope():
        file_id = put(world.a)
        assert files.read(file_id=file_id) == CANARY
    with world.b.scope():
        assert GroupFile.objects.count() == 0
    with world.a1.scope(), pytest.raises(NotFound):
        files.read(file_id=file_id)


def test_too_large_a_file_is_refused_and_nothing_is_stored(world):
    with world.a1.scope():
        with pytest.raises(files.FileTooLarge) as refusal:
            put(world.a1, data=b"0" * (files.MAX_BYTES + 1))
        assert (refusal.value.code, refusal.value.field) == ("FILE_TOO_LARGE", "file")
        assert (UnitFile.objects.count(), DataKey.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\x\\订单 1.pdf", "订单 1.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf"),
        ("\u202efdp.exe", "fdp.exe"),
        ("...", "file"),
    ],
)
def test_names_are_reduced_to_what_is_safe(given, kept):
    assert files.safe_name(given) == kept


def test_a_new_platform_key_is_taken_into_use_and_the_old_one_may_go(world, settings):
    with world.a1.scope():
        file_id = put(world.a1)
    settings.FILE_KEYS = ["new" * 20, settings.SECRET_KEY]
    with unit_of_work(PLATFORM):
        assert (files.rewrap_keys(), files.rewrap_keys()) == (1, 0)
    settings.FILE_KEYS = ["new" * 20]
    with world.a1.scope():
        assert files.read(file_id=file_id) == CANARY


def test_deleting_the_data_key_shreds_the_file(world):
    with world.a1.scope():
        file_id = put(world.a1)
    with unit_of_work(PLATFORM):
        DataKey.objects.filter(unit_id=world.a1.id).delete()
    with world.a1.scope(), pytest.raises(NotFound):
        files.read(file_id=file_id)


def ask(monkeypatch, world, token, actor):
    """Asks at the door as the given actor, whose login is taken for granted here."""
    found = ActorAndScope(actor, world.a1.unit_scope)
    monkeypatch.setattr(downloads, "authenticate", lambda request, **place: found)
    return downloads.download(RequestFactory().get(f"/files/{token}"), token=token)


def test_a_link_serves_its_own_person_as_an_attachment(world, monkeypatch):
    with world.a1.scope():
        token = files.link(file_id=put(world.a1), actor=world.a1.actor()).removeprefix("/files/")
    answer = ask(monkeypatch, world, token, world.a1.actor())
    assert (answer.status_code, answer.content) == (200, CANARY)
    assert answer["Content-Disposition"] == 'attachment; filename="a.txt"'
    assert answer["Content-Security-Policy"].startswith("sandbox")


def test_a_link_is_worth_nothing_to_anybody_else_nor_when_forged_or_old(world, monkeypatch):
    with world.a1.scope():
        token = files.link(file_id=put(world.a1), actor=world.a1.actor()).removeprefix("/files/")
    assert ask(monkeypatch, world, token, world.a1.actor(person=2)).status_code == 404
    assert ask(monkeypatch, world, token[:-2] + "xx", world.a1.actor()).status_code == 404
    monkeypatch.setattr(files, "LINK_SECONDS", -1)
    assert ask(monkeypatch, world, token, world.a1.actor()).status_code == 404
    with world.a1.scope():
        assert UnitAuditEntry.objects.count() == 0
