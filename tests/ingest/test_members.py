"""JSON member by member: the same values as json.loads, whatever is cut where, and errors with their place."""

import io
import json
from typing import IO, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.ingest.members import members

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


class Dripping(io.BytesIO):
    """Gives a few bytes at a time, as a pipe may."""

    def __init__(self, data: bytes, size: int) -> None:
        super().__init__(data)
        self._size = size

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(self._size)


def taken(stream: IO[bytes], lists: tuple[str, ...] = ("a", "b")) -> dict[str, Any]:
    """The object, put together again."""
    found: dict[str, Any] = {}
    for member in members(stream, lists):
        if member.number is None:
            found[member.name] = [] if member.raw == "" else member.value
        else:
            assert member.number == len(found[member.name])
            found[member.name].append(member.value)
        assert not member.raw or json.loads(member.raw) == member.value
    return found


@given(
    st.dictionaries(st.sampled_from("abcd") | st.text(max_size=3), values, max_size=4),
    st.sampled_from([None, 0, 3]),
    st.booleans(),
    st.integers(1, 9),
)
@settings(max_examples=300, deadline=None)
def test_it_is_read_as_a_whole_would_be(value: dict[str, Any], indent: int | None, ascii: bool, size: int) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii)
    assert taken(Dripping(text.encode("utf-8", "replace"), size)) == json.loads(text.encode("utf-8", "replace"))


def test_a_byte_order_mark_is_passed_over() -> None:
    assert taken(io.BytesIO(b'\xef\xbb\xbf{"a": [1, 2]}')) == {"a": [1, 2]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "line 1, column 1: expected a JSON object"),
        (b" \n []", "line 2, column 2: expected a JSON object"),
        (b'{"a": [1, 2', "line 1, column 12: expected a comma or ']'"),
        (b'{"a": [1,\n', "line 2, column 1: the file ends too early"),
        (b'{"a": [1,]}', "line 1, column 10: expecting value"),
        (b'{"a": [\n{"x" 1}]}', "line 2, column 6: expecting ':' delimiter"),
        (b'{"a": [1]\n "b": 2}', "line 2, column 2: expected a comma or '}'"),
        (b'{"a" 1}', "line 1, column 6: expected a colon"),
        (b"{1: 1}", "line 1, column 3: expected the name of a member"),
        (b'{"a": 1,}', "line 1, column 9: expecting value"),
        (b'{"a": 1} x', "line 1, column 10: expected nothing behind the object"),
        (b'{"a": 1, "a": 2}', "line 1, column 13: 'a' stands twice"),
        (b'{"c": "open', "line 1, column 7: the file ends too early"),
        (b'{"c": NaN}', "line 1, column 7: NaN is no number in JSON"),
        (b'{"a": [-Infinity]}', "line 1, column 8: -Infinity is no number in JSON"),
        (b'{"a": [' + b"9" * 5000 + b"]}", "line 1, column 8: Exceeds the limit"),
        (b'{"c": ' + b"[" * 5_000, "line 1, column 7: nested too deeply"),
        (b'{"c": "a\xff"}', "what follows is not UTF-8"),
        (b'{"c": "a\nb"}', "line 1, column 9: invalid control character at"),
    ],
)
@pytest.mark.parametrize("size", [1 << 20, 5])
def test_what_is_wrong_is_told_with_its_place(text: bytes, said: str, size: int) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the message is looked at below
        taken(Dripping(text, size))
    assert said in str(caught.value)


def test_lines_are_counted_over_the_whole_file() -> None:
    text = b'{"a": [' + b",\n".join([b'"' + b"x" * 100 + b'"'] * 5000) + b"\n oops]}"
    with pytest.raises(ValueError, match="line 5001, column 2: expected a comma or ']'"):
        taken(io.BytesIO(text))
