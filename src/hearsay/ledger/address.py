"""Where a ledger is: a file for SQLite, a URL for PostgreSQL."""

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from hearsay.errors import UsageError

DEFAULT = "hearsay.db"
"""In the current folder, where nothing else is said."""


def url_of(where: str | Path) -> URL:
    """The address of the ledger ``where``: a path, or a URL of SQLite or PostgreSQL. Raises UsageError for another."""
    text = str(where)
    if "://" not in text:
        return URL.create("sqlite", database=text)
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise UsageError(f"{text}: not an address of a ledger", advice=_ADVICE) from error
    kind = url.get_backend_name()
    if kind in ("postgres", "postgresql"):
        return _with_socket(url.set(drivername="postgresql+pg8000"))
    if kind == "sqlite":
        return url.set(drivername="sqlite")
    raise UsageError(f"{kind}: no ledger is kept there", advice=_ADVICE)


def _with_socket(url: URL) -> URL:
    """The URL with a folder given as libpq takes it, ``?host=/run/postgresql``, as the driver takes it."""
    folder = url.query.get("host")
    if not isinstance(folder, str) or not folder.startswith("/"):
        return url
    port = url.query.get("port") or url.port or 5432
    bare = url.difference_update_query(["host", "port"])
    return bare.update_query_dict({"unix_sock": f"{folder}/.s.PGSQL.{port}"})


def shown(url: URL) -> str:
    """The address as it may be shown: a file's path, or the URL without its password."""
    return url.database or "" if url.get_backend_name() == "sqlite" else _plain(url)


def without_password(url: URL) -> str:
    """The address of a ledger in PostgreSQL as PostgreSQL's own programs take it, which ask for the password."""
    return _plain(URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query))


def _plain(url: URL) -> str:
    """The address as libpq takes it."""
    plain = url.set(drivername="postgresql")
    socket = plain.query.get("unix_sock")
    if isinstance(socket, str):
        folder, _, port = socket.rpartition("/.s.PGSQL.")
        plain = plain.difference_update_query(["unix_sock"])
        # "5432" goes without saying.
        plain = plain.update_query_dict({"host": folder} | ({} if port == "5432" else {"port": port}))
    address, asked, options = plain.render_as_string(hide_password=True).partition("?")
    return address + asked + options.replace("%2F", "/")


_ADVICE = "give a file, or a URL such as postgresql://user@host/name"
