"""Tables of departure."""

from tenants.departure.models.closure import Closure
from tenants.departure.models.export import GroupExport

__all__ = ["Closure", "GroupExport"]
