"""``python -m tests.present.scripted ARGUMENTS``: the command as a process of its own, on scripted reports."""

from hearsay.present.cli.main import main
from tests.present.made import session

if __name__ == "__main__":
    main(session())
