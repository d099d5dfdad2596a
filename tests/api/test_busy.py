"""What others hold for too long is told as such, with a code that says that the same request may be sent again."""

import threading

import psycopg
import pytest
from django.db import OperationalError, connection
from graphql import GraphQLError

from api import answering
from api.documents import Documents
from api.errors import format_error
from api.execution import Outcome
from api.schema import group_schema
from tests.api.client import ApiClient

BUSY = {
    "message": "The service is busy with this. Nothing was done; try again.",
    "extensions": {"code": "RETRY"},
}


@pytest.fixture
def refusing(live_world, postgres):
    """A second connection holds a row, and waiting for it ends at once."""
    name = connection.settings_dict["NAME"]
    with psycopg.connect(postgres.url_for("superuser", name)) as holder, live_world.a.scope():
        holder.execute("SELECT 1 FROM directory_group WHERE id = %s FOR UPDATE", [live_world.a.id])
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '1ms'")
        yield cursor
        connection.set_rollback(True)


def test_a_lock_that_others_hold_is_no_fault_of_ours(refusing, live_world):
    with pytest.raises(OperationalError) as met, connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM directory_group WHERE id = %s FOR SHARE", [live_world.a.id])
    assert format_error(GraphQLError("", original_error=met.value), "en") == BUSY


def test_deadlock_after_deadlock_ends_in_that_answer_too(world, monkeypatch):
    runs = []

    def execute(*_, **__):
        runs.append(1)
        return Outcome(None, [BUSY], roll_back=True, retry=True)

    monkeypatch.setattr(answering, "execute", execute)
    answer = ApiClient().post("/graphql", {"query": "{ __typename }"})
    assert (answer.status_code, answer.json()) == (200, {"data": None, "errors": [BUSY]})
    assert len(runs) == 3


def test_a_document_that_two_threads_read_at_once_takes_its_room_once():
    documents = Documents(group_schema(None), introspection=False)
    read, met = documents.read, threading.Barrier(2)

    def slowly(text):
        met.wait(30)
        return read(text)

    documents.read = slowly
    threads = [threading.Thread(target=documents.get, args=("{ __typename }", {})) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(documents._known), documents._kept_bytes) == (1, len("{ __typename }"))


def test_the_document_not_used_for_longest_makes_room(monkeypatch):
    monkeypatch.setattr("api.documents.MAX_KEPT_BYTES", 40)
    documents = Documents(group_schema(None), introspection=False)
    first, second, third = (f"{{ {name}: __typename }}" for name in "abc")
    for text in (first, second, first, third):
        documents.get(text, {})
    assert list(documents._known) == [first, third]
