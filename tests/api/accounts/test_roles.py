"""Roles of a group's own, the catalogue, and who needs a second factor."""

import pytest

from tenants.accounts.models import CustomRole
from tenants.accounts.permissions import CATALOGUE, ROLES
from tenants.directory.models import Group
from tests.api.accounts.conftest import Member, rows
from tests.factories.people import make_custom_role

ROLE = "customRole { id code name kind permissions version }"
WANTED = {
    "code": "stock_clerk",
    "name": "Stock clerk",
    "kind": "unit",
    "permissions": ["procurement.order.read"],
}


def test_a_role_is_made_listed_given_edited_and_deleted(world, hq):
    made = hq.do("customRoleCreate", ROLE, **WANTED)
    role = made["customRole"]
    assert (made["errors"], role["code"], role["permissions"]) == (
        [],
        "stock_clerk",
        ["procurement.order.read"],
    )
    listed = hq.ask("{ roles { code name kind privileged customRoleId version } }")["data"]["roles"]
    assert listed[-1] == {"code": "stock_clerk", "name": "Stock clerk", "kind": "unit", "privileged": False,
                          "customRoleId": role["id"], "version": 1}  # fmt: skip
    assert [r["code"] for r in listed[:-1]] == [r.code for r in ROLES.values() if r.kind != "operator"]

    clerk = Member("clerk@example.com", world.a1, "stock_clerk")
    prices = "{ viewer { contexts { permissions } } }"
    assert clerk.ask(prices)["data"]["viewer"]["contexts"] == [{"permissions": ["procurement.order.read"]}]
    edited = hq.do("customRoleEdit", ROLE, customRoleId=role["id"], version=1, name="Clerk",
                   permissions=["procurement.order.read", "procurement.price.read"])  # fmt: skip
    assert edited["customRole"]["version"] == 2
    assert (
        clerk.ask("{ members(first: 1) { totalCount } }")["errors"][0]["extensions"]["code"]
        == "UNAUTHENTICATED"
    )
    assert hq.refusal("customRoleDelete", customRoleId=role["id"], version=2) == "ROLE_IN_USE"
    assert hq.do("memberRemove", membershipId=f"Member_{clerk.membership.id}", version=1)["errors"] == []
    assert hq.do("customRoleDelete", customRoleId=role["id"], version=2)["errors"] == []
    assert rows(CustomRole) == []


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"code": "buyer"}, "ROLE_TAKEN"),
        ({"code": "Not a code"}, "INVALID"),
        ({"permissions": ["directory.unit.close"]}, "INVALID"),
        ({"permissions": ["no.such.permission"]}, "INVALID"),
        ({"kind": "nonsense", "permissions": []}, "INVALID"),
        ({"name": " "}, "INVALID"),
    ],
)
def test_what_a_role_may_not_be(world, hq, given, code):
    assert hq.refusal("customRoleCreate", **{**WANTED, **given}) == code
    assert rows(CustomRole) == []


def test_a_role_of_head_office_holds_nothing_its_maker_does_not(world):
    make_custom_role(world.a, "role_maker", "accounts.role.edit", "accounts.role.read", kind="group")
    maker = Member("maker@example.com", world.a, "role_maker")
    given = {**WANTED, "kind": "group"}
    assert (
        maker.refusal("customRoleCreate", **{**given, "permissions": ["directory.unit.close"]})
        == "ROLE_ABOVE_OWN"
    )
    assert maker.do("customRoleCreate", **{**given, "permissions": ["accounts.role.read"]})["errors"] == []


def test_nobody_edits_a_role_they_have(world):
    own = make_custom_role(world.a, "role_maker", "accounts.role.edit", kind="group")
    maker = Member("maker@example.com", world.a, "role_maker")
    refusal = maker.refusal("customRoleEdit", customRoleId=f"CustomRole_{own.id}", version=1, name="Mine",
                            permissions=["accounts.role.edit"])  # fmt: skip
    assert refusal == "OWN_RIGHTS"


def test_a_unit_administrator_reads_roles_but_makes_none(world, hq, admin):
    make_custom_role(world.a, "planner", "directory.unit.read", kind="group")
    codes = [r["code"] for r in admin.ask("{ roles { code } }")["data"]["roles"]]
    assert "unit_admin" in codes
    assert not {"hq_admin", "hq_auditor", "planner"} & set(codes)
    assert "errors" in admin.ask(
        'mutation { customRoleDelete(input: {customRoleId: "x", version: 1}) { errors { code } } }'
    )


def test_roles_of_another_group_are_not_there(world, hq, foreign):
    role = make_custom_role(world.a, "clerk", "procurement.order.read")
    assert "clerk" not in [r["code"] for r in foreign.ask("{ roles { code } }")["data"]["roles"]]
    assert foreign.refusal("customRoleDelete", customRoleId=f"CustomRole_{role.id}", version=1) == "NOT_FOUND"
    assert len(rows(CustomRole)) == 1


def test_the_catalogue_is_listed_in_the_persons_language(world, hq, admin):
    query = "{ permissions { code name kinds privileged keyScope } }"
    all_of_it = hq.ask(query)["data"]["permissions"]
    assert [p["code"] for p in all_of_it] == [
        c for c in sorted(CATALOGUE) if set(CATALOGUE[c].kinds) != {"operator"}
    ]
    assert [p["code"] for p in admin.ask(query)["data"]["permissions"]] == [
        c for c in sorted(CATALOGUE) if not set(CATALOGUE[c].kinds) <= {"group", "operator"}
    ]
    invite = next(p for p in all_of_it if p["code"] == "accounts.invitation.create")
    assert invite == {"code": "accounts.invitation.create", "name": "Invite people", "kinds": ["group", "unit"],
                      "privileged": True, "keyScope": False}  # fmt: skip


def test_demanding_a_second_factor_takes_effect_with_the_next_request(world, hq):
    buyer = Member("buyer@example.com", world.a1, "buyer")
    members = "{ members(first: 1) { totalCount } }"
    assert "errors" not in buyer.ask(members)
    assert hq.do("mfaPolicyEdit", roles=["buyer"], version=1)["errors"] == []
    assert buyer.ask(members)["errors"][0]["extensions"]["code"] == "MFA_REQUIRED"
    assert buyer.client.group("{ viewer { contexts { mfaRequired } } }")["data"]["viewer"]["contexts"] == [
        {"mfaRequired": True}
    ]
    assert hq.refusal("mfaPolicyEdit", roles=[], version=1) == "CONFLICT"
    assert hq.refusal("mfaPolicyEdit", roles=["nonsense"], version=2) == "ROLE_UNKNOWN"
    with world.a.scope():
        assert Group.objects.get().mfa_required_roles == ["buyer"]
    with world.b.scope():
        assert Group.objects.get().mfa_required_roles == []


def test_a_role_of_the_wrong_kind_permits_nothing(world):
    """A membership row with a role of another kind, however it came about, opens the place and no more."""
    person = Member("odd@example.com", world.a1, "hq_admin")
    contexts = person.ask("{ viewer { contexts { permissions } } }")["data"]["viewer"]["contexts"]
    assert contexts == [{"permissions": []}]
