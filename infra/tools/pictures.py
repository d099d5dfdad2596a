"""Takes the pictures of the welcome page and of README from a running platform with the demonstration data.

python -m infra.tools.pictures http://localhost:8000 <password of the demo logins>
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from infra.tools.browser import provide_chromium

FOLDER = Path(__file__).resolve().parents[2] / "frontend/src/features/start/pictures"
README_PICTURE = Path(__file__).resolve().parents[2] / "docs/pictures/requisition.png"
LANGUAGES = ("en", "zh-CN")
WIDTH, HEIGHT = 1440, 900
"""Of every picture. A narrower window is taken with larger points, so that its words stay readable when small."""

QUALITY = 72  # per cent of JPEG

_GROUP = """async () => {
  const asked = { method: "POST", headers: { "Content-Type": "application/json", "X-Hanse-Client": "web" },
    body: JSON.stringify({ query: "{ viewer { contexts { kind groupId } } }" }) };
  const { data } = await (await fetch("/graphql", asked)).json();
  return data.viewer.contexts.find((each) => each.kind === "GROUP").groupId.split("_")[1];
}"""


def _orders(page: Any) -> None:
    page.goto("/u/shanghai/orders")


def _scores(page: Any) -> None:
    page.goto(f"/g/{page.evaluate(_GROUP)}/scores")


def _flow(page: Any) -> None:
    page.goto("/u/shanghai/flows")
    page.locator("a[href*='/flows/']").first.click()
    page.wait_for_selector(".react-flow__node")


def _approvals(page: Any) -> None:
    page.goto("/u/shanghai/approvals")


def _decision(page: Any) -> None:
    _approvals(page)
    page.locator("main tr", has_text="PR-2026-").locator("a").first.click()
    page.wait_for_url("**/approvals/*")


SCREENS: dict[str, tuple[str, Callable[[Any], None], int]] = {
    "orders": ("buyer.shanghai@demo.example", _orders, 1200),
    "scores": ("hq-admin@demo.example", _scores, 1152),
    "flow": ("unit-admin.shanghai@demo.example", _flow, 1280),
    "approvals": ("approver.shanghai@demo.example", _approvals, 1024),
}
"""The name of each picture, who looks, how they come there, and how wide their window is."""


def main() -> int:
    """This will take every picture in both languages and give the exit code."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address")
    parser.add_argument("password")
    given = parser.parse_args()
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=provide_chromium(), args=["--no-sandbox"])
        wanted = [
            (email, go, width, language, FOLDER / f"{name}.{language}.jpg")
            for language in LANGUAGES
            for name, (email, go, width) in SCREENS.items()
        ]
        wanted.append(("approver.shanghai@demo.example", _decision, 1280, "en", README_PICTURE))
        for email, go, width, language, file in wanted:
            context = browser.new_context(
                base_url=given.address,
                locale=language,
                viewport={"width": width, "height": HEIGHT * width // WIDTH},
                device_scale_factor=WIDTH / width,
                reduced_motion="reduce",
            )
            page = context.new_page()
            _sign_in(page, email, given.password, language)
            _take(page, go, file)
            context.close()
        browser.close()
    return 0


def _sign_in(page: Any, email: str, password: str, language: str) -> None:
    page.goto("/login")
    page.locator("input[type=email]").fill(email)
    page.locator("input[type=password]").fill(password)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/login" not in url)
    _speak(page, language)


def _take(page: Any, go: Callable[[Any], None], file: Path) -> None:
    from playwright.sync_api import expect

    go(page)
    page.wait_for_selector("h1")
    expect(page.locator(".ant-spin-spinning, .ant-skeleton-active")).to_have_count(0)
    page.wait_for_timeout(1_000)  # the last row and the fonts
    page.screenshot(path=str(file), **({"type": "jpeg", "quality": QUALITY} if file.suffix == ".jpg" else {}))
    print(f"{file.name}: {file.stat().st_size // 1024} kB")


_LANGUAGE = """async (locale) => {
  const ask = async (query, variables) => (await fetch("/graphql", { method: "POST",
    headers: { "Content-Type": "application/json", "X-Hanse-Client": "web" },
    body: JSON.stringify({ query, variables }) })).json();
  const { data } = await ask("{ viewer { person { displayName } } }", {});
  await ask("mutation($i: PersonEditInput!) { personEdit(input: $i) { errors { code } } }",
    { i: { displayName: data.viewer.person.displayName, locale } });
}"""


def _speak(page: Any, language: str) -> None:
    """A person's own language goes before the browser's."""
    page.evaluate(_LANGUAGE, language)


if __name__ == "__main__":
    sys.exit(main())
