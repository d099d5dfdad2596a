"""The offline audit finds a locked version that an advisory names, and nothing else (R38)."""

import json
import zipfile

import pytest

from infra.tools.advisories import advisories, audit, is_affected, locked_packages, main

LOCKED = {("PyPI", "django"): {"5.2.8"}, ("npm", "@x/flow"): {"12.1.0"}, ("npm", "left"): {"2.0.0-rc.1"}}


def advisory(name, ecosystem, events, **fields):
    affected = {
        "package": {"ecosystem": ecosystem, "name": name},
        "ranges": [{"type": "ECOSYSTEM", "events": events}],
    }
    return {"id": f"TEST-{name}", "summary": "bad", "affected": [affected], **fields}


@pytest.mark.parametrize(
    ("version", "events", "affected"),
    [
        ("5.2.8", [{"introduced": "0"}], True),
        ("5.2.8", [{"introduced": "0"}, {"fixed": "5.2.8"}], False),
        ("5.2.8", [{"introduced": "5.2"}, {"fixed": "5.2.9"}], True),
        ("5.2.8", [{"introduced": "5.3"}], False),
        ("5.2.8", [{"introduced": "0"}, {"last_affected": "5.2.8"}], True),
        (
            "5.2.8",
            [{"introduced": "0"}, {"fixed": "4.2.1"}, {"introduced": "5.0"}, {"fixed": "5.2.10"}],
            True,
        ),
        (
            "5.2.8",
            [{"introduced": "0"}, {"fixed": "4.2.1"}, {"introduced": "5.0"}, {"fixed": "5.2.3"}],
            False,
        ),
        ("not a version", [{"introduced": "1"}], True),
    ],
)
def test_a_version_lies_in_the_ranges_or_not(version, events, affected):
    given = {"ranges": [{"type": "ECOSYSTEM", "events": events}]}
    assert is_affected(version, given, "PyPI") is affected


def test_listed_versions_count_and_git_ranges_do_not():
    assert is_affected("5.2.8", {"versions": ["5.2.8"]}, "PyPI")
    assert not is_affected("5.2.8", {"ranges": [{"type": "GIT", "events": [{"introduced": "0"}]}]}, "PyPI")


def test_both_ecosystems_are_compared_and_withdrawn_advisories_are_not():
    known = [
        advisory("Django", "PyPI", [{"introduced": "5"}, {"fixed": "5.2.9"}]),
        advisory("@x/flow", "npm", [{"introduced": "0"}, {"fixed": "12.1.1"}]),
        advisory("left", "npm", [{"introduced": "0"}, {"fixed": "2.0.0"}]),
        advisory("left", "npm", [{"introduced": "2.0.0"}]),
        advisory("Django", "PyPI", [{"introduced": "0"}], withdrawn="2026-01-01T00:00:00Z"),
        advisory("django", "npm", [{"introduced": "0"}]),
    ]
    assert [str(finding) for finding in audit(LOCKED, known)] == [
        "TEST-@x/flow: @x/flow 12.1.0 (npm) bad",
        "TEST-Django: Django 5.2.8 (PyPI) bad",
        "TEST-left: left 2.0.0-rc.1 (npm) bad",
    ]


def test_our_locks_are_read_whole():
    packages = locked_packages()
    assert ("PyPI", "django") in packages and ("npm", "react") in packages
    assert len(packages) > 300


def test_the_command_reads_folders_and_archives_and_says_by_its_code_what_it_found(tmp_path, capsys):
    (version,) = locked_packages()["PyPI", "django"]
    (tmp_path / "deep").mkdir()
    text = json.dumps(advisory("django", "PyPI", [{"introduced": "0"}]))
    (tmp_path / "deep/one.json").write_text(text)
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr(
            "one.json", json.dumps(advisory("django", "PyPI", [{"introduced": "0"}, {"fixed": "1.0"}]))
        )
    assert main([str(tmp_path / "deep")]) == 1
    assert f"TEST-django: django {version}" in capsys.readouterr().out
    assert main([str(tmp_path / "all.zip")]) == 0
    assert main([]) == main([str(tmp_path / "nothing.zip")]) == 2
    (tmp_path / "empty").mkdir()
    with pytest.raises(ValueError, match="no advisories"):
        list(advisories([tmp_path / "empty"]))
