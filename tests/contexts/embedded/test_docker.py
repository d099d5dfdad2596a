"""The image and the compose file agree with the platform: roles, settings, paths, rights."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from infra.config.settings.env import TABLE, unsafe_settings
from infra.embedded.supervisor import Supervisor

DOCKER = Path(__file__).resolve().parents[3] / "infra/docker"
ROOT = DOCKER.parents[1]
ENTRYPOINT = (DOCKER / "entrypoint.sh").read_text()
ROLES = set(re.findall(r"^  (\w+)\)$", ENTRYPOINT, re.MULTILINE))
SERVICES = yaml.safe_load((DOCKER / "compose.yaml").read_text())["services"]
PLATFORM = {name: service for name, service in SERVICES.items() if service["image"] == "hanse"}
FOR_BOOTSTRAP = {"OWNER_PASSWORD", "RUNTIME_PASSWORD", "SUPERUSER_URL"}


def example_environment() -> dict[str, str]:
    """This will read the example of the environment file."""
    lines = (DOCKER / "example.env").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def test_every_service_of_the_platform_plays_a_role_of_the_image() -> None:
    assert {service["command"] for service in PLATFORM.values()} <= ROLES
    assert subprocess.run(["/bin/sh", "-n", DOCKER / "entrypoint.sh"], check=False).returncode == 0


def test_compose_runs_what_make_run_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All but the stand-ins, which run only where the real thing is not named."""
    monkeypatch.setenv("STRIPE_SECRET_KEY", "sk_live_of_a_real_installation")
    monkeypatch.setenv("CLAMD_ADDRESS", "scanner.example.com:3310")
    supervisor = Supervisor(tmp_path)
    supervisor.environment = {"WEB_PORT": "8000", "LIVE_PORT": "8001"}
    names = {program.name for program in supervisor.programs()}
    assert names <= set(PLATFORM)
    applications = {
        word for program in supervisor.programs() for word in program.command if "infra.config" in word
    }
    assert all(application in ENTRYPOINT for application in applications)


def test_platform_services_have_few_rights() -> None:
    for name, service in PLATFORM.items():
        assert service["read_only"] and service["cap_drop"] == ["ALL"], name
    dockerfile = (DOCKER / "Dockerfile").read_text()
    assert dockerfile.index("USER hanse") < dockerfile.index("ENTRYPOINT")


def test_dockerfile_copies_paths_that_exist_and_leaves_no_package_out() -> None:
    dockerfile = (DOCKER / "Dockerfile").read_text()
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", dockerfile, re.MULTILINE)
    paths = {path for line in copied for path in line.split()}
    assert all((ROOT / path).exists() for path in paths)
    assert {"tenants", "commerce", "billing", "graphql", "infra", "requirements.lock"} <= paths


def test_example_environment_names_settings_and_production_wants_only_secrets_filled_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    example = example_environment()
    assert set(example) - FOR_BOOTSTRAP <= set(TABLE)
    for name in TABLE:
        monkeypatch.delenv(name, raising=False)
    for name, value in example.items():
        monkeypatch.setenv(name, value)
    assert {refusal.split(" ")[0] for refusal in unsafe_settings()} == {
        "SECRET_KEY", "FILE_KEYS", "AUDIT_SIGNING_KEY",
    }  # fmt: skip
