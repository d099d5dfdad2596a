"""`manage error_codes`: every stable code that a refusal can carry, with its wording."""

import inspect
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from infra.config.settings.env import ROOT
from tenants.kernel.errors import DomainError

PAGE = ROOT / "docs/error-codes.md"
PACKAGES = ("tenants", "commerce", "billing", "api")
HEAD = """# Error codes

Every refusal carries one of these codes in `errors { code message field }`; a code never changes its meaning. Written
by `manage error_codes --write`; the build fails when it is out of step.

| code | English | 中文 |
|---|---|---|
"""


class Command(BaseCommand):
    """Prints, writes or checks the list of error codes."""

    help = "List the stable error codes; --write updates docs/error-codes.md, --check fails when it is out of step."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--write", action="store_true")
        parser.add_argument("--check", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        page = error_codes_page()
        if options["write"]:
            PAGE.write_text(page)
        elif options["check"]:
            if not PAGE.exists() or PAGE.read_text() != page:
                raise CommandError("docs/error-codes.md is out of step: run `make schema`")
        else:
            self.stdout.write(page)


def error_codes_page() -> str:
    """This will word the page: one line for each code, alphabetical."""
    lines = {f"| `{e.code}` | {_cell(e, 'en')} | {_cell(e, 'zh')} |" for e in _refusals()}
    return HEAD + "\n".join(sorted(lines)) + "\n"


def _refusals() -> set[type[DomainError]]:
    for name in PACKAGES:
        package = import_module(name)
        for module in walk_packages(package.__path__, f"{name}."):
            if ".migrations" not in module.name and ".management" not in module.name:
                import_module(module.name)
    found: set[type[DomainError]] = set()
    pending = [DomainError]
    while pending:
        for refusal in pending.pop().__subclasses__():
            if refusal.__module__.split(".")[0] in PACKAGES:
                found.add(refusal)
            pending.append(refusal)
    return found


def _cell(refusal: type[DomainError], language: str) -> str:
    """The wording; a refusal that words itself when raised shows the first line of its docstring instead."""
    text = getattr(refusal, language)
    if text.startswith("{reason_"):
        text = inspect.cleandoc(refusal.__doc__ or "").splitlines()[0] if language == "en" else "—"
    return text.replace("|", "\\|").replace("\n", " ")
