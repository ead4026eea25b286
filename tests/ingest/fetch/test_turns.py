import pytest

from hearsay.errors import FetchFailed
from hearsay.ingest.fetch.turns import Turns
from tests.ingest.fetch.site import World


def test_the_delay_counts_from_the_end_of_a_turn() -> None:
    world = World()
    turns = Turns(2.0, world.outside())
    with turns.turn("a", origin="-"):
        world.clock.seconds += 5
    with turns.turn("a", origin="-"):
        pass
    assert world.clock.slept == [2.0]


def test_a_turn_that_fails_counts() -> None:
    world = World()
    turns = Turns(2.0, world.outside())
    with pytest.raises(ZeroDivisionError), turns.turn("a", origin="-"):
        raise ZeroDivisionError
    with turns.turn("a", origin="-"):
        pass
    assert world.clock.slept == [2.0]


def test_a_slower_pace_holds_from_the_next_turn_on() -> None:
    world = World()
    turns = Turns(1.0, world.outside())
    with turns.turn("a", origin="-"):
        pass
    turns.slow("a", delay=5.0)
    turns.slow("a", delay=3.0)
    for _ in range(2):
        with turns.turn("a", origin="-"):
            pass
    with turns.turn("b", origin="-"):
        pass
    assert world.clock.slept == [5.0, 5.0]


def test_a_host_is_left_alone_for_as_long_as_it_asks() -> None:
    world = World()
    turns = Turns(0.0, world.outside())
    turns.hold("a", seconds=60.0)
    turns.hold("a", seconds=5.0)
    with turns.turn("a", origin="-"):
        pass
    assert world.clock.slept == [60.0]
    turns.hold("a", seconds=61.0)
    with pytest.raises(FetchFailed, match="a asks to be left alone for 61 seconds"), turns.turn("a", origin="-"):
        pass
    assert world.clock.slept == [60.0]
