"""Bytes to text."""

import codecs
import re

from hearsay.errors import BinaryReport, GarbledReport

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks, the longer first where one starts another."""

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x7fELF", "a program"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x1f\x8b", "a gzip archive within another"),
)

_NO_CHARSETS = frozenset({"utf-7", "idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})
"""Codecs of Python that give text, but that no page is written in."""

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_SHARE = 0.005
"""Text has no control characters; a few stray ones do not make it binary."""

_SAMPLE = 65_536
"""Bytes from the start that the guesses look at."""

_CP1252_TYPICAL = re.compile(
    rb"(?:(?<=[A-Za-z0-9.,!?;:)\s])|^)[\x91-\x97\x85\x80\xa0\xa3\xa7\xa9\xae\xb0\xb7\xbd]|(?<=[A-Za-z])[\xc0-\xff]|[\xc0-\xff](?=[a-z])"
    rb"|[\x91-\x97](?=[A-Za-z0-9\s])"
)
_CP1252_SHARE = 0.9
"""Of the bytes beyond ASCII, how many must stand where English in Windows-1252 has them: a curly quotation mark next to
a word, an accented letter within one."""

_DENSEST_CP1252 = 0.1
"""English has few characters beyond ASCII; more is another script or none."""

_BROKEN_SHARE = 0.1
"""A text with so few broken sequences for one whole one is UTF-8 that was damaged or cut."""

_WHOLE_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(data: bytes, *, origin: str, declared: str | None = None) -> str:
    """The text of ``data``, without its byte order mark; line ends stay as they are.

    Tried in turn: the byte order mark, UTF-8, the encoding that the page declares, UTF-16 without a mark, Windows-1252
    where English text would have it, UTF-8 with damage, and what charset-normalizer finds. Raises BinaryReport for what
    is no text, GarbledReport where no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding, origin=origin)
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise BinaryReport(f"{what}, not text", origin=origin)
    wide = _wide(data)
    if wide is not None:
        return _marked(data, wide, origin=origin)
    sample = data[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > _CONTROL_SHARE * len(sample):
        raise BinaryReport("not text", origin=origin)
    for encoding in filter(None, ("utf-8", _known(declared))):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return _undeclared(data, origin=origin)


def is_charset(name: str) -> bool:
    """Whether ``name`` is that of an encoding that a page can be written in."""
    return _known(name) is not None


def _marked(data: bytes, encoding: str, *, origin: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        # A file that was cut in the middle of its last character is still a text.
        if error.start >= len(data) - 4:
            return data.decode(encoding, "ignore")
        if encoding == "utf-8":
            return _undeclared(data, origin=origin)
        raise GarbledReport(f"marked as {encoding} but it is not", origin=origin) from error


def _wide(data: bytes) -> str | None:
    """The UTF-16 that ASCII text without a byte order mark betrays by its zero bytes; None for other data."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    zeros_first, zeros_second = sample[::2].count(0), sample[1::2].count(0)
    if half and zeros_second > 0.5 * half and zeros_first < 0.05 * half:
        return "utf-16-le"
    if half and zeros_first > 0.5 * half and zeros_second < 0.05 * half:
        return "utf-16-be"
    return None


def _known(declared: str | None) -> str | None:
    """The codec of a declared encoding, as browsers take it; None for an unknown one."""
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        # ValueError: a name with a null character.
        return None
    # By the WHATWG Encoding Standard Latin-1 and ASCII are read as Windows-1252.
    name = {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(name, name)
    return name if name not in _NO_CHARSETS and _is_text(name) else None


def _is_text(name: str) -> bool:
    try:
        b"a".decode(name)
    except LookupError:
        # A codec from bytes to bytes, such as base64.
        return False
    except UnicodeError:
        return True
    return True


def _undeclared(data: bytes, *, origin: str) -> str:
    beyond = len(re.findall(rb"[\x80-\xff]", data))
    if beyond <= _DENSEST_CP1252 * len(data) and len(_CP1252_TYPICAL.findall(data)) >= _CP1252_SHARE * beyond:
        return data.decode("cp1252", "replace")
    damaged = data.decode("utf-8", "replace")
    broken, whole = damaged.count("\ufffd"), len(_WHOLE_SEQUENCE.findall(data))
    if broken <= _BROKEN_SHARE * whole:
        return damaged
    # Imported here: few files come so far, and it takes a while to load.
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise GarbledReport("its bytes are not text in any encoding that it may have", origin=origin)
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError as error:
        raise GarbledReport(f"it looked like {best.encoding} but is not", origin=origin) from error
