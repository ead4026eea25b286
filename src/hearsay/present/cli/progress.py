"""How far the reading is, on a terminal, once it takes longer than a moment."""

from threading import Lock, Timer
from types import TracebackType
from typing import TYPE_CHECKING, Self

from hearsay.present.words import counted

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

PATIENCE = 1.0
"""Seconds of work before anything is shown."""


class Progress:
    """Counts reports as they are read, and shows the count on stderr after PATIENCE seconds unless not ``shown``."""

    def __init__(self, *, shown: bool) -> None:
        self._lock = Lock()
        self._bar: Bar | None = None
        self._count = 0
        self._is_over = False
        self._timer = Timer(PATIENCE, self._show) if shown else None

    def __enter__(self) -> Self:
        if self._timer:
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._is_over = True
            if self._timer:
                self._timer.cancel()
            if self._bar:
                self._bar.stop()

    def advance(self) -> None:
        """Count one report."""
        with self._lock:
            self._count += 1
            if self._bar:
                self._bar.update(self._bar.task_ids[0], description=self._description())

    def _description(self) -> str:
        return f"{counted(self._count, 'report')} read" if self._count else "reading"

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bar

        with self._lock:
            if self._is_over:
                return
            # How many reports there will be is not known before the last folder has been walked: the bar has no end.
            columns = (BarColumn(bar_width=24), TextColumn("{task.description}"), TimeElapsedColumn())
            self._bar = Bar(
                *columns, console=Console(stderr=True), transient=True, redirect_stdout=False, refresh_per_second=4
            )
            self._bar.add_task(self._description(), total=None)
            self._bar.start()
