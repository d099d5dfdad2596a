"""No document of 64 KiB costs more than 250 ms to refuse (A14), and what people write is not refused."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator

import pytest
from graphql import GraphQLError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.documents import Documents, Rejected
from api.doors import MAX_TEXT
from api.errors import TooComplex
from api.schema import build_schema
from tests.api.shop_mutations import SHOP_MUTATIONS
from tests.api.shop_types import ShopQuery

MOST_SECONDS = 0.25


def filled(unit: str, head: str = "", tail: str = "") -> str:
    """A document of 64 KiB made of one repeated piece."""
    times = (MAX_TEXT - len(head) - len(tail)) // len(unit)
    return head + unit * times + tail


def doubling(levels: int) -> str:
    fragments = [f"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(levels)]
    return "{ ...F0 } " + " ".join(fragments) + f" fragment F{levels} on Query {{ greeting }}"


def nested_doubling(levels: int) -> str:
    fragments = [
        f"fragment F{n} on ShopProduct {{ a: parent {{ ...F{n + 1} }} b: parent {{ ...F{n + 1} }} }}"
        for n in range(levels)
    ]
    last = f" fragment F{levels} on ShopProduct {{ id }}"
    return "{ products { nodes { ...F0 } } } " + " ".join(fragments) + last


def overlapping(times: int, width: int) -> str:
    inner = " ".join(f"a{n}: code" for n in range(width))
    return "{ products { nodes { " + f"parent {{ {inner} }} " * times + "} } }"


CORPUS = {
    "aliases": "{ " + " ".join(f"a{n}: greeting" for n in range(100)) + " }",
    "aliases of a list": "{ " + " ".join(f"a{n}: products {{ totalCount }}" for n in range(2_000)) + " }",
    "directives": "{ greeting " + "@include(if: true) " * 3_000 + "}",
    "unknown directives": filled("@a ", "{ greeting ", "}"),
    "one field many times": filled("greeting ", "{ ", "}"),
    "one unknown field many times": filled("a ", "{ ", "}"),
    "many unknown fields": "{ " + " ".join(f"f{n:05}" for n in range(9_000)) + " }",
    "depth": filled("a{", "{", ""),
    "closed depth": "{" + "a{" * 1_900 + "a" + "}" * 1_901,
    "known depth": "{ products { nodes { " + "parent { " * 60 + "id" + " }" * 60 + " } } }",
    "inline fragments": "{" + "...{" * 1_300 + "greeting" + "}" * 1_301,
    "inline fragments in fragments": "{ ...F0 } "
    + " ".join(f"fragment F{n} on Query {{ {'... { ' * 20} ...F{n + 1} {'} ' * 20} }}" for n in range(48))
    + " fragment F48 on Query { greeting }",
    "a cycle": "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
    "a cycle of itself": "{ ...A } fragment A on Query { ...A greeting ...A }",
    "an undefined fragment": "{ ...Nowhere }",
    "doubling": doubling(20),
    "more doubling": doubling(48),
    "nested doubling": nested_doubling(12),
    "overlapping": overlapping(8, 30),
    "overlapping more": overlapping(40, 30),
    "spreads of one fragment": "{ " + "...F " * 1_500 + "} fragment F on Query { greeting }",
    "spreads of many fragments": "{ "
    + " ".join(f"...F{n}" for n in range(49))
    + " } "
    + " ".join(
        f"fragment F{n} on Query {{ {' '.join(f'f{m}: greeting' for m in range(20))} }}" for n in range(49)
    ),
    "many fragments": "{ greeting } "
    + " ".join(f"fragment F{n} on Query {{ greeting }}" for n in range(900)),
    "many operations": " ".join(f"query Q{n} {{ greeting }}" for n in range(900)),
    "lists in lists": "{ products(first: 500) { nodes { parts { parts { parts { parts { id } } } } } } }",
    "arguments": filled("a: 1 ", "{ greeting(", ") }"),
    "a list of numbers": filled("1,", "{ products(first: [", "]) { totalCount } }"),
    "nested lists": filled("[", "{ greeting(a: ", ""),
    "nested objects": filled("{a:", "{ greeting(a: ", ""),
    "variables": "query (" + " ".join(f"$v{n}: Int" for n in range(1_200)) + ") { greeting }",
    "used variables": "query ("
    + " ".join(f"$v{n}: Boolean!" for n in range(30))
    + ") { "
    + " ".join(f"greeting @include(if: $v{n})" for n in range(30))
    + " }",
    "one string": '{ greeting(a: "' + "a" * 65_000 + '") }',
    "escapes": '{ greeting(a: "' + "\\u0061" * 10_000 + '") }',
    "a block string": '{ greeting(a: """' + " \n" * 32_000 + '""") }',
    "block string indents": '{ greeting(a: """' + "\n".join(" " * n for n in range(350)) + '""") }',
    "one name": "{ " + "a" * 65_000 + " }",
    "one number": "{ greeting(a: " + "1" * 65_000 + ") }",
    "spaces": filled(" ", "{ greeting", "}"),
    "commas": filled(",", "{ greeting", "}"),
    "comments": filled("#\n", "{ greeting ", "}"),
    "one comment": "{ greeting } #" + "a" * 65_000,
    "nothing closed": filled("{ a ", "", ""),
    "nonsense": filled("\x01", "", ""),
    "surrogates": filled("😀", "", "")[:16_000],
    "type definitions": filled("type A { a: Int } ", "", ""),
}


@pytest.fixture(scope="module")
def documents() -> Documents:
    schema = build_schema("unit", queries=[ShopQuery], mutations=SHOP_MUTATIONS, contexts=frozenset())
    found = Documents(schema, introspection=False)
    found.read("{ greeting }")
    return found


@pytest.fixture(scope="module", autouse=True)
def small_heap(documents: Documents) -> Iterator[None]:
    """What was there before is left out of each collection, which would otherwise take longer than the refusals."""
    gc.collect()
    gc.freeze()
    yield


def seconds_of(documents: Documents, text: str) -> tuple[float, Exception | None]:
    """The CPU time to read a document, the best of two, and how it was refused."""
    best, refusal = 60.0, None
    for _ in range(2):
        gc.collect()
        started = time.process_time()
        try:
            documents.read(text).measured.cost({})
        except (Rejected, TooComplex, GraphQLError) as error:
            refusal = error
        best = min(best, time.process_time() - started)
    return best, refusal


@pytest.mark.parametrize("name", CORPUS)
def test_nothing_of_64_kib_costs_over_250_ms_to_refuse(documents: Documents, name: str) -> None:
    assert len(CORPUS[name].encode()) <= MAX_TEXT
    seconds, refusal = seconds_of(documents, CORPUS[name])
    harmless = ("a cycle of", "spaces", "commas", "one comment", "used variables", "inline fragments in")
    assert refusal is not None or name.startswith(harmless), name
    assert seconds < MOST_SECONDS, f"{name}: {seconds:.3f} s"


PIECES = st.sampled_from(
    [
        "{ ", "} ", "products ", "nodes ", "id ", "a: id ", "...F ", "... on ShopProduct ", "variants ", "parent ",
        "@include(if: true) ", "fragment F on ShopProduct ", "query ", "($v: Int) ", "(first: 9) ", "(first: $v) ",
        '"x" ', '""" ', "[ ", "] ", "$v ", "# \n", "greeting ", "parts ", "__typename ", "edges ", "node ", "( ", ") ",
    ]
)  # fmt: skip


