"""The tree of RFC 6962: known roots, proofs of every leaf, and nothing else passes."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenants.kernel.merkle import (
    EMPTY,
    canonical,
    inclusion_proof,
    is_included,
    leaf_hash,
    merkle_root,
    node_hash,
)

# The leaves and the roots over the first 1 to 8 of them that Certificate Transparency implementations are tested with.
LEAVES = [bytes.fromhex(text) for text in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
)]  # fmt: skip
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def hashed(leaves):
    return [leaf_hash(leaf) for leaf in leaves]


def test_an_empty_tree_has_the_hash_of_nothing():
    assert merkle_root([]) == EMPTY == hashlib.sha256(b"").digest()


@pytest.mark.parametrize("size", range(1, 9))
def test_the_roots_are_those_of_certificate_transparency(size):
    assert merkle_root(hashed(LEAVES[:size])).hex() == ROOTS[size - 1]


def split_root(leaves):
    """The definition as the RFC words it: split at the largest power of two below the size."""
    if len(leaves) == 1:
        return leaves[0]
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return node_hash(split_root(leaves[:half]), split_root(leaves[half:]))


@pytest.mark.parametrize("size", range(1, 40))
def test_the_root_is_that_of_the_definition_and_every_leaf_has_a_proof(size):
    leaves = hashed(bytes([n]) for n in range(size))
    root = merkle_root(leaves)
    assert root == split_root(leaves)
    for index, leaf in enumerate(leaves):
        proof = inclusion_proof(leaves, index)
        assert is_included(leaf, index=index, size=size, proof=proof, root=root)
        assert not is_included(leaf_hash(b"other"), index=index, size=size, proof=proof, root=root)
        if size > 1:
            assert not is_included(leaf, index=(index + 1) % size, size=size, proof=proof, root=root)
            assert not is_included(leaf, index=index, size=size, proof=proof[:-1], root=root)
        assert not is_included(leaf, index=index, size=size, proof=[*proof, root], root=root)


def test_a_leaf_never_passes_for_a_node():
    left, right = hashed([b"a", b"b"])
    assert leaf_hash(left + right) != node_hash(left, right)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", max_size=3), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@settings(max_examples=200)
@given(JSON, JSON)
def test_different_values_have_different_forms_and_the_order_of_keys_is_none(one, other):
    assert (canonical(one) == canonical(other)) == (one == other and repr_types(one) == repr_types(other))
    if isinstance(one, dict):
        assert canonical(dict(reversed(one.items()))) == canonical(one)


def repr_types(value):
    """1 and True are equal in Python and different in JSON."""
    if isinstance(value, dict):
        return {key: repr_types(inner) for key, inner in value.items()}
    return [repr_types(inner) for inner in value] if isinstance(value, list) else type(value).__name__


def test_what_json_cannot_say_is_refused():
    for value in (float("nan"), float("inf"), b"bytes", {1, 2}):
        with pytest.raises((TypeError, ValueError)):
            canonical(value)
