"""Every error that hearsay raises on purpose.

::

    HearsayError
    ├── UsageError            the caller asked for something that cannot be done
    ├── ReportError           one report cannot be read; the others still can
    │   ├── MissingReport     no such file, or it vanished or may not be opened
    │   ├── EmptyReport       nothing in it but blanks
    │   ├── BinaryReport      not text at all
    │   ├── GarbledReport     its bytes are not text in any encoding that it may have
    │   ├── LargeReport       over the size limit
    │   ├── MalformedReport   a JSON Lines row that is not a document
    │   ├── NoArticle         a page without an article's text
    │   ├── ForeignReport     not in English
    │   ├── FetchFailed       an address did not give its report
    │   └── FetchRefused      an address that hearsay does not ask
    ├── OutputError           what was asked for cannot be written
    ├── LedgerError           a ledger cannot be opened, read or added to
    │   ├── LedgerAway        it cannot be reached, or went away
    │   ├── LedgerBusy        somebody else has held it for too long
    │   ├── LedgerReadOnly    it may not be written to
    │   ├── LedgerFull        there is no room left for it
    │   └── LedgerDamaged     it is not a ledger, or not whole
    └── WeightsError          the reader's weights are missing or damaged

A message is one line that says what is wrong; ``advice`` says what to do about it.
"""


class HearsayError(Exception):
    """The root of the tree."""

    advice: str = ""

    def __init__(self, message: str, *, advice: str | None = None) -> None:
        super().__init__(message)
        if advice is not None:
            self.advice = advice


class UsageError(HearsayError):
    """The caller asked for something that cannot be done."""


class ReportError(HearsayError):
    """One report cannot be read. ``origin`` is the path or address that it was to come from."""

    def __init__(self, message: str, *, origin: str, advice: str | None = None) -> None:
        super().__init__(message, advice=advice)
        self.origin = origin


class MissingReport(ReportError):
    """No such file, or it vanished, or it may not be opened."""

    advice = "check the path and its permissions"


class EmptyReport(ReportError):
    """Nothing in it but blanks."""

    advice = "leave it out, or save the report again"


class BinaryReport(ReportError):
    """Not text at all."""

    advice = "give the report as text, HTML or JSON Lines"


class GarbledReport(ReportError):
    """Its bytes are not text in any encoding that it may have."""

    advice = "save it as UTF-8"


class LargeReport(ReportError):
    """Over the size limit."""

    advice = "split it into one file a report, or raise HEARSAY_MAX_BYTES"


class MalformedReport(ReportError):
    """A JSON Lines row that is not a document."""

    advice = 'each line is an object with at least "text"'


class NoArticle(ReportError):
    """A page without an article's text."""

    advice = "give the article's own page, or its text"


class ForeignReport(ReportError):
    """Not in English."""

    advice = "hearsay reads English"


class FetchFailed(ReportError):
    """An address did not give its report. ``status`` is the server's HTTP status code, None where none came."""

    advice = "check the address, and try again later"

    def __init__(self, message: str, *, origin: str, advice: str | None = None, status: int | None = None) -> None:
        super().__init__(message, origin=origin, advice=advice)
        self.status = status


class FetchRefused(ReportError):
    """An address that hearsay does not ask: its host forbids it, it is a private one, or it is none of the Web's."""

    advice = "save the page yourself and give the file"


class OutputError(HearsayError):
    """What was asked for cannot be written where it should go."""

    advice = "check the path, its permissions and the space on the disk"


class LedgerError(HearsayError):
    """A ledger cannot be opened, read or added to; what was in it is still there."""

    advice = "run hearsay check to see whether it is whole"


class LedgerAway(LedgerError):
    """It cannot be reached, or went away."""

    advice = "check its address, and that its server runs; nothing that was added is lost"


class LedgerBusy(LedgerError):
    """Somebody else has held it for too long."""

    advice = "try again when the other is done"


class LedgerReadOnly(LedgerError):
    """It may not be written to."""

    advice = "check its permissions, or name another ledger"


class LedgerFull(LedgerError):
    """There is no room left for it."""

    advice = "make room; every report that was added before is in it"


class LedgerDamaged(LedgerError):
    """It is not a ledger, or not whole."""

    advice = "check the path, or go back to a backup"


class WeightsError(HearsayError):
    """The reader's weights are missing or damaged."""

    advice = "install hearsay again"
