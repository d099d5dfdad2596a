"""People of a journey at the public doors: signed in, they ask the APIs and look at pages."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from playwright.sync_api import APIResponse, BrowserContext, Page

AUTH = "/_allauth/browser/v1"
Data = dict[str, Any]


class Refused(Exception):
    """The platform said no, with its code."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(f"{code}: {message}")


class Person:
    """Somebody with a session of their own in one browser context."""

    def __init__(self, context: BrowserContext, email: str, password: str, place: str = "") -> None:
        self.context, self.email, self.place, self.group = context, email, place, ""
        context.request.get(f"{AUTH}/config")  # brings the token that changes need
        answer = self._post(f"{AUTH}/auth/login", {"email": email, "password": password})
        assert answer.ok, answer.text()

    def at_head_office(self) -> "Person":
        """This will have the person speak for the group from now on."""
        contexts = self.ask("{ viewer { contexts { slug groupId } } }")["viewer"]["contexts"]
        self.group = next(c["groupId"] for c in contexts if not c["slug"])
        return self

    def page(self, path: str) -> Page:
        """This will open a page of the product as this person."""
        page = self.context.new_page()
        page.goto(path)
        return page

    def ask(self, text: str, variables: Mapping[str, Any] | None = None) -> Data:
        """This will ask the API of the person's unit, or the group's, and give the data."""
        answer = self._post(self._door, {"query": text, "variables": variables or {}}).json()
        if "errors" in answer:
            error = answer["errors"][0]
            raise Refused(error["extensions"]["code"], error["message"])
        data: Data = answer["data"]
        return data

    def do(self, mutation: str, given: Mapping[str, Any], gives: str = "") -> Data:
        """This will run one mutation and give its payload; raises Refused with the code of a refusal."""
        kind = mutation[0].upper() + mutation[1:] + "Input"
        text = f"mutation ($input: {kind}!) {{ {mutation}(input: $input) {{ {gives} errors {{ code message }} }} }}"
        payload: Data = self.ask(text, {"input": given})[mutation]
        if payload["errors"]:
            raise Refused(**payload["errors"][0])
        return payload

    def upload(self, purpose: str, name: str, data: bytes) -> str:
        """This will store a file for one purpose and give its id."""
        headers = {
            **self._headers(),
            "Content-Type": "application/octet-stream",
            "X-File-Name": quote(name),
        }
        answer = self.context.request.post(
            f"{self._door}/files?purpose={purpose}", data=data, headers=headers
        )
        assert answer.ok, answer.text()
        file_id: str = answer.json()["fileId"]
        return file_id

    @property
    def _door(self) -> str:
        return f"/u/{self.place}/graphql" if self.place else "/graphql"

    def _post(self, path: str, body: Mapping[str, Any]) -> APIResponse:
        return self.context.request.post(path, data=dict(body), headers=self._headers())

    def _headers(self) -> dict[str, str]:
        token = next((c["value"] for c in self.context.cookies() if c["name"].endswith("csrftoken")), "")
        return {
            "X-Hanse-Client": "journey",
            "X-CSRFToken": token,
            "Content-Type": "application/json",
            "Accept-Language": "en",
            **({"X-Hanse-Group": self.group} if self.group else {}),
        }


def signed_up(context: BrowserContext, email: str, name: str, password: str) -> APIResponse:
    """This will ask for an account; its address is confirmed by the mail's link."""
    context.request.get(f"{AUTH}/config")
    token = next(c["value"] for c in context.cookies() if c["name"].endswith("csrftoken"))
    return context.request.post(
        f"{AUTH}/auth/signup",
        data={"email": email, "password": password, "display_name": name},
        headers={"X-Hanse-Client": "journey", "X-CSRFToken": token},
    )
