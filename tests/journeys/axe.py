"""axe-core in a page: what would keep people with disabilities out."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.journeys.screen import loaded

AXE = Path(__file__).resolve().parents[2] / "frontend/node_modules/axe-core/axe.min.js"
GRAVE = ("serious", "critical")
RUN = """async () => {
  await Promise.all(document.getAnimations()
    .filter((each) => each.playState === 'running' && each.effect?.getTiming().iterations !== Infinity)
    .map((each) => each.finished.catch(() => null)));
  const found = await axe.run({resultTypes: ['violations'], preload: false});
  return found.violations;
}"""
"""What moves is let come to rest before: in the middle of a fade the contrast of its text is poor."""


def grave_findings(page: Page) -> list[str]:
    """This will give the serious and critical findings on a page that has loaded, one line each."""
    loaded(page)
    page.evaluate(_source())
    found: list[dict[str, Any]] = page.evaluate(RUN)
    return [
        f"{page.url} {each['id']} {each['nodes'][0]['html'][:160]}"
        for each in found
        if each["impact"] in GRAVE
    ]


@cache
def _source() -> str:
    return AXE.read_text()
