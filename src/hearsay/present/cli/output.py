"""Where a command's output goes: standard output, or a file that is there whole or not at all."""

import errno
import io
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, TextIO

from hearsay.errors import OutputError

_FAULTS_OF_THE_DISK = frozenset({errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EDQUOT, errno.EROFS})


@contextmanager
def opened(path: Path | None, *, encoding: str | None = None, binary: bool = False) -> Iterator[IO[Any]]:
    """A stream of text, or of bytes, to ``path``, standard output where that is None or "-".

    A file is written beside its place and moved there at the end: when anything fails, what stood there stays.
    ``encoding`` None leaves standard output to the locale; files are UTF-8. Raises OutputError where nothing can be
    written.
    """
    if path is None or str(path) == "-":
        with _told("standard output"):
            stream: IO[Any] = _standard_output(encoding).buffer if binary else _standard_output(encoding)
            yield stream
            stream.flush()
        return
    # Through a symbolic link, not in its place.
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file() and not path.is_dir():
        # A device or a named pipe: there is nothing to put in its place.
        with _told(str(path), every=True):
            device = _open(path, binary=binary)
        with _told(str(path)), device:
            yield device
        return
    with _replacing(path, binary=binary) as stream:
        yield stream


@contextmanager
def _replacing(path: Path, *, binary: bool) -> Iterator[IO[Any]]:
    name = ""
    # Whoever stops it stops it anywhere: from the moment that the file is there it is taken away again.
    try:
        with _told(str(path), every=True):
            mode = _mode_of(path)
            number, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
        with _told(str(path)):
            with _open(number, binary=binary) as stream:
                yield stream
            Path(name).chmod(mode)
            Path(name).replace(path)
    except BaseException:
        if name:
            Path(name).unlink(missing_ok=True)
        raise


def _mode_of(path: Path) -> int:
    """The permissions that a file there has, or would have. Raises OSError where it must not be written."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if path.exists() and not os.access(path, os.W_OK):
        # The move would succeed all the same, against the will of whoever write-protected the file.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()


def _open(file: Path | int, *, binary: bool) -> IO[Any]:
    """A path, or a descriptor, opened to be written."""
    if binary:
        return open(file, "wb")  # noqa: PTH123 - it may be a descriptor
    return open(file, "w", encoding="utf-8", newline="\n")  # noqa: PTH123 - it may be a descriptor


def _standard_output(encoding: str | None) -> TextIO:
    stream = sys.stdout
    if stream is None:
        raise OSError(errno.EIO, "it is closed")
    if isinstance(stream, io.TextIOWrapper):
        # In the locale's encoding, a character that it lacks becomes a question mark.
        stream.reconfigure(encoding=encoding, errors="strict" if encoding else "replace", newline="\n")
    return stream


@contextmanager
def _told(name: str, *, every: bool = False) -> Iterator[None]:
    """Turn an error of the disk, or ``every`` OSError, into one that names what could not be written."""
    try:
        yield
    except OSError as error:
        if isinstance(error, BrokenPipeError) or not (every or error.errno in _FAULTS_OF_THE_DISK):
            raise
        raise OutputError(f"{name} cannot be written: {(error.strerror or str(error)).lower()}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
