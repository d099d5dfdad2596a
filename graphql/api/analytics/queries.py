"""Root fields of analytics."""

from api.analytics.spend import spend_field


class GroupQuery:
    """What headquarters read of their units' spend."""

    spend = spend_field()


class UnitQuery:
    """What a unit reads of its own spend."""

    spend = spend_field()
