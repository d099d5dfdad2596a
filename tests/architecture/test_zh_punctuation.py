"""Chinese texts have Chinese punctuation: no narrow comma, semicolon or colon beside a Chinese character."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NARROW = re.compile(r"[\u4e00-\u9fff）][,;:!?]|[,;!?][\u4e00-\u9fff]")
# Released migrations stay as they are, tests hold what users send, `gql` is made from the texts of the API.
ELSEWHERE = ("tests/", "frontend/src/gql/")


def narrow(text: str) -> list[str]:
    """This will return the lines of a text that have narrow punctuation in Chinese."""
    return [line.strip() for line in text.splitlines() if NARROW.search(line)]


def test_zh_punctuation() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "*.py", "*.ts", "*.tsx"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    found = {
        path: lines
        for path in listed.stdout.splitlines()
        if not path.startswith(ELSEWHERE) and "/migrations/" not in path
        if (lines := narrow((ROOT / path).read_text()))
    }
    assert found == {}


def test_narrow_punctuation_is_found() -> None:
    assert narrow('"实施费,按月"\n"许可费:方案"\n"第 n 年, 均摊"\nkey: "方案", "许可"') == [
        '"实施费,按月"',
        '"许可费:方案"',
        '"第 n 年, 均摊"',
    ]
