"""Root fields of leaving."""

from api.departure.types import GroupClosure, GroupExport
from api.reads import connection, one


class GroupQuery:
    """What HQ reads of exports and closures."""

    group_exports = connection(GroupExport)
    group_export = one(GroupExport)
    group_closures = connection(GroupClosure)
