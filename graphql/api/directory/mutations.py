"""What can be done with the group and its units."""

from graphene import Int, String

from api.directory.types import Group, ProvisioningJob, Unit, UnitArchive
from api.inputs import id_of, list_of
from api.mutation import Mutation
from api.permissions import SIGNED_IN
from api.reads import read_back
from tenants.accounts.services.group_create import group_create
from tenants.accounts.services.workspace_open import workspace_open
from tenants.directory.services.group_edit import group_edit
from tenants.directory.services.module_disable import module_disable
from tenants.directory.services.module_enable import module_enable
from tenants.directory.services.unit_close import unit_close
from tenants.directory.services.unit_create import unit_create
from tenants.directory.services.unit_edit import unit_edit
from tenants.directory.services.unit_purge import unit_purge
from tenants.directory.services.unit_resume import unit_resume
from tenants.directory.services.unit_suspend import unit_suspend


def _unit() -> object:
    return id_of("Unit", required=True, description="The unit.")


def _reason() -> object:
    return String(required=True, description="Why; it is kept in the audit trail.")


class GroupCreate(Mutation):
    """Opens a group for the person logged in, who becomes its HQ administrator."""

    permission = SIGNED_IN
    service = group_create
    creates = True

    class Input:
        name = String(required=True, description="Its name.")
        currency = String(description="The currency its figures are summed in, ISO 4217; CNY when left out.")
        locale = String(description="zh-CN or en; zh-CN when left out.")

    class Payload:
        group_id = String(description="Its id, as the header X-Hanse-Group takes it.")


class WorkspaceOpen(Mutation):
    """Opens a group in an edition and orders its first unit, all or nothing, for the person logged in."""

    permission = SIGNED_IN
    service = workspace_open
    creates = True

    class Input:
        group_name = String(required=True, description="The name of the group.")
        unit_name = String(required=True, description="The name of its first unit.")
        slug = String(required=True, description="The unit's name in addresses.")
        country = String(required=True, description="Where the unit is, ISO 3166.")
        currency = String(required=True, description="The currency of its books and of the group's sums.")
        time_zone = String(required=True, description="The time zone of its days, e.g. Asia/Shanghai.")
        edition = String(description="base or procurement; base when left out.")
        locale = String(description="zh-CN or en; zh-CN when left out.")

    class Payload:
        group_id = String(description="The group's id, as the header X-Hanse-Group takes it.")


class GroupEdit(Mutation):
    """Changes the group's name, currency or language; what is left out stays."""

    permission = "directory.group.edit"
    service = group_edit

    class Input:
        version = Int(required=True, description="The version of the group that was read.")
        name = String(description="Its name.")
        currency = String(description="The currency its figures are summed in, ISO 4217.")
        locale = String(description="zh-CN or en.")

    class Payload:
        group = read_back(Group)


class UnitCreate(Mutation):
    """Orders a new unit; the job shows how far it is, and the unit opens at its end."""

    permission = "directory.unit.create"
    service = unit_create
    creates = True

    class Input:
        slug = String(
            required=True, description="Its name in addresses: 2 to 48 letters a–z, digits, hyphens."
        )
        name = String(required=True, description="Its name, once in the group.")
        country = String(required=True, description="Where it is, ISO 3166.")
        currency = String(required=True, description="The currency of its books, ISO 4217; it stays.")
        time_zone = String(required=True, description="The time zone of its days, e.g. Asia/Shanghai.")
        region = String(description="The part of the country, as the group calls it.")
        first_admin_email = String(
            description="A member of the group who becomes its administrator; the caller when left out."
        )

    class Payload:
        provisioning_job = read_back(ProvisioningJob)


class UnitEdit(Mutation):
    """Changes what people see of a unit; what is left out stays."""

    permission = "directory.unit.edit"
    service = unit_edit

    class Input:
        unit_id = _unit()
        version = Int(required=True, description="The version of the unit that was read.")
        name = String(description="Its name, once in the group.")
        country = String(description="Where it is, ISO 3166.")
        region = String(description="The part of the country, as the group calls it.")
        time_zone = String(description="The time zone of its days.")

    class Payload:
        unit = read_back(Unit)


class UnitSuspend(Mutation):
    """Shuts a unit's doors: nobody gets in and nothing runs until it is resumed."""

    permission = "directory.unit.suspend"
    service = unit_suspend

    class Input:
        unit_id = _unit()
        reason = _reason()

    class Payload:
        unit = read_back(Unit)


class UnitResume(Mutation):
    """Opens a suspended unit again."""

    permission = "directory.unit.resume"
    service = unit_resume

    class Input:
        unit_id = _unit()

    class Payload:
        unit = read_back(Unit)


class UnitClose(Mutation):
    """Closes a unit for good, after a full export of it."""

    permission = "directory.unit.close"
    service = unit_close

    class Input:
        unit_id = _unit()
        reason = _reason()

    class Payload:
        unit_archive = read_back(UnitArchive)


class UnitPurge(Mutation):
    """Deletes all data of a closed unit; its archive stays."""

    permission = "directory.unit.purge"
    service = unit_purge

    class Input:
        unit_id = _unit()
        confirm_slug = String(required=True, description="The unit's name in addresses, typed to confirm.")


def _module() -> object:
    return String(required=True, description="The code of the module.")


def _place() -> object:
    return id_of("Unit", description="The unit; by default in the group when left out.")


class ModuleEnable(Mutation):
    """Switches a module on, in a unit or by default in the group; it exists from the next request on."""

    permission = "directory.module.enable"
    service = module_enable

    class Input:
        module = _module()
        unit_id = _place()
        also = list_of(String, description="The modules it needs that are off; they are switched along.")


class ModuleDisable(Mutation):
    """Switches a module off, in a unit or by default in the group; its data stays."""

    permission = "directory.module.disable"
    service = module_disable

    class Input:
        module = _module()
        unit_id = _place()
        also = list_of(String, description="The modules that need it; they are switched along.")


GROUP = [
    GroupCreate,
    WorkspaceOpen,
    GroupEdit,
    UnitCreate,
    UnitEdit,
    UnitSuspend,
    UnitResume,
    UnitClose,
    UnitPurge,
    ModuleEnable,
    ModuleDisable,
]
UNIT: list[type[Mutation]] = []
