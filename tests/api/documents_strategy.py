"""Random operations over a schema, for the equality test: every kind of selection a client can write."""

from __future__ import annotations

from typing import Any

from graphql import (
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_composite_type,
)
from hypothesis import strategies as st

MAX_LEVELS = 4
KNOWN_STATUS = ["DRAFT", "ACTIVE", "RETIRED"]


class Writer:
    """Draws the text and variables of one operation."""

    def __init__(self, draw: Any, schema: GraphQLSchema, ids: dict[str, list[str]]) -> None:
        self.draw = draw
        self.schema = schema
        self.ids = ids
        self.fragments: list[str] = []
        self.variables: dict[str, tuple[str, Any]] = {}
        self.aliases = 0
        self.fields = 0

    def operation(self) -> tuple[str, dict[str, Any]]:
        """This will draw an operation."""
        roots = " ".join(self._root() for _ in range(self.draw(st.integers(1, 2))))
        head = ", ".join(f"${name}: {type_}" for name, (type_, _) in self.variables.items())
        text = f"query{f' ({head})' if head else ''} {{ {roots} }} " + " ".join(self.fragments)
        return text, {name: value for name, (_, value) in self.variables.items()}

    def _root(self) -> str:
        kind = self.draw(st.sampled_from(["products", "products", "variants", "stocks", "product", "node"]))
        self.aliases += 1
        alias = f"a{self.aliases}: "
        if kind == "product":
            return f'{alias}product(id: "{self._gid("ShopProduct")}") {self._selection("ShopProduct", 1)}'
        if kind == "node":
            name = self.draw(st.sampled_from(["ShopProduct", "ShopVariant", "ShopPrice", "ShopStock"]))
            return f'{alias}node(id: "{self._gid(name)}") {self._node_selection(name)}'
        type_ = {"products": "ShopProduct", "variants": "ShopVariant", "stocks": "ShopStock"}[kind]
        return f"{alias}{kind}{self._list_arguments(kind)} {self._page(type_)}"

    def _gid(self, type_: str) -> str:
        return self.draw(
            st.sampled_from([*self.ids[type_][:8], f"{type_}_00000000-0000-4000-8000-000000000000"])
        )

    def _node_selection(self, name: str) -> str:
        other = self.draw(st.sampled_from(["ShopProduct", "ShopStock"]))
        return f"{{ __typename id ... on {name} {self._selection(name, 1)} ... on {other} {{ other: id }} }}"

    def _list_arguments(self, kind: str) -> str:
        parts = [f"first: {self._maybe_variable('Int', self.draw(st.integers(1, 12)))}"]
        if kind == "products":
            parts += self._filters()
            orders = [
                "CODE",
                "NAME",
                "RANK",
                "TOTAL_AMOUNT",
                "CREATED_AT",
                "SOLD_AT",
                "DUE_DATE",
                "WEIGHT",
                "ACTIVE",
            ]
            if self.draw(st.booleans()):
                direction = self.draw(st.sampled_from(["ASC", "DESC"]))
                parts.append(f"orderBy: {self.draw(st.sampled_from(orders))}_{direction}")
            if self.draw(st.integers(0, 3)) == 0:
                words = self.draw(
                    st.sampled_from(["pump", "P-0000", "阀门", "50%_", "zzz", "pump 1", "\\\\"])
                )
                parts.append(f'search: "{words}"')
        return f"({', '.join(parts)})"

    def _filters(self) -> list[str]:
        choices = [
            "status: {eq: ACTIVE}",
            "status: {in: [DRAFT, RETIRED]}",
            "status: {in: []}",
            'code: {contains: "p-0000"}',
            'code: {eq: "P-00003"}',
            "rank: {gte: 2}",
            "rank: {isNull: true}",
            "active: {eq: false}",
            'weight: {gte: "10.5"}',
            "weight: {isNull: false}",
            'totalAmount: {gte: "100", lte: "90000.5"}',
            'createdAt: {gte: "2026-01-01T12:00:00Z"}',
            'createdAt: {lt: "2026-01-01T20:00:00+08:00"}',
            'dueDate: {lte: "2026-02-15"}',
            f'parentId: {{eq: "{self._gid("ShopProduct")}"}}',
            f'parentId: {{in: ["{self._gid("ShopProduct")}", "{self._gid("ShopProduct")}"]}}',
        ]
        chosen = self.draw(
            st.lists(st.sampled_from(choices), max_size=2, unique_by=lambda c: c.split(":")[0])
        )
        return [f"filter: {{{', '.join(chosen)}}}"] if chosen else []

    def _maybe_variable(self, type_: str, value: Any) -> str:
        if self.draw(st.booleans()):
            return str(value).lower() if isinstance(value, bool) else str(value)
        name = f"v{len(self.variables)}"
        self.variables[name] = (type_, value)
        return f"${name}"

    def _directive(self) -> str:
        if self.draw(st.integers(0, 5)):
            return ""
        word = self.draw(st.sampled_from(["include", "skip"]))
        return f" @{word}(if: {self._maybe_variable('Boolean!', self.draw(st.booleans()))})"

    def _page(self, type_: str) -> str:
        parts = []
        for part in self.draw(st.lists(st.integers(0, 4), min_size=1, max_size=3, unique=True)):
            if part == 0:
                parts.append(f"nodes{self._directive()} {self._selection(type_, 1)}")
            elif part == 1:
                parts.append(f"edges {{ cursor node {self._selection(type_, 1)} __typename }}")
            elif part == 2:
                parts.append("pageInfo { hasNextPage hasPreviousPage startCursor endCursor }")
            elif part == 3:
                parts.append(f"totalCount{self._directive()}")
            else:
                parts.append("more: nodes { id } __typename")
        return f"{{ {' '.join(parts)} }}"

    def _selection(self, name: str, level: int) -> str:
        type_ = self.schema.get_type(name)
        assert isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)
        names = list(type_.fields)
        chosen = self.draw(st.lists(st.sampled_from(names), min_size=1, max_size=6, unique=True))
        parts = [self._field(type_, field, level) for field in chosen]
        parts = [part for part in parts if part]
        if self.draw(st.integers(0, 4)) == 0:
            parts.append("__typename")
        if self.draw(st.integers(0, 4)) == 0:
            parts.append(f"...{self._directive()} {{ {self._alias()}id }}")
        if self.draw(st.integers(0, 4)) == 0:
            parts.append(self._spread(type_, level))
        return f"{{ {' '.join(parts) or 'id'} }}"

    def _alias(self) -> str:
        if self.draw(st.integers(0, 3)):
            return ""
        self.aliases += 1
        return f"a{self.aliases}: "

    def _field(self, type_: Any, name: str, level: int) -> str:
        inner = get_named_type(type_.fields[name].type)
        self.fields += 1
        if not is_composite_type(inner):
            return f"{self._alias()}{name}{self._directive()}"
        if inner.name == "Money":
            return f"{self._alias()}{name} {{ amount currency }}"
        if level >= MAX_LEVELS or self.fields > 60 or self.aliases > 25:
            return ""
        self.aliases += 1
        return f"a{self.aliases}: {name}{self._directive()} {self._selection(inner.name, level + 1)}"

    def _spread(self, type_: Any, level: int) -> str:
        name = f"F{len(self.fragments)}"
        self.fragments.append("")
        place = len(self.fragments) - 1
        on = self.draw(st.sampled_from([type_.name, "Node"]))
        selection = self._selection(type_.name, level + 1) if on == type_.name else "{ id __typename }"
        self.fragments[place] = f"fragment {name} on {on} {selection}"
        return f"...{name}{self._directive()}"


@st.composite
def operations(draw: Any, schema: GraphQLSchema, ids: dict[str, list[str]]) -> tuple[str, dict[str, Any]]:
    """This will draw random operations over the shop's schema."""
    return Writer(draw, schema, ids).operation()
