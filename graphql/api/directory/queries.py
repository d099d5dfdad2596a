"""Root fields of the directory."""

from api.directory.modules import module_change_field, modules_field
from api.directory.types import Group, ProvisioningJob, Unit, UnitArchive
from api.reads import connection, one


class GroupQuery:
    """What HQ reads of its group and units."""

    group = one(Group)
    units = connection(Unit)
    unit = one(Unit)
    provisioning_jobs = connection(ProvisioningJob)
    provisioning_job = one(ProvisioningJob)
    unit_archives = connection(UnitArchive)
    modules = modules_field()
    module_change = module_change_field()


class UnitQuery:
    """What a unit reads of itself."""

    unit = one(Unit)
    modules = modules_field()
