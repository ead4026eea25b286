"""Whether reports fall into two groups."""

from hearsay.reconcile.stories.split import parted
from hearsay.records.traits import Traits


def _report(number: int, *keys: int) -> Traits:
    weight = (1 / len(keys)) ** 0.5
    return Traits(number, f"r{number}", 1, dict.fromkeys(keys, weight), frozenset(keys))


def test_two_groups_are_parted_and_the_smaller_goes() -> None:
    members = [_report(1, 1, 2), _report(2, 7, 8), _report(3, 1, 2, 3), _report(4, 2, 3), _report(5, 8, 9)]
    assert [one.lineage for one in parted(members)] == ["r2", "r5"]


def test_of_two_of_a_size_the_later_goes() -> None:
    members = [_report(1, 1, 2), _report(2, 7, 8), _report(3, 1, 2), _report(4, 7, 8)]
    assert [one.lineage for one in parted(members)] == ["r2", "r4"]


def test_what_holds_together_is_left() -> None:
    chain = [_report(n, n, n + 1, n + 2, n + 3) for n in range(5)]
    assert not parted(chain)
    assert not parted(chain[:2])
