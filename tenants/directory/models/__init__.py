"""Tables of the directory."""

from tenants.directory.models.archive import UnitArchive
from tenants.directory.models.group import Group
from tenants.directory.models.module import ModuleSwitch
from tenants.directory.models.provisioning import ProvisioningJob
from tenants.directory.models.spare_schema import SpareSchema
from tenants.directory.models.unit import BusinessUnit, Domain
from tenants.directory.models.unit_schema import UnitSchema

__all__ = [
    "BusinessUnit",
    "Domain",
    "Group",
    "ModuleSwitch",
    "ProvisioningJob",
    "SpareSchema",
    "UnitArchive",
    "UnitSchema",
]
