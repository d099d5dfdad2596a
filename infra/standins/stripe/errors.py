"""Refusals in Stripe's shape."""

from typing import Any


class ApiError(Exception):
    """An answer other than success: its HTTP status and the fields of `error`."""

    def __init__(self, status: int, kind: str, message: str, **fields: Any) -> None:
        super().__init__(message)
        self.status = status
        self.error = {"type": kind, "message": message, **{k: v for k, v in fields.items() if v is not None}}


def invalid(message: str, *, param: str | None = None, code: str | None = None) -> ApiError:
    """This will make the refusal of a request that cannot be carried out as it is."""
    return ApiError(400, "invalid_request_error", message, param=param, code=code)


def missing(kind: str, key: str, *, param: str = "id") -> ApiError:
    """This will make the answer for an object that does not exist."""
    noun = kind.split(".")[-1]
    return ApiError(
        404, "invalid_request_error", f"No such {noun}: '{key}'", param=param, code="resource_missing"
    )


def declined(message: str, *, decline_code: str, code: str = "card_declined", **fields: Any) -> ApiError:
    """This will make the answer for a card that was declined."""
    return ApiError(402, "card_error", message, code=code, decline_code=decline_code, **fields)
