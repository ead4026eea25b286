"""What the shipped weights are, and whether they are what they should be."""

import hashlib
import json
from pathlib import Path

from hearsay.errors import WeightsError

WEIGHTS = Path(__file__).parent / "weights"
FILES = ("reader.onnx", "cued.onnx", "transitions.npy", "tokenizer.json", "cues.txt")
"""All that a folder of weights holds beside its manifest."""


def manifest(folder: Path = WEIGHTS) -> dict[str, object]:
    """What the weights in ``folder`` are: version, data, scores, digests. Raises WeightsError."""
    try:
        found = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise WeightsError(f"the manifest of the reader's weights cannot be read: {error}") from error
    if not isinstance(found, dict):
        raise WeightsError(f"the manifest in {folder} is no table")
    return found


def calibration(folder: Path = WEIGHTS) -> tuple[float, float]:
    """What makes a probability of a margin with these weights (see Reader). Raises WeightsError."""
    match manifest(folder).get("calibration"):
        case [float(slope), float(offset)]:
            return slope, offset
    raise WeightsError(f"the manifest in {folder} has no calibration")


def check(folder: Path = WEIGHTS) -> None:
    """Compare each file of weights with its SHA-256 in the manifest; raises WeightsError for the first that differs."""
    digests = manifest(folder).get("files")
    if not isinstance(digests, dict) or set(digests) != set(FILES):
        raise WeightsError(f"the manifest in {folder} does not list the weights' files")
    for name, expected in digests.items():
        try:
            found = digest(folder / name)
        except OSError as error:
            raise WeightsError(f"the reader's weights cannot be read: {error}") from error
        if found != expected:
            raise WeightsError(f"{folder / name} is not the file that its manifest tells of")


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits; raises OSError."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
