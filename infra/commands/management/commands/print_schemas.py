"""Writes the two GraphQL schemas as text; with --check it only compares."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

ROOT = Path(__file__).resolve().parents[4]


class Command(BaseCommand):
    help = "Writes graphql/group.graphql and graphql/unit.graphql; --check fails when they are out of step."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="compare only")

    def handle(self, *args: Any, **options: Any) -> None:
        from api.schema import printed_schemas

        stale = []
        for name, text in printed_schemas().items():
            path = ROOT / "graphql" / f"{name}.graphql"
            if options["check"]:
                stale += [] if path.exists() and path.read_text() == text else [path.name]
            else:
                path.write_text(text)
        if stale:
            raise CommandError(f"out of step with the code: {', '.join(stale)}; run `make schema`")
