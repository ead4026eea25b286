"""Hold the accuracy against its floors (bench/floors.json); needs the folder ../shared beside the project.

usage: python -m bench.gate [SET ...] [--short] [--write]
           [--raise | --lower SET.MEASURE --reason TEXT | --renew SET --reason TEXT]

Fails where a measure is under its floor, and where the data are not those that the floors were measured on.
``--raise`` lifts floors to what was measured and takes up new measures; ``--lower`` sets one down to what was
measured; ``--renew`` starts a set anew on changed data. The last two record the reason and the day.
"""

import argparse
import datetime
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bench import accuracy, floors
from bench.floors import Floors
from bench.readme import between, put_between
from bench.sets import SETS, DataSet, Hearsay

PROJECT = Path(__file__).resolve().parents[1]
FLOORS = PROJECT / "bench" / "floors.json"
CORPORA = PROJECT / "../shared"


def measure(data: DataSet, corpora: Path, program: str) -> dict[str, float]:
    """Read a set of data with ``program`` and score it."""
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / "made"
        made.mkdir()
        return data.score(corpora, Path(scratch), Hearsay(program, made))


def moved(
    held: Floors | None, measured: Mapping[str, float], *, digest: str, name: str, options: argparse.Namespace
) -> Floors:
    """The floors as the options ask for them; raises ValueError where they may not move so."""
    day = datetime.datetime.now(tz=datetime.UTC).date()
    if held is None:
        return Floors(digest).raised(measured) if options.lift else Floors(digest)
    if options.renew == name:
        return held.renewed(digest, measured, reason=options.reason, day=day)
    if digest != held.digest:
        return held
    lowered_set, _, lowered = (options.lower or "").partition(".")
    if lowered_set == name:
        if lowered not in measured:
            raise ValueError(f"{lowered} was not measured on {name}")
        return held.lower(lowered, measured[lowered], reason=options.reason, day=day)
    return held.raised(measured) if options.lift else held


def table(measured: Mapping[str, float], held: Floors) -> str:
    """Each measure with its floor."""
    lines = []
    for name, value in measured.items():
        floor = f"floor {held.floors[name]:9.4f}" if name in held.floors else "no floor"
        lines.append(f"  {name:24} {value:9.4f}   {floor}")
    return "\n".join(lines)


def parse(arguments: list[str] | None) -> argparse.Namespace:
    """The options; ends the program where they do not fit together."""
    parser = argparse.ArgumentParser(prog="python -m bench.gate", description=__doc__.splitlines()[0])
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"which to score: {', '.join(s.name for s in SETS)}")
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what was measured")
    change.add_argument("--lower", metavar="SET.MEASURE", help="set one floor down to what was measured")
    change.add_argument("--renew", metavar="SET", help="start a set anew: its data have changed")
    parser.add_argument("--short", action="store_true", help="without what takes a quarter of an hour")
    parser.add_argument("--write", action="store_true", help="put what was measured into the README; the rest stays")
    parser.add_argument("--reason", default="", help="why --lower or --renew")
    parser.add_argument("--corpora", type=Path, default=CORPORA, help=argparse.SUPPRESS)
    parser.add_argument("--floors", type=Path, default=FLOORS, help=argparse.SUPPRESS)
    parser.add_argument(
        "--hearsay", default=str(Path(sys.executable).with_name("hearsay")), help="the program to measure"
    )
    options = parser.parse_args(arguments)
    known = {data.name for data in SETS}
    named = {*options.sets, *([options.renew] if options.renew else [])}
    if options.lower:
        named.add(options.lower.partition(".")[0])
    if named - known:
        parser.error(f"no such set: {', '.join(sorted(named - known))}")
    if (options.lower or options.renew) and not options.reason.strip():
        parser.error("say why: --reason TEXT")
    return options


def main(arguments: list[str] | None = None) -> int:
    """0 where all floors hold or there is nothing to score; 1 where one does not."""
    options = parse(arguments)
    if not options.corpora.is_dir():
        print("The accuracy gate is skipped: there is no ../shared beside the project.")
        return 0
    every, failed = floors.load(options.floors), False
    scores: dict[str, dict[str, float]] = {}
    for data in SETS:
        if (options.sets and data.name not in options.sets) or (options.short and data.is_long):
            continue
        files = data.files(options.corpora)
        if not files:
            print(f"{data.name}: skipped, its data are not in ../shared")
            continue
        digest = floors.digest_of(files)
        try:
            measured = measure(data, options.corpora, options.hearsay)
            held = moved(every.get(data.name), measured, digest=digest, name=data.name, options=options)
        except (RuntimeError, ValueError) as error:
            print(f"{data.name}: {error}")
            failed = True
            continue
        faults = held.faults(measured, digest=digest, tolerance=data.tolerance)
        print(f"{data.name}\n{table(measured, held)}", *(f"  FAILS: {fault}" for fault in faults), sep="\n", flush=True)
        failed = failed or bool(faults)
        scores[data.name] = measured
        every[data.name] = held
    if options.lift or options.lower or options.renew:
        floors.save(options.floors, every)
    if options.write:
        page = PROJECT / "README.md"
        put_between(page, "accuracy", accuracy.table(scores, before=between(page, "accuracy")))
    print("The gate fails." if failed else "The gate holds.")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
