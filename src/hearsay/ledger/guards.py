"""What a ledger itself refuses, whoever writes to it: a span without its words, and any change or loss of a row."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Table

from hearsay.ledger import schema

SPAN_FAULT = "a span does not hold its words"
CHANGE_FAULT = "a ledger is only ever added to"


def statements(dialect: str) -> Iterator[str]:
    """The SQL that sets up all guards, for "sqlite" or "postgresql"; raises KeyError for another."""
    yield from of_spans(dialect)
    yield from of_tables(dialect, schema.EVERY)


def of_spans(dialect: str) -> Iterator[str]:
    """The SQL that makes what the guards call, and those of spans."""
    yield from {"sqlite": _sqlite, "postgresql": _postgresql}[dialect]()


def of_tables(dialect: str, tables: Sequence[Table]) -> Iterator[str]:
    """The SQL that guards the rows of these tables against change and loss."""
    for table in tables:
        if dialect == "sqlite":
            for change in ("UPDATE", "DELETE"):
                yield f"""
                CREATE TRIGGER {table.name}_{change.lower()} BEFORE {change} ON {table.name}
                BEGIN SELECT RAISE(ABORT, '{CHANGE_FAULT}'); END"""
        else:
            yield (
                f"CREATE TRIGGER {table.name}_change BEFORE UPDATE OR DELETE ON {table.name} "
                "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
            )


def _sqlite() -> Iterator[str]:
    for table in schema.SPANNED:
        yield f"""
            CREATE TRIGGER {table.name}_spans BEFORE INSERT ON {table.name} WHEN EXISTS (
                SELECT 1 FROM readings AS r JOIN documents AS d ON d.number = r.document, json_each(NEW.spans) AS s
                WHERE r.number = NEW.reading AND NOT (
                    json_extract(s.value, '$[1]') >= 0
                    AND json_extract(s.value, '$[1]') < json_extract(s.value, '$[2]')
                    AND substr(d.text, json_extract(s.value, '$[1]') + 1,
                               json_extract(s.value, '$[2]') - json_extract(s.value, '$[1]'))
                        = json_extract(s.value, '$[3]')))
            BEGIN SELECT RAISE(ABORT, '{SPAN_FAULT}'); END"""  # noqa: S608 - names of our own tables


def _postgresql() -> Iterator[str]:
    yield f"""
        CREATE FUNCTION hold_spans() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            body text;
            s json;
            a int;
            b int;
        BEGIN
            SELECT d.text INTO body FROM documents AS d JOIN readings AS r ON d.number = r.document
            WHERE r.number = NEW.reading;
            FOR s IN SELECT * FROM json_array_elements(NEW.spans) LOOP
                a := (s ->> 1)::int;
                b := (s ->> 2)::int;
                IF a < 0 OR a >= b OR substr(body, a + 1, b - a) IS DISTINCT FROM s ->> 3 THEN
                    RAISE EXCEPTION '{SPAN_FAULT}' USING ERRCODE = 'check_violation';
                END IF;
            END LOOP;
            RETURN NEW;
        END $$"""  # noqa: S608 - no value from outside
    yield f"""
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '{CHANGE_FAULT}' USING ERRCODE = 'restrict_violation'; END $$"""
    for table in schema.SPANNED:
        yield (
            f"CREATE TRIGGER {table.name}_spans BEFORE INSERT ON {table.name} "
            "FOR EACH ROW EXECUTE FUNCTION hold_spans()"
        )
