"""From what the caller names to the files that are read."""

import os
from collections.abc import Iterator
from pathlib import Path

from hearsay.errors import EmptyReport, MissingReport, ReportError
from hearsay.ingest.sniff import kind_of_name


def find_files(path: Path) -> Iterator[Path | ReportError]:
    """``path`` itself if it is a file, else the reports in the folder, its subfolders included, by name.

    Of a folder only files with a suffix that tells a report are taken; hidden files and folders and READMEs are left
    out, links to folders are not followed. A folder without a report gives an EmptyReport, one that may not be opened a
    MissingReport.
    """
    if not path.is_dir():
        yield path
        return
    found = False
    pending: list[Path] = [path]
    while pending:
        current = pending.pop()
        if current is not path and not current.is_dir():
            found = True
            yield current
            continue
        try:
            with os.scandir(current) as entries:
                inner = [Path(entry.path) for entry in entries if _is_taken(entry)]
        except OSError as error:
            found = True
            yield missing(error, origin=str(current))
            continue
        # The last to be put in is the first to be taken out.
        pending.extend(sorted(inner, reverse=True))
    if not found:
        yield EmptyReport(
            "no report in the folder", origin=str(path), advice="give a folder with .txt, .html or .jsonl files"
        )


def missing(error: OSError, *, origin: str) -> MissingReport:
    """What the operating system had against opening or reading a file, as a MissingReport."""
    if isinstance(error, FileNotFoundError):
        return MissingReport("no such file", origin=origin)
    return MissingReport(f"cannot be read: {(error.strerror or str(error)).lower()}", origin=origin)


def _is_taken(entry: os.DirEntry[str]) -> bool:
    # A README tells of the reports beside it; it is none.
    if entry.name.startswith(".") or entry.name.upper().startswith("README"):
        return False
    if entry.is_dir():
        return not entry.is_symlink()
    return entry.is_file() and kind_of_name(Path(entry.name)) is not None
