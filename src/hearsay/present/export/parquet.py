"""Apache Parquet: the statements, or the figures, as one typed table.

The columns are those of the tables in CSV, with the pieces of a statement as lists and their spans beside them
(struct<start, end>, code points, half open). Row groups are written as they fill. pyarrow is asked for here alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import IO

from hearsay.errors import UsageError
from hearsay.present.export.flat import FigureRow, StatementRow, figure_rows, statement_rows
from hearsay.records.ledger import Ledger
from hearsay.records.plain import encodable
from hearsay.records.span import Span

try:
    import pyarrow
    from pyarrow import parquet
except ImportError as missing:
    raise UsageError(
        "parquet is written by pyarrow, which is not installed", advice="pip install 'hearsay[parquet]'"
    ) from missing

ROW_GROUP = 10_000
"""Rows of a row group, which bounds memory: some 30 MB of statements."""

VERSION = "1"
"""Of the tables' columns; a column may come beside them in the same version."""

_WORDS = pyarrow.string()
_FEW = pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
_REAL = pyarrow.float64()
_FLAG = pyarrow.bool_()
_PLACE = pyarrow.int32()
_SPAN = pyarrow.struct([pyarrow.field("start", _PLACE, nullable=False), pyarrow.field("end", _PLACE, nullable=False)])

_TYPES: dict[str, pyarrow.DataType] = {
    **dict.fromkeys(("via", "cue", "content"), pyarrow.list_(_WORDS)),
    **dict.fromkeys(("source_spans", "cue_spans", "content_spans", "quoted_spans"), pyarrow.list_(_SPAN)),
    **dict.fromkeys(("source_kind", "mode", "act", "certainty", "tally", "vagueness"), _FEW),
    **dict.fromkeys(("min", "max", "base_min", "base_max", "confidence", "source_confidence"), _REAL),
    **dict.fromkeys(("anonymous", "inclusive", "approximate"), _FLAG),
    **dict.fromkeys(("start", "end"), _PLACE),
}
"""What is not text."""


def write_parquet(ledgers: Iterable[Ledger], stream: IO[bytes]) -> None:
    """Write the statements of ``ledgers`` to ``stream`` as they come."""
    rows = (row for ledger in ledgers for row in statement_rows(ledger))
    _write(rows, stream, schema=_schema(StatementRow, "statements"))


def write_figures_parquet(ledgers: Iterable[Ledger], stream: IO[bytes]) -> None:
    """Write the figures of ``ledgers`` to ``stream`` as they come."""
    rows = (row for ledger in ledgers for row in figure_rows(ledger))
    _write(rows, stream, schema=_schema(FigureRow, "figures"))


def _schema(kind: type[StatementRow] | type[FigureRow], name: str) -> pyarrow.Schema:
    columns = [pyarrow.field(field.name, _TYPES.get(field.name, _WORDS)) for field in fields(kind)]
    return pyarrow.schema(columns, metadata={"hearsay": name, "version": VERSION})


def _write(rows: Iterable[StatementRow] | Iterable[FigureRow], stream: IO[bytes], *, schema: pyarrow.Schema) -> None:
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        for group in _groups(rows):
            columns = {name: [_value(getattr(row, name)) for row in group] for name in schema.names}
            writer.write_table(pyarrow.table(columns, schema=schema), row_group_size=ROW_GROUP)


def _groups(
    rows: Iterable[StatementRow] | Iterable[FigureRow],
) -> Iterator[list[StatementRow | FigureRow]]:
    group: list[StatementRow | FigureRow] = []
    for row in rows:
        group.append(row)
        if len(group) == ROW_GROUP:
            yield group
            group = []
    if group:
        yield group


def _value(value: object) -> object:
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end}
    return [_value(part) for part in value] if isinstance(value, tuple) else value
