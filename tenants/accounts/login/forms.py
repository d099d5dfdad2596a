"""What a person tells at sign-up beside e-mail address and password."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from tenants.accounts.models import Person

LOCALES = ("zh-CN", "en")


def to_locale(text: str | None) -> str:
    """This will turn a language tag into one of the two we speak."""
    return "zh-CN" if (text or "").lower().startswith("zh") else "en"


class SignupFields(forms.Form):
    """Name and language."""

    display_name = forms.CharField(max_length=120, strip=True)
    locale = forms.CharField(max_length=20, required=False)

    def clean_display_name(self) -> str:
        """This will keep a name on one line: it stands in mails and lists."""
        return " ".join(self.cleaned_data["display_name"].split())

    def clean(self) -> dict[str, Any]:
        """This will hold the password against the name and address too, which allauth knows not yet."""
        given = super().clean() or {}
        password, email = self.cleaned_data.get("password"), self.cleaned_data.get("email")
        if password and email:
            person = Person(email=email, display_name=self.cleaned_data.get("display_name", ""))
            try:
                validate_password(password, person)
            except ValidationError as refusal:
                self.add_error("password", refusal)
        return given

    def signup(self, request: HttpRequest, user: Person) -> None:
        """This will write both into the new person; allauth calls it."""
        user.display_name = self.cleaned_data["display_name"]
        user.locale = to_locale(self.cleaned_data.get("locale"))
        user.save(update_fields=["display_name", "locale"])
