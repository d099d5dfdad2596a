"""What can be done with people and access."""

import graphene
from graphene import Int, String

from api.accounts.alert_mutations import ALERTS
from api.accounts.types import ApiKey, CustomRole, Invitation, Member
from api.inputs import id_of, list_of
from api.mutation import Mutation
from api.permissions import SIGNED_IN
from api.reads import read_back
from api.scalars import JSON, DateTime
from tenants.accounts.services.api_keys import api_key_create, api_key_revoke
from tenants.accounts.services.invitations import invitation_accept, invitation_create, invitation_revoke
from tenants.accounts.services.members import member_change_role, member_remove
from tenants.accounts.services.mfa_policy import mfa_policy_edit
from tenants.accounts.services.persons import person_edit
from tenants.accounts.services.roles import custom_role_create, custom_role_delete, custom_role_edit
from tenants.accounts.services.saved_views import saved_view_delete, saved_view_save


def _version(of: str) -> object:
    return Int(required=True, description=f"The version of the {of} that was read.")


def _permissions() -> object:
    return list_of(String, required=True, description="The codes of the permissions.")


class InvitationCreate(Mutation):
    """Invites an e-mail address into the group or a unit with a role; the mail holds a link for 7 days."""

    permission = "accounts.invitation.create"
    service = invitation_create
    creates = True

    class Input:
        email = String(required=True, description="The address; it alone may accept.")
        kind = String(required=True, description="group, unit, supplier or distributor.")
        role = String(required=True, description="The code of the role.")
        unit_id = id_of("Unit", description="The unit; at a unit's own door it may be left out.")
        supplier_org_id = id_of("Supplier", description="The supplier a contact is to work for.")
        distributor_id = id_of("Distributor", description="The distributor a contact is to work for.")
        locale = String(description="The language of the mail, zh-CN or en; the caller's when left out.")

    class Payload:
        invitation = read_back(Invitation)


class InvitationRevoke(Mutation):
    """Withdraws an open invitation."""

    permission = "accounts.invitation.revoke"
    service = invitation_revoke

    class Input:
        invitation_id = id_of("Invitation", required=True, description="The invitation.")

    class Payload:
        invitation = read_back(Invitation)


class InvitationAccept(Mutation):
    """Makes the person logged in a member, as the invitation says; reload the viewer afterwards."""

    permission = SIGNED_IN
    service = invitation_accept

    class Input:
        token = String(required=True, description="The last part of the link in the mail.")


class MemberChangeRole(Mutation):
    """Gives a member another role; the person's sessions end."""

    permission = "accounts.member.change_role"
    service = member_change_role

    class Input:
        membership_id = id_of("Member", required=True, description="The membership.")
        role = String(required=True, description="The code of the new role.")
        version = _version("membership")

    class Payload:
        member = read_back(Member)


class MemberRemove(Mutation):
    """Ends a membership: sessions, keys and open invitations of the person there end with it."""

    permission = "accounts.member.remove"
    service = member_remove

    class Input:
        membership_id = id_of("Member", required=True, description="The membership.")
        version = _version("membership")


class CustomRoleCreate(Mutation):
    """Makes a role out of the catalogue."""

    permission = "accounts.role.edit"
    service = custom_role_create
    creates = True

    class Input:
        code = String(required=True, description="Small letters, digits and underscores; it stays as it is.")
        name = String(required=True, description="The name people see.")
        kind = String(required=True, description="group, unit, supplier or distributor.")
        permissions = _permissions()

    class Payload:
        custom_role = read_back(CustomRole)


class CustomRoleEdit(Mutation):
    """Changes a role's name and permissions."""

    permission = "accounts.role.edit"
    service = custom_role_edit

    class Input:
        custom_role_id = id_of("CustomRole", required=True, description="The role.")
        version = _version("role")
        name = String(required=True, description="The name people see.")
        permissions = _permissions()

    class Payload:
        custom_role = read_back(CustomRole)


class CustomRoleDelete(Mutation):
    """Deletes a role nobody has."""

    permission = "accounts.role.edit"
    service = custom_role_delete

    class Input:
        custom_role_id = id_of("CustomRole", required=True, description="The role.")
        version = _version("role")


class ApiKeyCreate(Mutation):
    """Makes an API key for the group or the unit; its secret is answered this once."""

    permission = "accounts.api_key.create"
    service = api_key_create
    creates = True
    secret = True

    class Input:
        name = String(required=True, description="What it is for.")
        permissions = list_of(String, required=True, description="Its scopes: permissions the caller holds.")
        expires_at = DateTime(required=True, description="When it ends, within 366 days.")

    class Payload:
        api_key = read_back(ApiKey)
        secret = graphene.String(description="The secret; it is not kept and cannot be shown again.")


class ApiKeyRevoke(Mutation):
    """Ends an API key at once."""

    permission = "accounts.api_key.revoke"
    service = api_key_revoke

    class Input:
        api_key_id = id_of("ApiKey", required=True, description="The key.")

    class Payload:
        api_key = read_back(ApiKey)


class MfaPolicyEdit(Mutation):
    """Sets the roles whose holders need a second factor, from their next request on."""

    permission = "accounts.mfa_policy.edit"
    service = mfa_policy_edit

    class Input:
        roles = list_of(String, required=True, description="The codes of the roles.")
        version = _version("group")


class PersonEdit(Mutation):
    """Changes the name and language of the person logged in."""

    permission = SIGNED_IN
    service = person_edit

    class Input:
        display_name = String(required=True, description="The name.")
        locale = String(required=True, description="zh-CN or en.")


class SavedViewSave(Mutation):
    """Keeps a view of a list under a name, replacing the one of that name."""

    permission = SIGNED_IN
    service = saved_view_save

    class Input:
        screen = String(required=True, description="The screen.")
        name = String(required=True, description="The name of the view.")
        state = JSON(required=True, description="What the screen wants to find again.")
        context = String(description="Where it belongs, e.g. a unit; everywhere when left out.")
        version = Int(description="The version that was read, when one is replaced.")


class SavedViewDelete(Mutation):
    """Deletes one of the person's own views."""

    permission = SIGNED_IN
    service = saved_view_delete

    class Input:
        saved_view_id = id_of("SavedView", required=True, description="The view.")


_MEMBERS = [InvitationCreate, InvitationRevoke, MemberChangeRole, MemberRemove, ApiKeyCreate, ApiKeyRevoke]
_OWN = [SavedViewSave, SavedViewDelete, *ALERTS]

GROUP = [
    *_MEMBERS,
    InvitationAccept,
    CustomRoleCreate,
    CustomRoleEdit,
    CustomRoleDelete,
    MfaPolicyEdit,
    PersonEdit,
    *_OWN,
]
UNIT = [*_MEMBERS, *_OWN]
