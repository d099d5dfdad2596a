"""Prints which role may call what, as JSON or CSV."""

import csv
import io
import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    help = "Prints role × permission × operations of both APIs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", choices=("json", "csv"), default="json")

    def handle(self, *args: Any, **options: Any) -> None:
        from api.permission_map import as_rows, permission_map

        if options["format"] == "json":
            self.stdout.write(json.dumps(permission_map(), ensure_ascii=False, indent=2))
            return
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(("role", "permission", "operation"))
        writer.writerows(as_rows())
        self.stdout.write(text.getvalue(), ending="")
