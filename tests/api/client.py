"""A client of both doors for tests: Django's test client with the headers our pages send."""

from __future__ import annotations

from typing import Any

import orjson
from django.test import Client

from tests.factories.people import make_session


class ApiClient:
    """Sends operations as one person (a session), with an API key, or as a stranger."""

    def __init__(self, *, person: Any = None, secret: str | None = None, locale: str = "en") -> None:
        self.client = Client()
        self.headers = {"Accept-Language": locale}
        if secret is not None:
            self.headers["Authorization"] = f"Bearer {secret}"
        else:
            self.headers["X-Hanse-Client"] = "test"
        if person is not None:
            self.client.cookies["session"] = make_session(person)

    def post(self, path: str, body: Any, **headers: str) -> Any:
        """This will send a body as JSON and give Django's response."""
        data = body if isinstance(body, bytes | str) else orjson.dumps(body)
        sent = {name: value for name, value in {**self.headers, **headers}.items() if value}
        return self.client.post(path, data, content_type="application/json", headers=sent)

    def unit(self, slug: str, text: str, variables: Any = None, **headers: str) -> dict[str, Any]:
        """This will run an operation on a unit's API and give the answer."""
        return self.ask(f"/u/{slug}/graphql", text, variables, **headers)

    def group(self, text: str, variables: Any = None, **headers: str) -> dict[str, Any]:
        """This will run an operation on the group API and give the answer."""
        return self.ask("/graphql", text, variables, **headers)

    def ask(self, path: str, text: str, variables: Any = None, **headers: str) -> dict[str, Any]:
        """This will run an operation and give the answer."""
        response = self.post(path, {"query": text, "variables": variables or {}}, **headers)
        return orjson.loads(response.content)
