"""Takes people of an archive in: without passwords, which they set by mail."""

from collections.abc import Iterable, Mapping

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from tenants.accounts.models import Person
from tenants.kernel.errors import DomainError


class AddressTaken(DomainError):
    """Another person here has the address."""

    code = "ADDRESS_TAKEN"
    en = "Another person here has the address {email}."
    zh = "地址 {email} 已属于此处的其他人员。"


def people_take_in(*, people: Iterable[Mapping[str, str]]) -> int:
    """This will make those who are not here yet, with their ids; in the accounts scope. Gives how many.

    For `manage group_import`; no door leads to it. Raises AddressTaken.
    """
    made = 0
    for told in people:
        if Person.objects.filter(id=told["id"]).exists():
            continue
        if Person.objects.filter(email__iexact=told["email"]).exists():
            raise AddressTaken(email=told["email"])
        person = Person.objects.create(
            id=told["id"], email=told["email"], display_name=told["display_name"], locale=told["locale"],
            password=make_password(None),
        )  # fmt: skip
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
        made += 1
    return made
