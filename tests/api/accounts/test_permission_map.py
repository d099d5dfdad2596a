"""The permission map: every operation is in it, and a declaration outside the catalogue fails at import."""

import ast
import csv
import io
import json

import pytest
from django.core.management import call_command

from api.guarded import guarded
from api.permission_map import operations, permission_map
from api.permissions import UndeclaredPermission
from tenants.accounts.permissions import CATALOGUE, ROLES
from tests.architecture.rules import called, product_sources


def printed(*options):
    out = io.StringIO()
    call_command("permission_map", *options, stdout=out)
    return out.getvalue()


def test_every_operation_declares_what_it_asks_for():
    assert permission_map()["undeclared"] == []
    assert len(operations()) > 50


def test_the_map_is_exported_as_json():
    exported = json.loads(printed())
    by_code = {p["code"]: p for p in exported["permissions"]}
    assert list(by_code) == list(CATALOGUE)
    invite = by_code["accounts.invitation.create"]
    assert invite["roles"] == ["hq_admin", "unit_admin"]
    assert invite["operations"] == ["group.mutation.invitationCreate", "unit.mutation.invitationCreate"]
    assert {r["code"] for r in exported["roles"]} == set(ROLES)
    assert "group.query.viewer" in exported["open"]["public"]
    assert "group.mutation.invitationAccept" in exported["open"]["signed-in"]


def test_the_map_is_exported_as_csv():
    rows = list(csv.reader(io.StringIO(printed("--format=csv"))))
    assert rows[0] == ["role", "permission", "operation"]
    assert ["unit_admin", "accounts.member.remove", "unit.mutation.memberRemove"] in rows
    assert ["buyer", "accounts.member.remove", "unit.mutation.memberRemove"] not in rows


def test_a_permission_outside_the_catalogue_fails_at_import():
    with pytest.raises(UndeclaredPermission):

        @guarded("accounts.nothing.at_all")
        def resolve(root, info):
            return None


def test_the_catalogue_is_in_order_and_its_roles_hold_what_makes_sense_for_them():
    assert list(CATALOGUE) == sorted(CATALOGUE)
    for role in ROLES.values():
        for code in role.permissions:
            assert role.kind in CATALOGUE[code].kinds, (role.code, code)


def test_permissions_that_change_who_may_do_what_are_administrators_alone():
    for code, permission in CATALOGUE.items():
        if permission.privileged:
            holders = {r.code for r in ROLES.values() if code in r.permissions}
            assert holders <= {"hq_admin", "operator_admin", "unit_admin"}, code


def asked_for_in_code() -> dict[str, str]:
    """Every permission that code asks for by name, with one place where it does."""
    found: dict[str, str] = {}
    for source in product_sources():
        if not source.path.startswith(("tenants/", "commerce/", "billing/", "graphql/")):
            continue
        for call, name in called(source):
            if name == "require" or name.endswith((".may", "require_permission")):
                for argument in call.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        found[argument.value] = f"{source.path}:{call.lineno}"
    return found


def test_services_ask_for_permissions_of_the_catalogue_alone():
    found = asked_for_in_code()
    assert len(found) > 20
    assert {code: where for code, where in found.items() if code not in CATALOGUE} == {}
