"""What a person tells at sign-up beside e-mail address and password."""

from django import forms
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

    def signup(self, request: HttpRequest, user: Person) -> None:
        """This will write both into the new person; allauth calls it."""
        user.display_name = self.cleaned_data["display_name"]
        user.locale = to_locale(self.cleaned_data.get("locale"))
        user.save(update_fields=["display_name", "locale"])
