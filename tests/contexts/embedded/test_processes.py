"""The crew: lines are heard, crashes answered by a new start, and everything stops when told to."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from infra.embedded.places import is_alive
from infra.embedded.processes import FIRST_PAUSE, LONGEST_PAUSE, Child, Crew, Output, Program

pytestmark = pytest.mark.process
LIMIT = 60.0  # seconds


class Heard(Output):
    """Keeps what would be printed."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def plain(self, text: str) -> None:
        self.lines.append(text.split(" ", 1)[1])

    def said(self, part: str) -> int:
        return sum(part in line for line in self.lines)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def crew(heard: Heard) -> Iterator[Crew]:
    made = Crew(heard)
    yield made
    made.stop(lambda: True)


def python(name: str, code: str, patience: float = LIMIT) -> Program:
    """A program that runs the code."""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    return Program(name, [sys.executable, "-c", code], environment, patience)


def hear_until(crew: Crew, true: Callable[[], bool]) -> None:
    """This will listen until something is true."""
    deadline = time.monotonic() + LIMIT
    while not true():
        assert time.monotonic() < deadline, "it did not happen"
        crew.hear(0.1)


def test_lines_carry_the_name_of_who_said_them_also_the_last_one_without_an_end(
    crew: Crew, heard: Heard
) -> None:
    child = crew.start(python("one", "print('hello'); print('no newline', end='')"), keep=False)
    assert crew.finish(child) == 0
    assert heard.lines == ["one      | hello", "one      | no newline"]
    assert child.lines == ["hello", "no newline"]


def test_a_crashed_child_is_started_again_with_growing_pauses(
    crew: Crew, heard: Heard, tmp_path: Path
) -> None:
    counter = tmp_path / "starts"
    code = f"open({str(counter)!r}, 'a').write('x'); raise SystemExit(3)"
    child = crew.start(python("weak", code))
    hear_until(crew, lambda: counter.exists() and len(counter.read_text()) >= 3)
    assert heard.said("weak ended with code 3; started again in 0.5 s") == 1
    assert heard.said("weak ended with code 3; started again in 1.0 s") == 1
    assert child.crashes >= 2


def test_pauses_are_capped_and_forgotten_after_a_steady_run(monkeypatch: pytest.MonkeyPatch) -> None:
    child = Child(python("weak", "pass"), keep=True)
    child.process.wait()
    child.crashes = 20
    assert child.note_end() == LONGEST_PAUSE
    child.started_at -= 3600
    assert child.note_end() == FIRST_PAUSE
    child.pipe.close()


def test_a_killed_child_comes_back_and_what_it_had_started_is_gone(crew: Crew, heard: Heard) -> None:
    code = "import subprocess; print(subprocess.Popen(['sleep', '600']).pid); input_ = __import__('signal').pause()"
    child = crew.start(python("parent", code))
    hear_until(crew, lambda: heard.said("parent   | ") == 1)
    grandchild = int(heard.lines[0].rsplit(" ", 1)[1])
    first = child.process.pid
    child.process.kill()
    hear_until(crew, lambda: child.process.pid != first)
    assert heard.said("parent was ended by SIGKILL") == 1
    hear_until(crew, lambda: not is_alive(grandchild))


def test_stop_asks_the_last_started_first_and_waits(crew: Crew, heard: Heard) -> None:
    code = (
        "import signal, sys\n"
        "signal.signal(signal.SIGTERM, lambda *_: (print('bye'), sys.exit(0)))\n"
        "print('ready'); signal.pause()"
    )
    children = [crew.start(python(name, code)) for name in ("first", "second")]
    hear_until(crew, lambda: heard.said("ready") == 2)
    crew.stop(lambda: False)
    assert heard.said("bye") == 2
    assert not any(is_alive(child.process.pid) for child in children)


@pytest.mark.parametrize(("patience", "hurry"), [(0.2, False), (LIMIT, True)])
def test_a_stubborn_child_is_killed_when_patience_ends_or_in_a_hurry(
    crew: Crew, heard: Heard, patience: float, hurry: bool
) -> None:
    code = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('ready')\nwhile True: signal.pause()"
    child = crew.start(python("deaf", code, patience))
    hear_until(crew, lambda: heard.said("ready") == 1)
    crew.stop(lambda: hurry)
    assert child.process.returncode == -signal.SIGKILL
    assert heard.said("deaf does not stop by itself: killed") == 1
