"""Writes the lock files from pyproject.toml: exact versions, hashes, no addresses.

    python -m infra.tools.locks

The largest set is resolved first and constrains the others, so that all agree on every version.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OPTIONS = [
    "--quiet", "--universal", "--python-version", "3.11", "--no-emit-index-url", "--generate-hashes",
    "--no-header", "--upgrade",
]  # fmt: skip


def main() -> None:
    """This will write all four lock files; the installer's own lock holds uv alone."""
    dev = ROOT / "requirements-dev.lock"
    _compile("pyproject.toml", dev, "--group", "dev")
    _compile("pyproject.toml", ROOT / "requirements-run.lock", "--group", "embedded", "-c", dev.name)
    _compile("pyproject.toml", ROOT / "requirements.lock", "-c", dev.name)
    with tempfile.NamedTemporaryFile("w", suffix=".in") as wanted:
        wanted.write("uv\n")
        wanted.flush()
        _compile(wanted.name, ROOT / "requirements-uv.lock", "--no-annotate")


def _compile(source: str, target: Path, *more: str) -> None:
    uv = Path(sys.executable).parent / "uv"
    command = [str(uv), "pip", "compile", source, "-o", target.name, *OPTIONS, *more]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    print(f"{target.name}: {sum(line[:1].isalnum() for line in target.open())} packages")


if __name__ == "__main__":
    main()
