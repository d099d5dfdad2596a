"""A person takes along what is kept of them. How a whole group leaves is told with the newcomer's path."""

import json

import pytest

from tests.journeys.conftest import OpenPage
from tests.journeys.screen import SOON

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]


def test_a_person_takes_their_data_along(signed_in: OpenPage) -> None:
    page = signed_in("hq_admin", path="/settings/data")
    with page.expect_download(
        predicate=lambda download: download.suggested_filename == "my-data.json", timeout=SOON
    ) as taken:
        page.get_by_role("button", name="Download my data").click()
    told = json.loads(taken.value.path().read_text())
    assert len(told["places"]) > 1 and "accounts.Person" in told["places"][""]
