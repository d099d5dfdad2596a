"""API clients of seeded groups: a key of each group and unit that may do what its administrator's keys may."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from infra.demo.places import DemoGroup
from tenants.accounts.queries.visible import api_keys_visible_to
from tenants.accounts.rights import may_be_a_scope
from tenants.accounts.services.api_keys import api_key_create, api_key_revoke
from tenants.runtime.scope import group_scope, unit_of_work

NAME = "Seeded client"
GOOD_FOR = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class ApiClient:
    """A key with its place: a unit's short name, or empty for the group."""

    place: str
    secret: str


def make_key(group: DemoGroup, *, at: datetime, unit: str = "") -> ApiClient:
    """This will make the key of a group or unit; one made before is revoked, for only its hash was kept."""
    actor = group.actor("unit_admin" if unit else "hq_admin", at=at, unit=unit)
    scope = group.units[unit].scope if unit else group_scope(group.group_id)
    scopes = sorted(code for code in actor.permissions if may_be_a_scope(code))
    with unit_of_work(scope):
        for former in api_keys_visible_to(actor).filter(name=NAME, unit_id=actor.unit_id, revoked_at=None):
            api_key_revoke(actor=actor, at=at, api_key_id=former.id)
        made = api_key_create(actor=actor, at=at, name=NAME, permissions=scopes, expires_at=at + GOOD_FOR)
    return ApiClient(unit, made["secret"])
