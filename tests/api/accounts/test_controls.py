"""Each guard of people and access is watched: without it, the test that watches it fails (R39)."""

from typing import Any

import pytest

from tenants.accounts import authenticate as door
from tenants.accounts import rights
from tenants.accounts.login import adapter, hooks
from tenants.accounts.queries import actor as statements
from tenants.accounts.queries import visible
from tenants.accounts.services import api_keys, grants, invitations, members, roles, saved_views, scopes
from tests.api.accounts import test_api_keys, test_invitations, test_members, test_persons, test_roles
from tests.contexts.accounts import test_authenticate, test_login, test_second_factor
from tests.contexts.accounts.test_authenticate import wang  # noqa: F401 a fixture of the tests that are run
from tests.support.mutants import must_fail, mutated

AUTHENTICATE: list[tuple[Any, str, str, Any, dict[str, Any]]] = [
    (door._living, "first.alive and ", "", test_authenticate.test_a_grown_epoch_ends_sessions_at_once, {}),
    (door._living, "first.is_active and ", "",
     test_authenticate.test_a_deactivated_person_is_out_at_once, {}),
    (door._living, " and first.expires_at > now", "", test_authenticate.test_an_idle_session_ends, {}),
    (door.authenticate, 'first.unit_status != "active"', "False",
     test_authenticate.test_a_unit_that_is_not_active_does_not_exist, {"status": "suspended"}),
    (door.authenticate, 'first.group_status != "active"', "False",
     test_authenticate.test_a_suspended_group_does_not_exist, {}),
    (door.authenticate, "elif not first.second_factor and", "elif False and",
     test_authenticate.test_a_role_that_needs_a_second_factor_is_refused_without_it, {}),
    (door.needs_second_factor, "rights.privileged and settings.PRIVILEGED_ROLES_NEED_MFA", "False",
     test_authenticate.test_privileged_roles_need_a_second_factor_where_the_platform_says_so, {}),
    (door._memberships_acted_for, "len({_partner(row) for row in rows}) > 1", "False",
     test_authenticate.test_a_contact_of_two_suppliers_chooses_one, {}),
    (rights.role_permissions, "if shipped.kind == kind", "if True",
     test_roles.test_a_role_of_the_wrong_kind_permits_nothing, {}),
    (rights.allowed_in, "and kind in CATALOGUE[c].kinds", "",
     test_authenticate.test_roles_of_one_unit_add_up_and_custom_roles_count, {}),
]  # fmt: skip

SERVICES: list[tuple[Any, str, str, Any, dict[str, Any]]] = [
    (scopes.place_for, "kind == \"group\" or unit_id != actor.unit_id", "False",
     test_invitations.test_a_unit_administrator_invites_into_the_own_unit_alone, {}),
    (grants.require_role_within, "kind == own_kind and not permissions <= actor.permissions", "False",
     test_invitations.test_nobody_gives_more_than_they_have, {}),
    (invitations.invitation_accept, "invitation.email != person.email.lower()", "False",
     test_invitations.test_an_invitation_is_for_its_address_alone, {}),
    (invitations._open_place, "or invitation.revoked_at ", "",
     test_invitations.test_an_old_or_withdrawn_invitation_is_closed, {}),
    (invitations._open_place, " or invitation.expires_at <= at", "",
     test_invitations.test_an_old_or_withdrawn_invitation_is_closed, {}),
    (invitations._open_place, 'place.status == "active"', "True",
     test_invitations.test_an_invitation_into_a_closed_unit_is_closed, {}),
    (invitations.invitation_create, "address == actor.email.lower()", "False",
     test_invitations.test_what_makes_no_sense_is_refused_and_nothing_is_sent,
     {"given": {"email": "bo@example.com"}, "code": "OWN_RIGHTS"}),
    (members._member, "member.person_id == actor.person_id", "False",
     test_members.test_nobody_changes_or_removes_themselves, {}),
    (members._member, "member.version != version", "False",
     test_members.test_an_old_version_is_refused, {}),
    (grants.require_another_admin, "not others.exists()", "False",
     test_members.test_the_last_administrators_stay, {}),
    (members.member_change_role, "        _require_not_above(actor, member)\n", "",
     test_members.test_a_second_role_does_not_open_the_way_to_raise_the_first, {}),
    (members._end, "end_sessions_of([member.person_id], actor=actor, at=at)", "pass",
     test_members.test_a_changed_role_takes_effect_and_ends_sessions, {}),
    (visible.members_visible_to, "if actor.unit_id is not None else rows", "if False else rows",
     test_members.test_a_unit_administrator_changes_own_people_alone, {}),
    (visible.invitations_visible_to, "if actor.unit_id is not None else rows", "if False else rows",
     test_invitations.test_a_unit_sees_and_withdraws_its_own_invitations_alone, {}),
    (api_keys._scopes, "code not in actor.permissions or ", "",
     test_api_keys.test_what_a_key_may_not_be,
     {"permissions": ["directory.unit.close"], "given": {}, "code": "SCOPE_ABOVE_OWN"}),
    (api_keys.api_key_create, "    require_recent_proof(actor, at=at)\n", "",
     test_api_keys.test_a_key_is_made_only_by_who_has_just_proved_who_they_are, {}),
    (roles._require_not_above, "_holders(role).filter(person_id=actor.person_id).exists()", "False",
     test_roles.test_nobody_edits_a_role_they_have, {}),
    (roles._checked, 'kind == "group" and not allowed <= actor.permissions', "False",
     test_roles.test_a_role_of_head_office_holds_nothing_its_maker_does_not, {}),
    (saved_views.saved_view_delete, "person_id=_person(actor), ", "",
     test_persons.test_views_are_kept_replaced_and_deleted, {}),
]  # fmt: skip

