"""What a ledger has answered as a terminal shows it: what was found, who is credited, what one said, the reports."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from hearsay.ledger.answers import Credited, Found, Kept, Told
from hearsay.normalise.edtf_words import in_words
from hearsay.present import words
from hearsay.present.clean import capital, one_line
from hearsay.present.cli.lines import indented, side_by_side, table_lines, wrapped
from hearsay.present.cli.look import Look
from hearsay.present.dates import in_words as published_in_words
from hearsay.records.span import Span
from hearsay.records.statement import Act, Certainty

_WIDE = 100
"""From here on who said it stands beside what was said."""
_SOURCE_COLUMN = 30
_MEASURE = 88
_SMALL = "dim"
_SOURCE = "bold cyan"
_UNTOLD = "italic yellow"
_MARKED = "bold underline"
_PLAIN_MARK = "*"
"""Stands around marked words where there is no colour."""


def found_lines(found: Sequence[Found], console: Console, *, look: Look) -> Iterator[Text]:
    """What a search has found, each with who said it, the sentence with its marks, and where it stands."""
    for item in found:
        body = _passage(item, look) if item.passage else Text(one_line(item.told.words if item.told else ""))
        where = [item.publisher, item.title or item.document, _day(item.published)]
        place = Text(" · ".join(one_line(part) for part in where if part), style=_SMALL)
        place.append(f" [{one_line(item.told.statement.id if item.told else item.document)}]", style=_SMALL)
        yield from _block(_who(item.told), [body, place], console=console, look=look)


def told_lines(credited: Credited, told: Sequence[Told], *, console: Console, look: Look) -> Iterator[Text]:
    """Who a source is, and what it said, day by day."""
    yield from wrapped(_heading(credited), console, width=look.width)
    yield Text()
    day = None
    for one in told:
        said = in_words(one.statement.said_on) if one.statement.said_on else None
        when = said or (f"published {_day(one.published)}" if one.published else "date not known")
        if when != day:
            yield Text(one_line(when), style="bold")
            day = when
        body = Text(one_line(one.words) or "(no words are told)")
        if note := _manner(one):
            body.append(f" [{note}]", style=_SMALL)
        place = Text(" · ".join(one_line(p) for p in (one.publisher, one.title) if p), style=_SMALL)
        place.append(f" [{one_line(one.statement.id)}]", style=_SMALL)
        for line in (body, place):
            measure = min(look.width, _MEASURE if look.width < _WIDE else look.width) - 2
            yield from indented(wrapped(line, console, width=measure), by=2)
    yield Text()


def _heading(credited: Credited) -> Text:
    """Who it is, and how much is told of what they said."""
    heading = Text.assemble((capital(one_line(credited.source.name)), _SOURCE))
    if known := words.told_of(credited.source):
        heading.append(f", {one_line(known)}", style=_SMALL)
    count = words.counted(credited.statements, "statement")
    heading.append(f" · {count} in {words.counted(credited.documents, 'report')}", style=_SMALL)
    return heading


def credited_lines(found: Sequence[Credited], console: Console, *, look: Look) -> Iterator[Text]:
    """Who is credited, as a table."""
    table = _table(("who", "what is known", "statements", "reports"), right=("statements", "reports"))
    for credited in found:
        name = Text(capital(one_line(credited.source.name)), style="italic" if credited.source.anonymous else "")
        known = Text(one_line(words.told_of(credited.source)))
        table.add_row(name, known, f"{credited.statements:,}", f"{credited.documents:,}")
    yield from table_lines(table, console, width=look.width)


def kept_lines(found: Sequence[Kept], console: Console, *, look: Look) -> Iterator[Text]:
    """The reports, as a table."""
    wide = look.width >= _WIDE
    table = _table(("published", "publisher", "title", *(("reader", "version") if wide else ()), "document"))
    for kept in found:
        document = kept.document
        more = (kept.reader or "", str(kept.version)) if wide else ()
        cells = (_day(document.published) or "", document.publisher or "", words.title(document), *more, document.id)
        table.add_row(*(Text(one_line(cell)) for cell in cells))
    yield from table_lines(table, console, width=look.width)


def history_lines(kept: Kept, versions: Sequence[Kept], *, console: Console, look: Look) -> Iterator[Text]:
    """What the ledger knows of a report beside its text: who read it, when it was fetched, its versions."""
    known = [f"document {kept.document.id}", kept.document.url or kept.document.origin]
    known.append(f"read by reader {kept.reader}" if kept.reader else None)
    known.append(f"fetched {published_in_words(kept.fetched)}" if kept.fetched else None)
    known.append(f"added {published_in_words(kept.recorded)}")
    for line in [" · ".join(one_line(part) for part in known if part)]:
        yield from wrapped(Text(line, style=_SMALL), console, width=min(look.width, _MEASURE))
    for version in versions if len(versions) > 1 else ():
        here = " (this one)" if version.number == kept.number else ""
        line = f"version {version.version}: {version.document.id}, added {published_in_words(version.recorded)}{here}"
        yield from wrapped(Text(one_line(line), style=_SMALL), console, width=min(look.width, _MEASURE))


def marked(shown: str, marks: Sequence[Span], *, look: Look) -> Text:
    """``shown`` as one line with the marks in it."""
    text = Text()
    at = 0
    for mark in marks:
        _append(text, shown[at : mark.start])
        edge = "" if look.colour else _PLAIN_MARK
        text.append(f"{edge}{one_line(mark.of(shown))}{edge}", style=_MARKED)
        at = mark.end
    _append(text, shown[at:])
    return text


def _append(text: Text, piece: str) -> None:
    """Add words to a line, with the blanks at their ends."""
    bare = one_line(piece)
    lead = " " if piece[:1].isspace() and text.plain else ""
    trail = " " if piece[-1:].isspace() and bare else ""
    text.append(f"{lead}{bare}{trail}")


def _passage(item: Found, look: Look) -> Text:
    passage = item.passage
    return marked(passage.words, passage.marks, look=look) if passage else Text()


def _who(told: Told | None) -> Text:
    if told is None:
        return Text("In a report", style="italic")
    if told.source is None:
        return Text(words.UNTOLD, style=_UNTOLD)
    who = Text.assemble((capital(one_line(told.source.name)), _SOURCE))
    if known := words.told_of(told.source):
        who.append(f", {one_line(known)}", style=_SMALL)
    if note := _manner(told):
        who.append(f" [{note}]", style=_SMALL)
    return who


def _manner(told: Told) -> str:
    statement = told.statement
    parts: list[str | None] = [statement.act if statement.act is not Act.ASSERT else None]
    parts.append(statement.certainty if statement.certainty in (Certainty.PROBABLE, Certainty.POSSIBLE) else None)
    parts.append(f"through {', through '.join(source.name for source in told.via)}" if told.via else None)
    return "; ".join(one_line(part) for part in parts if part)


def _day(published: str | None) -> str | None:
    return published_in_words(published[:10]) if published else None


def _block(who: Text, body: Sequence[Text], *, console: Console, look: Look) -> Iterator[Text]:
    """Who beside or above the lines of ``body``."""
    wide = look.width >= _WIDE
    left = _SOURCE_COLUMN if wide else 2
    room = min(look.width - left, _MEASURE)
    lines = [line for text in body for line in wrapped(text, console, width=room)]
    if wide:
        yield from side_by_side(wrapped(who, console, width=left - 2), lines, column=left)
    else:
        yield from wrapped(who, console, width=look.width)
        yield from indented(lines, by=left)
    yield Text()


def _table(columns: Sequence[str], *, right: Sequence[str] = ()) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=_SMALL)
    for name in columns:
        table.add_column(name, overflow="fold", justify="right" if name in right else "left")
    return table
