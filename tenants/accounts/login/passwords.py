"""What a password may be."""

from django.core.exceptions import ValidationError
from django.utils.translation import get_language

LONGEST = 256


class LongestPassword:
    """Refuses passwords so long that hashing them would be work for an attacker to give us."""

    def validate(self, password: str, user: object = None) -> None:
        """This will pass when the password is short enough; raises ValidationError."""
        if len(password) > LONGEST:
            raise ValidationError(self.get_help_text(), code="password_too_long")

    def get_help_text(self) -> str:
        """This will word the rule in the language of the request."""
        if (get_language() or "").startswith("zh"):
            return f"密码不能超过 {LONGEST} 个字符。"
        return f"A password has at most {LONGEST} characters."
