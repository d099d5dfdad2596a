"""Root fields of analytics."""

from api.analytics.approvals import approval_times_field
from api.analytics.cycles import cycles_field
from api.analytics.deliveries import deliveries_field
from api.analytics.spend import spend_field


class GroupQuery:
    """What headquarters read of their units' buying."""

    spend = spend_field()
    deliveries = deliveries_field()
    cycle_times = cycles_field()
    approval_times = approval_times_field()


class UnitQuery:
    """What a unit reads of its own buying."""

    spend = spend_field()
    deliveries = deliveries_field()
    cycle_times = cycles_field()
    approval_times = approval_times_field()
