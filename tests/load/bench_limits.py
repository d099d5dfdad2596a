"""The cost of refusing: every document of the denial-of-service corpus, and how long it takes to turn it away.

python -m tests.load.bench_limits
"""

# ruff: noqa: E402 Django is set up before anything that needs it

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "infra.config.settings.test")

import django

django.setup()

from api.documents import Documents
from api.schema import build_schema
from tests.api.shop_mutations import SHOP_MUTATIONS
from tests.api.shop_types import ShopQuery
from tests.api.test_limits import CORPUS, MOST_SECONDS, seconds_of
from tests.load.report import Figure, keep, table

SHOWN = 8


def main() -> None:
    """This will measure the corpus and keep the dearest."""
    schema = build_schema("unit", queries=[ShopQuery], mutations=SHOP_MUTATIONS, contexts=frozenset())
    documents = Documents(schema, introspection=False)
    documents.read("{ greeting }")
    costs = sorted(
        ((seconds_of(documents, text)[0] * 1000, name) for name, text in CORPUS.items()), reverse=True
    )
    most = MOST_SECONDS * 1000
    keep(
        "Refusing costly documents",
        [
            f"CPU time until a document of up to 64 KiB is refused or let through, for each of {len(CORPUS)}; the",
            "dearest:",
            "",
            *table(
                Figure(name, f"{cost:.0f} ms", f"under {most:.0f} ms", cost < most)
                for cost, name in costs[:SHOWN]
            ),
        ],
    )


if __name__ == "__main__":
    main()
