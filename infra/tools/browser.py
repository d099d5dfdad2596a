"""Finds a headless Chromium for the browser journeys, or installs one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOWNLOADED = ROOT / ".tools/browsers"
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")


class NoBrowserError(RuntimeError):
    """No Chromium is there and none could be installed; the message names the way out."""


def find_chromium() -> str | None:
    """This will give the path of a Chromium: CHROMIUM, one on PATH, or one downloaded earlier."""
    asked = os.environ.get("CHROMIUM")
    if asked:
        return asked
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    downloaded = sorted(DOWNLOADED.glob("chromium*/*/chrome")) + sorted(
        DOWNLOADED.glob("chromium*/*/headless_shell")
    )
    return str(downloaded[-1]) if downloaded else None


def provide_chromium() -> str:
    """This will give the path of a Chromium, installing one first if need be. Raises NoBrowserError."""
    found = find_chromium()
    if found is None:
        print("no Chromium here: installing one", flush=True)
        _install()
        found = find_chromium()
    if found is None:
        raise NoBrowserError(
            "The browser journeys need Chromium, and installing one failed. Install the packages chromium and "
            "fonts-noto-cjk, or set CHROMIUM to the path of one."
        )
    if not _has_chinese_font():
        _apt("fonts-noto-cjk")
    return found


def _install() -> None:
    if _apt("chromium", "fonts-noto-cjk"):
        return
    subprocess.call(
        [sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"],
        env={**os.environ, "PLAYWRIGHT_BROWSERS_PATH": str(DOWNLOADED)},
    )


def _apt(*packages: str) -> bool:
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", *packages]):
        if subprocess.call(command, env=environment, stdout=subprocess.DEVNULL) != 0:
            return False
    return True


def _has_chinese_font() -> bool:
    if shutil.which("fc-list") is None:
        return any(Path("/usr/share/fonts").rglob("*CJK*"))
    listed = subprocess.run(["fc-list", ":lang=zh", "family"], check=False, capture_output=True)
    return bool(listed.stdout.strip())
