"""Makes .venv from a lock file with hashes; needs nothing but Python 3.11.

    python3 infra/tools/environment.py run|dev

A second call finds its stamp and ends at once.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
STAMP = VENV / "hanse-stamp"
UV_LOCK = ROOT / "requirements-uv.lock"
LOCKS = {"run": ROOT / "requirements-run.lock", "dev": ROOT / "requirements-dev.lock"}
OLDEST = (3, 11)
# The shell starts Python, for no path with a space may stand behind `#!`; to Python its line is a text.
MANAGE = """#!/bin/sh
'''exec' "{python}" "$0" "$@"
'''
from infra.manage import main

main()
"""


def main(level: str) -> None:
    """This will bring .venv to the level 'run' or 'dev'; an environment for 'dev' also serves 'run'."""
    if sys.version_info < OLDEST:
        sys.exit(_other_python(level))
    for acceptable in ("dev",) if level == "dev" else ("dev", "run"):
        if STAMP.exists() and STAMP.read_text() == _fingerprint(acceptable):
            return
    started = time.monotonic()
    if level == "run" and STAMP.exists() and STAMP.read_text().startswith("dev "):
        level = "dev"  # never take the tools away from whoever has them
    print(f"== Python packages into {VENV} ({LOCKS[level].name})", flush=True)
    STAMP.unlink(missing_ok=True)
    _make_venv()
    _install(LOCKS[level])
    _write_roots()
    STAMP.write_text(_fingerprint(level))
    print(f"== done in {time.monotonic() - started:.0f} s", flush=True)


def _fingerprint(level: str) -> str:
    digest = hashlib.sha256(f"{ROOT} {sys.base_prefix} {sys.version}".encode())
    for file in (LOCKS[level], UV_LOCK, Path(__file__)):
        digest.update(file.read_bytes())
    return f"{level} {digest.hexdigest()}"


def _other_python(level: str) -> int:
    for minor in (13, 12, 11, 14):
        found = shutil.which(f"python3.{minor}")
        if found:
            return subprocess.call([found, __file__, level])
    print(f"Hanse needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}.", file=sys.stderr)
    return 1


def _make_venv() -> None:
    python = VENV / "bin/python"
    wanted = "import sys; print(sys.base_prefix, sys.version)"
    if python.exists():
        found = subprocess.run([python, "-c", wanted], check=False, capture_output=True, text=True)
        if found.stdout.strip() == f"{sys.base_prefix} {sys.version}":
            return
        shutil.rmtree(VENV)
    done = subprocess.run([sys.executable, "-m", "venv", VENV], check=False, capture_output=True, text=True)
    if done.returncode != 0:
        shutil.rmtree(VENV, ignore_errors=True)
        sys.exit(
            f"{sys.executable} cannot make a virtual environment:\n{done.stdout}{done.stderr}\n"
            "On Debian and Ubuntu the package python3-venv is missing."
        )


def _install(lock: Path) -> None:
    pip = [str(VENV / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    hashed = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r"]
    uv = VENV / "bin/uv"
    if subprocess.call([*pip, *hashed, str(UV_LOCK)]) == 0 and uv.exists():
        environment = {**os.environ, **_pip_sources(), "VIRTUAL_ENV": str(VENV), "UV_NO_PROGRESS": "1"}
        synced = subprocess.run(
            [uv, "pip", "sync", "--quiet", "--require-hashes", "--link-mode", "copy", lock],
            check=False,
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
        )
        if synced.returncode == 0:
            return
        print(synced.stderr[:1000], file=sys.stderr)
    print("== uv is of no help here, taking pip instead (slower)", flush=True)
    if subprocess.call([*pip, "--require-hashes", "--no-deps", "-r", str(lock)]) != 0:
        sys.exit(f"The packages of {lock.name} could not be installed; see the messages above.")


def _pip_sources() -> dict[str, str]:
    """This will hand pip's own choice of package sources to uv, which does not read pip's files."""
    listed = subprocess.run(
        [VENV / "bin/python", "-m", "pip", "config", "list"], check=False, capture_output=True, text=True
    )
    names = {
        "index-url": "UV_DEFAULT_INDEX",
        "extra-index-url": "UV_EXTRA_INDEX_URL",
        "find-links": "UV_FIND_LINKS",
        "cert": "SSL_CERT_FILE",
    }
    # Any source may serve a package, as with pip: the hash decides which file is accepted.
    sources = {"UV_INDEX_STRATEGY": "unsafe-best-match"}
    for key, value in re.findall(r"^\S+?\.([a-z-]+)='(.*)'$", listed.stdout, re.MULTILINE):
        if key in names and names[key] not in os.environ:
            sources[names[key]] = " ".join(value.replace("\\n", " ").split())
    return sources


def _write_roots() -> None:
    for folder in VENV.glob("lib/python3*/site-packages"):
        (folder / "hanse.pth").write_text(f"{ROOT}\n{ROOT / 'graphql'}\n")
    manage = VENV / "bin/manage"
    manage.write_text(MANAGE.format(python=VENV / "bin/python"))
    manage.chmod(0o755)


if __name__ == "__main__":
    main(sys.argv[1])
