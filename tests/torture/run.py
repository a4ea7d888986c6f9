"""Live through the news: undisturbed, or with kills; then wait until everything is settled."""

import random
import subprocess
import time
from dataclasses import dataclass, field

from tests.torture.ageing import age
from tests.torture.victims import Victim
from tests.torture.world import World

# Kills are at most so many starts of a command apart, so that something is done in between.
TYPED = {"crawler": ("crawl",), "reader": ("read",), "sender": ("alerts", "send")}
MOST_TYPED = 2
# What people type besides the daemons, by the kind of the process that it gives.
MOST_STARTS = 1.2
PATIENCE = 240
MOST_ROUNDS = 60
HISTORY = 0.2


def live_calmly(world: World) -> None:
    """Live through all waves of news without a kill: crawl, read and send after each."""
    _make_history(world)
    while world.sites.press.publish():
        world.sites.advance()
        for command in (("crawl",), ("read",), ("alerts", "send")):
            world.tracker.run(*command, code=None)
        age(world.engine)
    settle(world)


def live_through(world: World, kills: int, seed: int) -> None:
    """Live through all waves of news while `kills` processes are killed."""
    storm = Storm(world, random.Random(seed))
    storm.rage(round(kills * HISTORY))
    _make_history(world)
    waves = len(world.sites.press.waves)
    for wave in range(1, waves):
        world.sites.press.publish()
        world.sites.advance()
        storm.rage(round(kills * (HISTORY + (1 - HISTORY) * wave / (waves - 1))))
    storm.end()
    settle(world)


def settle(world: World) -> None:
    """Crawl, read and send without a disturbance until nothing is left to do."""
    world.mail.calm()
    world.web.calm()
    for n in range(MOST_ROUNDS):
        if n < 2:
            world.tracker.run("daemon", "--once", code=None)
            world.tracker.run("crawl", code=None)
            world.tracker.run("read")
        world.tracker.run("alerts", "send", code=None)
        if not world.open():
            return
        age(world.engine)


def _make_history(world: World) -> None:
    """Crawl and read completely what the sites had before, so that all that follows is news."""
    world.sites.press.wave = max(world.sites.press.wave, 1)
    for _ in range(10):
        if world.tracker.run("crawl", *world.sources, code=None).returncode == 0:
            break
    world.tracker.run("read")


@dataclass
class Storm:
    """Keep daemons and commands running, and kill them at random moments.

    `start` is how many seconds a command takes to do nothing: on slow machines, kills come slowly.
    """

    world: World
    chance: random.Random
    daemons: "list[subprocess.Popen[bytes]]" = field(default_factory=list)
    typed: "list[subprocess.Popen[bytes]]" = field(default_factory=list)
    start: float = field(init=False)

    def __post_init__(self) -> None:
        began = time.monotonic()
        self.world.tracker.run("read")
        self.start = time.monotonic() - began

    def rage(self, kills: int) -> None:
        """Kill until so many processes in all are killed."""
        self.world.sites.press.wave = max(self.world.sites.press.wave, 1)
        end = time.monotonic() + PATIENCE + 10 * self.start * kills
        while self.world.victims.counts.total() < kills:
            if time.monotonic() > end:
                raise TimeoutError(f"only {self.world.victims.counts.total()} of {kills} kills came about")
            self._keep_running()
            time.sleep(self.chance.uniform(0, MOST_STARTS) * self.start)
            self._strike()

    def end(self) -> None:
        """Stop the daemons as an operator does, and wait until the last orphan has finished."""
        for daemon in self.daemons:
            daemon.terminate()
        for process in (*self.daemons, *self.typed):
            process.wait(PATIENCE)
        end = time.monotonic() + PATIENCE
        while self.world.victims.running():
            if time.monotonic() > end:
                raise TimeoutError(f"still running: {self.world.victims.running()}")
            time.sleep(0.2)

    def _keep_running(self) -> None:
        for server in (self.world.mail, self.world.web):
            if self.chance.random() < 0.6:
                server.start()
        self.daemons = [daemon for daemon in self.daemons if daemon.poll() is None]
        while len(self.daemons) < self.chance.choice((1, 2)):
            self.daemons.append(self.world.start("daemon"))
        self.typed = [typed for typed in self.typed if typed.poll() is None]
        while len(self.typed) < MOST_TYPED:
            kinds = sorted(TYPED, key=self.world.victims.killed_of)
            kind = self.chance.choice((kinds[0], *kinds))
            some = self.chance.sample(self.world.sources, 2) if kind == "crawler" else []
            self.typed.append(self.world.start(*TYPED[kind], *some))

    def _strike(self) -> None:
        """Kill a process of the kind that was killed least so far; a daemon with its children, at times."""
        running = self.world.victims.running()
        self.chance.shuffle(running)
        running.sort(key=lambda victim: self.world.victims.killed_of(victim.kind))
        for victim in running[:1]:
            children = [other for other in running if other.parent == victim.process.pid]
            self._kill(victim)
            if children and self.chance.random() < 0.3:
                for child in children:
                    self._kill(child)

    def _kill(self, victim: Victim) -> None:
        if not self.world.victims.kill(victim):
            return
        if self.chance.random() < 0.12:
            self.world.mail.kill()
        if self.chance.random() < 0.08:
            self.world.web.kill()
        if self.chance.random() < 0.15:
            age(self.world.engine)
