"""People of the group and of a unit, as clients of both doors."""

from typing import Any

from tests.api.client import ApiClient
from tests.factories.people import make_member, make_person
from tests.support.world import GroupInWorld, UnitInWorld


class Hq:
    """A person of headquarters who sends operations to the group API."""

    def __init__(self, group: GroupInWorld, role: str = "hq_admin", locale: str = "en") -> None:
        self.group = group
        person = make_person(f"{role}@{group.name.lower().replace(' ', '-')}.example.com", locale=locale)
        make_member(person, group, role)
        self.client = ApiClient(person=person, locale=locale)
        self.headers = {"X-Hanse-Group": str(group.id)}

    def ask(self, text: str, **variables: Any) -> dict[str, Any]:
        """This will run an operation and give the answer."""
        return self.client.group(text, variables, **self.headers)

    def data(self, text: str, **variables: Any) -> Any:
        """This will run an operation that must succeed and give its data."""
        answer = self.ask(text, **variables)
        assert "errors" not in answer, answer
        return answer["data"]

    def upload(self, data: bytes, name: str = "suppliers.csv", purpose: str = "supplier_import") -> Any:
        """This will upload a file and give Django's response."""
        return self.client.client.post(
            f"/graphql/files?purpose={purpose}",
            data,
            content_type="application/octet-stream",
            headers={**self.client.headers, **self.headers, "X-File-Name": name},
        )


class InUnit:
    """A person of a unit who sends operations to its API."""

    def __init__(self, unit: UnitInWorld, role: str = "buyer") -> None:
        self.unit = unit
        person = make_person(f"{role}@{unit.slug}.example.com")
        make_member(person, unit, role)
        self.client = ApiClient(person=person)

    def ask(self, text: str, **variables: Any) -> dict[str, Any]:
        """This will run an operation and give the answer."""
        return self.client.unit(self.unit.slug, text, variables)

    def data(self, text: str, **variables: Any) -> Any:
        """This will run an operation that must succeed and give its data."""
        answer = self.ask(text, **variables)
        assert "errors" not in answer, answer
        return answer["data"]
