"""The adapter of D&B Direct+: token, cleanse and match, data blocks, monitoring notifications."""

import base64
import json
import threading
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from commerce.masterdata.providers.port import (
    CLASSES,
    Answer,
    CheckFields,
    ProviderDown,
    Subject,
    SubjectUnknown,
)
from tenants.runtime import egress

HOST = "plus.dnb.com"
BLOCKS = {
    "credit": "companyinfo_L2_v1,thirdpartyriskinsight_L3_v3",
    "licence": "companyinfo_L2_v1",
}
RISK_ELEMENT = "failureScoreClassDescription"
LEAST_CONFIDENCE = 8
"""Below this confidence code (1 to 10) a match is not taken for the supplier."""

HTTP_OK, NOT_FOUND, UNAUTHORISED = 200, 404, 401
_SPARE_SECONDS = 60


class DnbDirectPlus:
    """Asks D&B. `base` is empty for D&B itself, or the address of a stand-in on this machine."""

    code = "dnb"

    def __init__(self, *, key: str, secret: str, base: str = "") -> None:
        self._key, self._secret = key, secret
        self._base = base or f"https://{HOST}"
        self._stand_in = base
        self._token, self._token_ends = "", 0.0
        self._lock = threading.Lock()

    def check(self, *, kind: str, subject: Subject) -> Answer:
        """This will find the supplier by its D-U-N-S number or its name, and read the blocks of the check."""
        duns = subject.duns or self._match(subject)
        status, raw = self._get(f"/v1/data/duns/{quote(duns)}", {"blockIDs": BLOCKS[kind]})
        if status == NOT_FOUND:
            raise SubjectUnknown("unknown D-U-N-S number", raw)
        organization = _read(raw).get("organization") or {}
        return Answer(_fields(organization), raw)

    def changes(self, *, portfolio: str) -> list[str]:
        """This will take the notifications of a monitoring registration that are about the failure score."""
        path = f"/v1/monitoring/registrations/{quote(portfolio)}/notifications"
        status, raw = self._get(path, {"maximumQuantity": "100"})
        if status == NOT_FOUND:
            return []
        told = _read(raw).get("notifications") or []
        return sorted({str(n["duns"]) for n in told if RISK_ELEMENT in str(n.get("elementId", ""))})

    def _match(self, subject: Subject) -> str:
        asked = {
            "name": subject.name,
            "countryISOAlpha2Code": subject.country,
            "streetAddressLine1": subject.street,
            "addressLocality": subject.city,
            "postalCode": subject.postal_code,
            "registrationNumber": subject.uscc or subject.tax_id,
            "candidateMaximumQuantity": "5",
        }
        _, raw = self._get("/v1/match/cleanseMatch", {k: v for k, v in asked.items() if v})
        candidates = _read(raw).get("matchCandidates") or []
        best = max(candidates, key=_confidence, default=None)
        if best is None or _confidence(best) < LEAST_CONFIDENCE:
            raise SubjectUnknown("no sure match", raw)
        return str(best["organization"]["duns"])

    def _get(self, path: str, query: Mapping[str, str]) -> tuple[int, bytes]:
        url = f"{self._base}{path}?{urlencode(query)}"
        for fresh in (False, True):
            headers = {"Authorization": f"Bearer {self._access(fresh)}", "Accept": "application/json"}
            answer = self._call("GET", url, headers, None)
            if answer.status != UNAUTHORISED:
                break
        if answer.status not in (HTTP_OK, NOT_FOUND):
            raise ProviderDown(f"status {answer.status}")
        return answer.status, answer.body

    def _access(self, fresh: bool) -> str:
        with self._lock:
            if not fresh and self._token and time.monotonic() < self._token_ends:
                return self._token
            basic = base64.b64encode(f"{self._key}:{self._secret}".encode()).decode()
            headers = {"Authorization": f"Basic {basic}", "Content-Type": "application/json"}
            body = json.dumps({"grant_type": "client_credentials"}).encode()
            answer = self._call("POST", f"{self._base}/v3/token", headers, body)
            if answer.status != HTTP_OK:
                raise ProviderDown(f"no token, status {answer.status}")
            told = _read(answer.body)
            self._token = str(told.get("access_token", ""))
            self._token_ends = time.monotonic() + int(told.get("expires_in", 0)) - _SPARE_SECONDS
            return self._token

    def _call(self, method: str, url: str, headers: Mapping[str, str], body: bytes | None) -> egress.Answer:
        try:
            return egress.call(
                method,
                url,
                system="dnb",
                allowed_hosts=[HOST],
                headers=headers,
                body=body,
                stand_in=self._stand_in,
            )
        except (egress.EgressFailed, egress.EgressRefused) as error:
            raise ProviderDown(str(error)) from error


def _read(raw: bytes) -> dict[str, Any]:
    try:
        found = json.loads(raw)
    except ValueError as error:
        raise ProviderDown("the answer is no JSON") from error
    if not isinstance(found, dict):
        raise ProviderDown("the answer is no object")
    return found


def _confidence(candidate: Mapping[str, Any]) -> int:
    return int(candidate.get("matchQualityInformation", {}).get("confidenceCode", 0))


def _fields(organization: Mapping[str, Any]) -> CheckFields:
    risk = (organization.get("riskAssessment") or {}).get("dnbAssessment") or {}
    words = str(risk.get(RISK_ELEMENT, ""))
    address = organization.get("primaryAddress") or {}
    control = (organization.get("dunsControlStatus") or {}).get("operatingStatus") or {}
    numbers = organization.get("registrationNumbers") or []
    return CheckFields(
        duns=str(organization.get("duns", "")),
        primary_name=str(organization.get("primaryName", "")),
        country=str((address.get("addressCountry") or {}).get("isoAlpha2Code", "")),
        operating_status=str(control.get("description", "")).lower(),
        registration_numbers=tuple(str(n.get("registrationNumber", "")) for n in numbers),
        risk_class=CLASSES.get(words.lower()),
        risk_text=words,
    )
