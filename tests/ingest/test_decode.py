import codecs

import pytest

from hearsay.errors import BinaryReport, GarbledReport
from hearsay.ingest.decode import decode

TEXT = (
    "“Señor Muñoz paid £5 – or €6 –,” said Zoë.\nIt wasn’t enough…\n"
    "The harbour board has not said what else it will ask for, or when the quay will be open to the fleet again.\n" * 2
)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8-mark", "utf-16-le", "utf-16-be", "utf-32", "bare-utf-16-le", "bare-utf-16-be", "cp1252"],
)
def test_text_comes_back_from_each_encoding(data: bytes) -> None:
    assert decode(data, origin="here") == TEXT


def test_a_declared_encoding_is_believed_where_utf_8_fails() -> None:
    text = "Премьер-министр said no. " * 3
    assert decode(text.encode("koi8-r"), origin="here", declared="KOI8-R") == text
    assert decode(text.encode(), origin="here", declared="koi8-r") == text


@pytest.mark.parametrize(
    "declared", ["no-such-encoding", "base64", "utf-7", "idna", "undefined", "\0", "iso-8859-1", ""]
)
def test_a_declared_encoding_that_is_none_is_passed_over(declared: str) -> None:
    assert decode(TEXT.encode("cp1252"), origin="here", declared=declared) == TEXT


def test_latin_1_is_read_as_browsers_read_it() -> None:
    assert decode("“yes”".encode("cp1252"), origin="here", declared="iso-8859-1") == "“yes”"


def test_undeclared_encodings_are_guessed() -> None:
    text = "首相は月曜日に記者団に対し、港の閉鎖は月末まで続くと述べた。理事会は費用を公表していない。" * 10
    assert decode(text.encode("shift_jis"), origin="here") == text


def test_damage_is_shown_not_fatal() -> None:
    data = TEXT.encode() * 9
    assert decode(data[:7] + b"\xff" + data[7:], origin="here").replace("\ufffd", "") == TEXT * 9
    assert decode(data + "é".encode()[:1], origin="here").startswith(TEXT)
    marked = codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")
    assert decode(marked[:-1], origin="here") == TEXT[:-1]


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 and more",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"PK\x03\x04",
        b"\x7fELF\x02\x01",
        b"{\\rtf1 text}",
        bytes(range(256)) * 20,
        b"\0" * 1000,
    ],
)
def test_what_is_no_text_is_binary(data: bytes) -> None:
    with pytest.raises(BinaryReport):
        decode(data, origin="here")


@pytest.mark.parametrize("data", [b"\x81\x8d\x8f\x90\x9d\xff\xfe" * 50, codecs.BOM_UTF16_BE + b"\xd8\x00\x00\x41" * 20])
def test_what_fits_no_encoding_is_garbled(data: bytes) -> None:
    with pytest.raises(GarbledReport) as caught:
        decode(data, origin="here")
    assert caught.value.origin == "here"
