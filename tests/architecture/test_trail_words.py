"""Every action that an audit row can tell has its words in both languages."""

import ast

import pytest

from tenants.accounts.permissions import CATALOGUE
from tenants.kernel.trail_words import ACTIONS, THINGS, action_words, thing_words, unworded
from tests.architecture.rules import Source, product_sources

OF_COMMANDS = {"store_true", "store_false", "append", "count", "version"}
"""The actions of command lines' arguments."""


def actions_in(tree: ast.AST) -> set[str]:
    """The actions that calls name in words of their own: whole, or without the context that a helper adds."""
    given = {
        keyword.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg == "action" and isinstance(keyword.value, ast.Constant)
    }
    return {str(value) for value in given} - OF_COMMANDS


def lacking(sources: list[Source]) -> set[str]:
    """The parts of actions that the catalogue does not word."""
    actions = set().union(*(actions_in(source.tree) for source in sources))
    return set().union(
        *(unworded(action) if "." in action else {action} - ACTIONS.keys() for action in actions)
    )


def test_what_services_do_is_worded():
    sources = [source for source in product_sources() if not source.is_in("graphql", "tests")]
    assert len(set().union(*(actions_in(source.tree) for source in sources))) > 100
    assert lacking(sources) == set()


def test_what_people_are_permitted_is_worded():
    changes = [code for code in CATALOGUE if not code.endswith(".read")]
    assert {code: unworded(code) for code in changes if unworded(code)} == {}


@pytest.mark.parametrize(
    ("call", "lacks"),
    [
        ('audit.record(action="commerce.order.teleport")', {"teleport"}),
        ('record_change(action="submarine.issue")', {"submarine"}),
        ('tell(action="teleport")', {"teleport"}),
        ('audit.record(action="commerce.order.issue")', set()),
    ],
)
def test_an_action_without_words_is_found(call, lacks):
    assert lacking([Source.of("x.py", call)]) == lacks


def test_words_are_of_both_languages():
    assert action_words("procurement.order.issue") == ("Purchase order: issued", "采购订单：下达")
    assert thing_words("approvals.flow") == ("Approval flow", "审批流")
    for en, zh in [*THINGS.values(), *ACTIONS.values()]:
        assert en.isascii() and zh, en
        assert not zh.isascii() or zh in ("Webhook",), en
