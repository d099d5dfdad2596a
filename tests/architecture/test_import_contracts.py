"""The import contracts hold, and each one catches an offender."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.rules import ROOT, Source, imported, product_sources

PACKAGES = (
    "tenants/kernel", "tenants/runtime", "tenants/directory", "tenants/accounts", "commerce/masterdata",
    "commerce/approvals", "commerce/procurement", "billing", "infra", "graphql/api",
)  # fmt: skip

OFFENDERS = {
    "Floors look down only": ("tenants/runtime/wrong.py", "import commerce.procurement"),
    "The ground: kernel below runtime below directory below accounts":
        ("tenants/runtime/wrong.py", "import tenants.accounts"),
    "Contexts call down; those on one line do not see each other":
        ("commerce/masterdata/wrong.py", "import commerce.procurement"),
    "The kernel is plain Python": ("tenants/kernel/wrong.py", "import django.db"),
    "Only api speaks GraphQL": ("commerce/procurement/wrong.py", "import graphene"),
    "Only billing.gateway speaks to Stripe": ("billing/wrong.py", "import stripe"),
}  # fmt: skip


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    """This will run import-linter with our contracts over the tree at `root`."""
    program = Path(sys.executable).parent / "lint-imports"
    command = [program, "--config", ROOT / ".importlinter", "--no-cache", "--no-logo"]
    environment = {
        **os.environ,
        "NO_COLOR": "1",
        "PYTHONPATH": os.pathsep.join([str(root), str(root / "graphql")]),
    }
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def small_tree(tmp_path: Path) -> Path:
    """The same packages, empty."""
    for package in PACKAGES:
        folder = tmp_path / package
        folder.mkdir(parents=True)
        for place in (folder, *(parent for parent in folder.parents if parent.is_relative_to(tmp_path))):
            if place not in (tmp_path, tmp_path / "graphql"):
                (place / "__init__.py").touch()
    return tmp_path


def test_all_contracts_hold() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("contract", OFFENDERS)
def test_contract_catches_an_offender(contract: str, small_tree: Path) -> None:
    assert "0 broken" in lint_imports(small_tree).stdout
    path, statement = OFFENDERS[contract]
    (small_tree / path).write_text(f"{statement}\n")
    assert f"{contract} BROKEN" in lint_imports(small_tree).stdout


def test_a_context_without_a_place_is_refused(small_tree: Path) -> None:
    (small_tree / "commerce/newcomer").mkdir()
    (small_tree / "commerce/newcomer/__init__.py").touch()
    assert "newcomer" in lint_imports(small_tree).stdout


def context_of(path: str) -> str:
    """This will give the context a file belongs to: `commerce/procurement`, `billing`, `graphql`."""
    top, *rest = path.split("/")
    return f"{top}/{rest[0]}" if top in ("commerce", "tenants") and len(rest) > 1 else top


def foreign_model_imports(source: Source) -> list[str]:
    """This will name the imports of another context's models."""
    own = context_of(source.path)
    return [
        f"{source.path}:{line} imports {name}"
        for line, name in imported(source)
        if ".models" in name
        and name.split(".")[0] in ("tenants", "commerce", "billing")
        and context_of(name.split(".models")[0].replace(".", "/") + "/x") != own
    ]


def test_models_are_imported_by_their_own_context_alone() -> None:
    offences = [
        offence
        for source in product_sources()
        if not source.is_in("tests")
        for offence in foreign_model_imports(source)
    ]
    assert not offences, "\n" + "\n".join(offences)


def test_an_import_of_foreign_models_is_caught() -> None:
    source = Source.of(
        "commerce/procurement/services/x.py", "from commerce.masterdata.models import Supplier\n"
    )
    assert foreign_model_imports(source)
    assert not foreign_model_imports(
        Source.of("commerce/masterdata/services/x.py", "from commerce.masterdata.models import Supplier\n")
    )
