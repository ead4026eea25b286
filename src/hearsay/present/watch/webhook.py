"""Changes posted to an address, signed as Standard Webhooks has it (https://www.standardwebhooks.com, version 1)."""

import base64
import binascii
import hmac
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256

from hearsay.errors import FetchFailed, UsageError
from hearsay.ingest.fetch.outside import Outside
from hearsay.ingest.fetch.post import post
from hearsay.present.story.rows import change_row
from hearsay.present.watch.news import News
from hearsay.records.plain import encodable
from hearsay.settings import Settings

WAITS = (1.0, 4.0, 16.0, 60.0)
"""Seconds before each further attempt; what still fails then waits for the next poll."""
GONE = 410
"""The status by which a receiver says that it wants no more."""
_PREFIX = "whsec_"


def key_of(secret: str) -> bytes:
    """The key that a secret stands for: base64, with or without "whsec_". Raises UsageError for another."""
    try:
        key = base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if not 24 <= len(key) <= 64:
        raise UsageError(
            "the webhook's secret is not 24 to 64 bytes in base64",
            advice="make one: python -c \"import base64,os;print('whsec_'+base64.b64encode(os.urandom(32)).decode())\"",
        )
    return key


def signature(key: bytes, id: str, *, timestamp: int, body: bytes) -> str:
    """The header webhook-signature of a message."""
    signed = b".".join([id.encode(), str(timestamp).encode(), body])
    return f"v1,{base64.b64encode(hmac.new(key, signed, sha256).digest()).decode()}"


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where changes are posted."""

    url: str
    key: bytes
    settings: Settings
    allow_private: bool = False
    outside: Outside = field(default_factory=Outside)
    clock: Callable[[], float] = time.time
    """Seconds since 1970, for the signature."""

    def send(self, news: News) -> None:
        """Post one change, again after WAITS where it is not taken.

        Raises FetchFailed where it is not taken at all, and FetchRefused for an address that is not asked.
        """
        row = {"type": f"story.{news.change.kind.replace(' ', '_')}", "timestamp": news.change.at}
        body = encodable(json.dumps(row | {"data": change_row(news.change)}, ensure_ascii=False)).encode()
        for wait in (*WAITS, None):
            failure = self._attempt(news.id, body)
            if failure is None:
                return
            if wait is None or failure.status == GONE:
                raise failure
            self.outside.sleep(wait)

    def _attempt(self, id: str, body: bytes) -> FetchFailed | None:
        timestamp = int(self.clock())
        headers = {
            "Content-Type": "application/json",
            "webhook-id": id,
            "webhook-timestamp": str(timestamp),
            "webhook-signature": signature(self.key, id, timestamp=timestamp, body=body),
        }
        try:
            status = post(
                self.url,
                body,
                headers=headers,
                settings=self.settings,
                allow_private=self.allow_private,
                outside=self.outside,
            )
        except FetchFailed as error:
            return error
        if 200 <= status < 300:
            return None
        return FetchFailed(f"the webhook answers {status}", origin=self.url, status=status)