@settings(
    max_examples=8, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(st.lists(PIECES, min_size=1, max_size=12), st.integers(1, 6_000), st.lists(PIECES, max_size=12))
def test_repeated_pieces_are_refused_quickly(
    documents: Documents, unit: list[str], times: int, tail: list[str]
) -> None:
    text = ("{ " + "".join(unit) * times + "".join(tail))[:60_000]
    seconds, _ = seconds_of(documents, text)
    assert seconds < MOST_SECONDS, f"{text[:200]!r}: {seconds:.3f} s"


def test_what_screens_ask_for_is_let_through(documents: Documents) -> None:
    text = """
    query Screen($first: Int!, $after: String, $prices: Boolean!) {
      products(first: $first, after: $after, orderBy: CREATED_AT_DESC, filter: {status: {in: [DRAFT]}}) {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges { cursor node { ...Head variants { id sku prices @include(if: $prices) { id price { amount } } } } }
      }
    }
    fragment Head on ShopProduct { id code title status createdAt total { amount currency } parent { id code } }
    """
    assert 0 < documents.read(text).measured.cost({"first": 500}) < 100_000


def test_the_cost_counts_rows_and_follows_variables(documents: Documents) -> None:
    document = documents.read("query ($n: Int) { products(first: $n) { nodes { id variants { sku } } } }")
    assert document.measured.cost({"n": 10}) == 1 + 10 * (1 + 1 + 1 + 3 * 1)
    assert document.measured.cost({"n": 500}) == 1 + 500 * 6
    assert document.measured.cost({"n": 10**12}) == 1 + 500 * 6


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("aliases", "more than 40 aliases"),
        ("directives", "tokens"),
        ("one field many times", "tokens"),
        ("known depth", "more than 15 levels"),
        ("doubling", "one field more than 8 times in one place"),
        ("nested doubling", "more than 1500 fields"),
        ("many fragments", "tokens"),
        ("lists in lists", "it costs"),
    ],
)
def test_refusals_name_the_limit(documents: Documents, name: str, says: str) -> None:
    _, refusal = seconds_of(documents, CORPUS[name])
    assert isinstance(refusal, TooComplex)
    assert says in refusal.message("en")
