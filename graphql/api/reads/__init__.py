"""The read path: types over models, declared once, compiled for every operation."""

from api.reads.fields import children, column, computed, loaded, money, reference
from api.reads.roots import connection, node, one, read_back
from api.reads.types import Node, ReadType

__all__ = [
    "Node",
    "ReadType",
    "children",
    "column",
    "computed",
    "connection",
    "loaded",
    "money",
    "node",
    "one",
    "read_back",
    "reference",
]
