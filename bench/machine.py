"""The machine that a bench runs on: its name, and one core of it."""

import os
import platform
from pathlib import Path

THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "TOKENIZERS_PARALLELISM")


def keep_to_one_core() -> str:
    """Hold this process and those that it starts to one core and one thread; gives the words that say so.

    Call it before numpy or onnxruntime is imported. Where the system cannot pin a process (macOS, Windows),
    only the number of threads is held.
    """
    for name in THREAD_VARIABLES:
        os.environ[name] = "false" if name == "TOKENIZERS_PARALLELISM" else "1"
    os.environ["HEARSAY_THREADS"] = "1"
    if not hasattr(os, "sched_setaffinity"):
        return "one thread, not pinned to a core"
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return f"one thread, pinned to core {core}"


def keep_to_two_cores() -> str:
    """Hold this process and those that it starts to two cores; gives the words that say so."""
    if not hasattr(os, "sched_setaffinity"):
        return "not pinned to cores"
    cores = sorted(os.sched_getaffinity(0))[:2]
    os.sched_setaffinity(0, cores)
    return f"all on {len(cores)} core{'s' if len(cores) > 1 else ''}"


def describe() -> str:
    """Processor, cores, memory, system and Python, in one line."""
    memory = _from_proc("/proc/meminfo", "MemTotal")
    gigabytes = f"{round(int(memory.split()[0]) / 1e6)} GB, " if memory else ""
    system = f"{platform.system()} {platform.machine()}"
    processor = _from_proc("/proc/cpuinfo", "model name") or platform.processor() or "an unnamed processor"
    return (
        f"{processor}{_multiplies()}, {os.cpu_count()} cores, {gigabytes}{system}, Python {platform.python_version()}"
    )


def _multiplies() -> str:
    """Whether the processor has VNNI, which doubles the speed of int8 networks; nothing where that cannot be told."""
    flags = (_from_proc("/proc/cpuinfo", "flags") or "").split()
    if not flags:
        return ""
    return " with VNNI" if {"avx512_vnni", "avx_vnni"} & set(flags) else " without VNNI"


def _from_proc(path: str, key: str) -> str | None:
    """The value of the first line that opens with ``key`` in one of Linux's tables; None where there is none."""
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(key)), None)
