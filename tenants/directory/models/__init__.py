"""Tables of the directory."""

from tenants.directory.models.group import Group
from tenants.directory.models.module import ModuleSwitch
from tenants.directory.models.provisioning import ProvisioningJob
from tenants.directory.models.unit import BusinessUnit, Domain

__all__ = ["BusinessUnit", "Domain", "Group", "ModuleSwitch", "ProvisioningJob"]
