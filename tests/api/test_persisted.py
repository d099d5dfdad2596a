"""Pages of the front end send the hash of a document; the text comes from the build that is served."""

import json

import pytest

from api.persisted import UnknownDocument, persisted_text


@pytest.fixture
def built(settings, tmp_path):
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents/group.json").write_text(
        json.dumps({"sha256:1": "query A { viewer { person { id } } }"})
    )
    settings.FRONTEND_DIST = tmp_path


def test_a_known_hash_stands_for_its_text(built):
    assert persisted_text("group", "sha256:1") == "query A { viewer { person { id } } }"


@pytest.mark.parametrize(
    ("side", "document_id"), [("group", "sha256:2"), ("unit", "sha256:1"), ("group", "")]
)
def test_another_hash_another_side_or_none_is_refused(built, side, document_id):
    with pytest.raises(UnknownDocument):
        persisted_text(side, document_id)
