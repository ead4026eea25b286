"""How often one may try: a limit for each key, in the memory of the one process that serves."""

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

_MOST_KEYS = 10_000
"""That are remembered; the oldest go first."""


class Tries:
    """Counts failures of late, by key; safe for several threads."""

    def __init__(self, most: int, *, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        """``most`` failures within ``seconds`` are borne."""
        self._most = most
        self._seconds = seconds
        self._clock = clock
        self._failed: OrderedDict[str, list[float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, key: str) -> int:
        """Seconds until the next try is allowed; 0 where it is now."""
        with self._lock:
            late = self._late(key)
            return 0 if len(late) < self._most else max(1, round(late[0] + self._seconds - self._clock()))

    def fail(self, key: str) -> None:
        """Count a failure."""
        with self._lock:
            self._failed[key] = [*self._late(key), self._clock()][-self._most :]
            self._failed.move_to_end(key)
            while len(self._failed) > _MOST_KEYS:
                self._failed.popitem(last=False)

    def clear(self, key: str) -> None:
        """Forget the failures, after a success."""
        with self._lock:
            self._failed.pop(key, None)

    def _late(self, key: str) -> list[float]:
        since = self._clock() - self._seconds
        return [at for at in self._failed.get(key, ()) if at > since]
