import gzip
import io

import pytest

from hearsay.errors import GarbledReport, LargeReport
from hearsay.ingest.bounded import gunzipped, lines_bounded, read_bounded, read_head, replayed


class Counted(io.BytesIO):
    """Counts the bytes that were read from it."""

    taken = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self.taken += len(data)
        return data


def test_no_more_than_a_byte_over_the_limit_is_read() -> None:
    stream = Counted(b"x" * 1_000_000)
    with pytest.raises(LargeReport):
        read_bounded(stream, 1000, origin="here")
    assert stream.taken == 1001


def test_a_stream_of_just_the_limit_is_read() -> None:
    assert read_bounded(io.BytesIO(b"x" * 1000), 1000, origin="here") == b"x" * 1000


def test_a_head_is_read_and_replayed() -> None:
    stream = io.BytesIO(b"head and rest\nmore")
    head = read_head(stream, 4)
    again = replayed(head, stream)
    assert again.readline() == b"head and rest\n"
    assert again.read() == b"more"
    again.close()
    assert not stream.closed


def test_lines_are_numbered_and_those_over_the_limit_marked() -> None:
    stream = io.BytesIO(b"one\r\n\n" + b"x" * 3_000_000 + b"\nlast but one\nlast")
    assert list(lines_bounded(stream, 20)) == [(1, b"one"), (2, b""), (3, None), (4, b"last but one"), (5, b"last")]


def test_a_line_of_just_the_limit_is_whole() -> None:
    assert list(lines_bounded(io.BytesIO(b"12345\r\n123456\n"), 5)) == [(1, b"12345"), (2, None)]


def test_a_gzip_bomb_is_unpacked_no_further_than_the_limit() -> None:
    bomb = Counted(gzip.compress(b"x" * 50_000_000, compresslevel=1))
    with pytest.raises(LargeReport):
        read_bounded(gunzipped(bomb, origin="here"), 1000, origin="here")


@pytest.mark.parametrize("cut", [slice(0, 30), slice(0, -4)])
def test_damaged_gzip_data_is_garbled(cut: slice) -> None:
    data = gzip.compress(bytes(range(256)) * 9)[cut]
    with pytest.raises(GarbledReport):
        gunzipped(io.BytesIO(data), origin="here").read()


def test_gzip_data_with_a_broken_middle_is_garbled() -> None:
    data = bytearray(gzip.compress(bytes(range(256)) * 9))
    data[20:40] = b"\xff" * 20
    with pytest.raises(GarbledReport):
        gunzipped(io.BytesIO(bytes(data)), origin="here").read()
