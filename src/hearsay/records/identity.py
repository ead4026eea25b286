"""Ids from content: the same thing has the same id, whoever makes it and whenever."""

import hashlib


def make_id(kind: str, *parts: object) -> str:
    """``kind`` and 16 hexadecimal digits of the SHA-256 of ``parts``, each written with its length before it."""
    digest = hashlib.sha256()
    for part in parts:
        encoded = str(part).encode("utf-8", "surrogatepass")
        digest.update(f"{len(encoded)}:".encode())
        digest.update(encoded)
    return f"{kind}-{digest.hexdigest()[:16]}"
