"""What approvals put into a new unit."""

from datetime import datetime

from commerce.approvals.services.flow_install_defaults import flow_install_defaults
from tenants.directory.provisioning.hooks import NewUnit, on_provision
from tenants.kernel.actor import system_actor


@on_provision("approvals.default_flow")
def default_flow(*, unit: NewUnit, at: datetime) -> None:
    """This will publish a sensible flow for each type of document, which the unit may then change."""
    actor = system_actor(group_id=unit.group_id, unit_id=unit.id, name="Hanse")
    flow_install_defaults(actor=actor, currency=unit.currency, at=at)
