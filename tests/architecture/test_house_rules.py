"""The house rules hold everywhere, and each of them catches its offence."""

import pytest

from tests.architecture.catalogue import RULES
from tests.architecture.rules import Rule, Source, product_sources

SOURCES = list(product_sources())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_holds_everywhere(rule: Rule) -> None:
    checked = [source for source in SOURCES if not source.is_in("tests/architecture")]
    offences = [offence for source in checked for offence in rule.check(source)]
    assert not offences, "\n" + "\n".join(offences)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_catches_its_offence(rule: Rule) -> None:
    assert rule.check(Source.of(rule.bad_path, rule.bad))


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.waivable], ids=lambda rule: rule.name)
def test_reviewed_line_is_let_through_only_with_a_reason(rule: Rule) -> None:
    line = rule.bad.rstrip("\n")
    assert not rule.check(Source.of(rule.bad_path, f"{line}  # reviewed: its reason\n"))
    assert rule.check(Source.of(rule.bad_path, f"{line}  # reviewed:\n"))


@pytest.mark.parametrize("rule", [rule for rule in RULES if not rule.waivable], ids=lambda rule: rule.name)
def test_strict_rule_cannot_be_waived(rule: Rule) -> None:
    line, _, rest = rule.bad.partition("\n")
    assert rule.check(Source.of(rule.bad_path, f"{line}  # reviewed: a reason\n{rest}"))
