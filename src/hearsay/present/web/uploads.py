"""A file that was sent, kept until it has been read."""

import shutil
import tempfile
from typing import BinaryIO, cast

from fastapi import UploadFile

from hearsay.present.web.adding import Uploaded

_IN_MEMORY = 1_000_000
"""Bytes; a larger file waits in a temporary one without a name."""


def uploaded(file: UploadFile, *, most: int) -> Uploaded:
    """The file as something to be read. Copied: what came with a request is closed with its answer."""
    kept = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - whoever reads it closes it
    shutil.copyfileobj(file.file, kept)
    kept.seek(0)
    return Uploaded(file.filename or "", cast("BinaryIO", kept), most)
