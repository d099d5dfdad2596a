"""Guards of the doors and of the ground are watched: without each of them, the test that watches it fails (R39)."""

from typing import Any
from weakref import WeakKeyDictionary

import psycopg
import pytest
from django.db import connection
from psycopg import sql

from api import documents as kept
from api import doors, errors, rates
from api import limits as measures
from api import mutation as mutations
from tenants.accounts.client_ip import client_ip
from tenants.privacy.services import retention_apply
from tenants.runtime import database_clock, delivery, idempotency
from tests.api import test_doors, test_limits, test_mutations, test_rates
from tests.api.test_doors import auditor  # noqa: F401 fixtures of the tests that are run
from tests.api.test_limits import documents  # noqa: F401
from tests.api.test_rates import document, limits  # noqa: F401
from tests.contexts.accounts import test_authenticate
from tests.contexts.accounts.test_authenticate import wang  # noqa: F401
from tests.contexts.privacy import test_retention
from tests.contexts.privacy.test_retention import old  # noqa: F401
from tests.contexts.procurement import test_states_in_database
from tests.contexts.runtime import test_clock, test_delivery, test_writes
from tests.contexts.runtime.test_delivery import sent  # noqa: F401
from tests.support.mutants import must_fail, mutated

GUARDS: list[tuple[Any, str, str, Any, dict[str, Any]]] = [
    (doors.check, 'request.method != "POST"', "False", test_doors.test_only_post_is_taken, {"method": "put"}),
    (doors.check, 'request.content_type != "application/json"', "False",
     test_doors.test_only_json_is_taken, {"content_type": "text/plain"}),
    (doors.check_sender, 'not request.META.get("HTTP_X_HANSE_CLIENT")', "False",
     test_doors.test_a_page_without_our_header_is_turned_away, {}),
    (doors.check_sender, "not _is_ours(origin, request)", "False",
     test_doors.test_a_foreign_origin_is_turned_away, {"origin": "https://evil.example"}),
    (kept.Documents.read, "self.rules", "specified_rules", test_doors.test_unreadable_and_oversized_bodies_are_refused,
     {"body": b'{"query":"{ __schema { types { name } } }"}', "status": 400, "code": "GRAPHQL_ERROR"}),
    (kept.Documents.read, ", hide_suggestions=True", "", test_doors.test_errors_suggest_nothing, {}),
    (measures.Measured.__init__, "_check(self._measure({}))", "self._measure({})",
     test_limits.test_refusals_name_the_limit, {"name": "aliases", "says": "more than 40 aliases"}),
    (measures.Measured.cost, "known > MAX_COST", "False",
     test_limits.test_refusals_name_the_limit, {"name": "lists in lists", "says": "it costs"}),
    (rates._spend, "given < points", "False", test_rates.test_every_field_of_a_stranger_counts_under_any_alias, {}),
    (errors.internal_error, 'f"Internal error {error_id}."', "str(surprise)",
     test_mutations.test_a_surprise_is_answered_with_an_id_alone, {}),
    (mutations.MutationRoot.__call__, "require(context.actor, self.mutation.permission, field=None)", "pass",
     test_mutations.test_without_the_permission_the_service_is_not_called, {}),
    (client_ip, "path[-hops]", "path[0]",
     test_authenticate.test_only_as_many_proxies_are_believed_as_stand_in_front, {}),
    (idempotency.answer_once, "stored.request_hash != digest", "False",
     test_writes.test_a_key_answers_once_and_refuses_another_body, {}),
    (delivery._claim, "OutboxDelivery.objects.filter(id=delivery.id).exists()", "True",
     test_delivery.test_a_message_delivered_twice_has_one_effect, {}),
    (database_clock.now, "(_elapsed() - then) // 1000", "0",
     test_clock.test_between_two_connections_it_goes_on_by_what_has_passed, {}),
    (retention_apply._remove_batch, ".exclude(_held(day, scope))", "",
     test_retention.test_a_hold_keeps_its_rows_until_it_is_lifted, {}),
]  # fmt: skip


def named(control: Any) -> str:
    """How a control is shown: the function and the test."""
    return f"{control[0].__qualname__}-{control[3].__name__}"


@pytest.mark.parametrize("control", GUARDS, ids=named)
def test_a_guard_taken_away_is_noticed(
    control: Any, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    function, guard, instead, test, given = control
    monkeypatch.setattr(kept, "_by_schema", WeakKeyDictionary())  # what a mutant lets in is kept by nobody
    with mutated(function, guard, instead):
        must_fail(test, request, **given)


def test_the_trigger_is_what_refuses_an_orders_illegal_move(live_world: Any, postgres: Any) -> None:
    name, schema = connection.settings_dict["NAME"], live_world.a1.schema_name
    with psycopg.connect(postgres.url_for("superuser", name), autocommit=True) as superuser:
        superuser.execute(
            sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(sql.Identifier(schema, "procurement_order"))
        )
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        test_states_in_database.test_every_illegal_move_of_an_order_is_refused_by_the_database(live_world)
