"""Child processes in groups of their own: started, heard, restarted when they crash, stopped in order."""

import ctypes
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO

PR_SET_PDEATHSIG = 1
FIRST_PAUSE = 0.5  # seconds before a crashed child is started again; doubles with each crash
LONGEST_PAUSE = 30.0
STEADY_AFTER = 60.0  # seconds of running that make earlier crashes forgotten
COLOURS = (36, 32, 33, 35, 34, 96, 92)


def follow_parent(number: signal.Signals) -> Callable[[], None]:
    """This will give a `preexec_fn` by which the kernel sends the signal to the child when its parent dies."""
    libc = ctypes.CDLL(None, use_errno=True)

    def arrange() -> None:
        libc.prctl(PR_SET_PDEATHSIG, int(number))

    return arrange


@dataclass(frozen=True)
class Program:
    """What to run. `patience` is the number of seconds it gets to stop after SIGTERM."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    patience: float = 20.0
    kept_back: str = "\0"  # lines that begin so are kept, not shown


class Output:
    """Prints lines with the time and the name of who said them."""

    def __init__(self) -> None:
        self._colourful = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        self._names: list[str] = []

    def line(self, name: str, text: str) -> None:
        """This will print one line of the child or the supervisor called `name`."""
        if name not in self._names:
            self._names.append(name)
        head = f"{time.strftime('%H:%M:%S')} {name:<8} |"
        if self._colourful:
            head = f"\x1b[{COLOURS[self._names.index(name) % len(COLOURS)]}m{head}\x1b[0m"
        self.plain(f"{head} {text}")

    def plain(self, text: str) -> None:
        """This will print text as it is; a closed terminal is no reason to fall over."""
        with suppress(BrokenPipeError, OSError):
            print(text, flush=True)


class Child:
    """One process of a program, with the unfinished line of its output."""

    def __init__(self, program: Program, *, keep: bool) -> None:
        self.program = program
        self.keep = keep  # start it again when it ends
        self.crashes = 0
        self.start_again_at: float | None = None
        self.lines: list[str] = []
        self._rest = b""
        self.start()

    def start(self) -> None:
        """This will start the process in a group of its own, its output going to us."""
        self.started_at = time.monotonic()
        self.start_again_at = None
        self.process = subprocess.Popen(
            self.program.command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=dict(self.program.environment) or None,
            start_new_session=True,
            preexec_fn=follow_parent(signal.SIGTERM),
        )
        os.set_blocking(self.pipe.fileno(), False)

    @property
    def pipe(self) -> IO[bytes]:
        assert self.process.stdout is not None
        return self.process.stdout

    def read(self) -> tuple[list[str], bool]:
        """This will give the lines that have arrived and whether more may come."""
        chunk = self.pipe.read()
        if chunk is None:
            return [], True
        *whole, self._rest = (self._rest + chunk).split(b"\n")
        if not chunk and self._rest:
            whole, self._rest = [self._rest], b""
        return [line.decode(errors="replace").rstrip() for line in whole], bool(chunk)

    def signal_group(self, number: signal.Signals) -> None:
        """This will send the signal to the process and everything it has started."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, number)

    def note_end(self) -> float:
        """This will plan the next start after a crash and give the pause in seconds."""
        if time.monotonic() - self.started_at > STEADY_AFTER:
            self.crashes = 0
        pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2**self.crashes)
        self.crashes += 1
        self.start_again_at = time.monotonic() + pause
        return pause


class Crew:
    """All children of one supervisor and the loop that hears them."""

    def __init__(self, output: Output) -> None:
        self.output = output
        self.children: list[Child] = []
        self._selector = selectors.DefaultSelector()

    def start(self, program: Program, *, keep: bool = True) -> Child:
        """This will start the program; with `keep` it is started again whenever it ends."""
        child = Child(program, keep=keep)
        self.children.append(child)
        self._selector.register(child.pipe, selectors.EVENT_READ, child)
        return child

    def finish(self, child: Child, *, quiet: bool = False) -> int:
        """This will hear everyone until the child ends, and give its exit code; `quiet` keeps its lines."""
        while child.process.poll() is None:
            self.hear(0.2, quiet=child if quiet else None)
        self._hang_up(child, quiet=child if quiet else None)
        self.children.remove(child)
        return child.process.returncode

    def hear(self, seconds: float, quiet: Child | None = None) -> None:
        """This will print what the children say for at most so long, and restart those that have crashed."""
        for key, _ in self._selector.select(seconds):
            self._hear_one(key.data, quiet)
        for child in self.children:
            if child.keep:
                self._look_after(child)

    def stop(self, hurry: Callable[[], bool]) -> None:
        """This will end all children, the last started first; `hurry` is asked whether to stop being patient."""
        running = [child for child in reversed(self.children) if child.process.poll() is None]
        for child in self.children:
            child.keep = False
        for child in running:
            child.signal_group(signal.SIGTERM)
        begun = time.monotonic()
        while any(child.process.poll() is None for child in running):
            self.hear(0.1)
            for child in running:
                late = time.monotonic() - begun > child.program.patience
                if child.process.poll() is None and (late or hurry()):
                    self.output.line("hanse", f"{child.program.name} does not stop by itself: killed")
                    child.signal_group(signal.SIGKILL)
                    child.process.wait()
        for child in running:
            child.signal_group(signal.SIGKILL)  # whatever it left behind in its group
        for child in self.children:
            self._hang_up(child, None)
        self.children.clear()

    def _look_after(self, child: Child) -> None:
        if child.start_again_at is None:
            if child.process.poll() is not None:
                self._hang_up(child, None)
                child.signal_group(signal.SIGKILL)  # what the crashed process has started
                pause = child.note_end()
                how = _ending(child.process.returncode)
                self.output.line("hanse", f"{child.program.name} {how}; started again in {pause:.1f} s")
        elif time.monotonic() >= child.start_again_at:
            child.start()
            self._selector.register(child.pipe, selectors.EVENT_READ, child)

    def _hear_one(self, child: Child, quiet: Child | None) -> bool:
        lines, more = child.read()
        if not child.keep:
            child.lines += lines
        for line in lines:
            if line and child is not quiet and not line.startswith(child.program.kept_back):
                self.output.line(child.program.name, line)
        return more and bool(lines)

    def _hang_up(self, child: Child, quiet: Child | None) -> None:
        if child.pipe.closed:
            return
        while self._hear_one(child, quiet):
            pass
        self._selector.unregister(child.pipe)
        child.pipe.close()


def _ending(code: int) -> str:
    return f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"