LOGIN: list[tuple[Any, str, str, Any, dict[str, Any]]] = [
    (adapter.AccountAdapter.set_password, "end_sessions(self.request, user)", "pass",
     test_login.test_a_new_password_is_a_new_epoch, {}),
    (hooks._factor_added, "_keep_only_this_session(request, user)", "pass",
     test_second_factor.test_switching_a_factor_on_proves_it_here_and_ends_other_sessions, {}),
    (hooks._factor_removed, "if not Authenticator", "if False and not Authenticator",
     test_second_factor.test_switching_the_last_factor_off_unproves_it, {}),
]  # fmt: skip


def named(control: Any) -> str:
    """How a control is shown: the function and the test."""
    return f"{control[0].__name__}-{control[3].__name__}"


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Any:
    """Computed rights are forgotten before and after, so that no mutant's are kept."""
    for cached in (rights.rights_of, rights.rights_of_key):
        cached.cache_clear()
    yield
    for cached in (rights.rights_of, rights.rights_of_key):
        cached.cache_clear()


@pytest.mark.parametrize("control", AUTHENTICATE + SERVICES, ids=named)
def test_a_missing_guard_is_noticed(control: Any, request: pytest.FixtureRequest) -> None:
    function, guard, instead, test, given = control
    with mutated(function, guard, instead):
        must_fail(test, request, **given)


@pytest.mark.parametrize("control", LOGIN, ids=named)
def test_a_missing_guard_of_log_in_is_noticed(
    control: Any, request: pytest.FixtureRequest, browser: Any
) -> None:
    function, guard, instead, test, given = control
    with mutated(function, guard, instead):
        must_fail(test, request, **given)


@pytest.mark.parametrize(
    ("name", "condition", "test"),
    [
        ("SESSION_ON_UNIT", " AND m.unit_id = u.id",
         test_authenticate.test_a_member_of_one_unit_has_no_rights_in_its_sister),
        ("KEY_ON_UNIT", " AND k.unit_id = u.id",
         test_authenticate.test_a_key_of_one_unit_is_nothing_in_another_where_its_maker_is_too),
        ("KEY_ON_GROUP", " AND k.group_id = g.id",
         test_authenticate.test_a_key_of_one_group_is_nothing_in_another_where_its_maker_is_too),
        ("SESSION_ON_UNIT", "r.group_id = m.group_id AND ",
         test_authenticate.test_a_custom_role_of_another_group_means_nothing),
    ],
)  # fmt: skip
def test_a_missing_condition_of_the_look_up_is_noticed(
    name: str, condition: str, test: Any, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = getattr(statements, name)
    assert text.count(condition) == 1
    monkeypatch.setattr(statements, name, text.replace(condition, ""))
    must_fail(test, request)
