"""A small OpenID provider, which the tests run: it knows one person, and lets whoever asks be that person."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

from hearsay.ledger.accounts.holders import Holders
from hearsay.ledger.connect import Store
from hearsay.present.web.desk import Provider
from hearsay.records.holder import Role

KEY = RSAKey.generate_key(2048, {"kid": "one", "use": "sig"})
OTHER = RSAKey.generate_key(2048, {"kid": "one", "use": "sig"})


@dataclass
class Identity:
    """A provider that knows one person."""

    issuer: str = ""
    nonce: str = ""
    key: RSAKey = field(default_factory=lambda: KEY)
    claims: dict[str, Any] = field(default_factory=dict)
    """What it says otherwise than it should."""
    asked: list[dict[str, list[str]]] = field(default_factory=list)
    """What it was asked for tokens with."""

    def token(self) -> str:
        now = int(time.time())
        right = {"iss": self.issuer, "aud": "desk", "sub": "4711", "iat": now, "exp": now + 60, "nonce": self.nonce}
        made = {name: value for name, value in (right | self.claims).items() if value is not None}
        return jwt.encode({"alg": "RS256", "kid": "one"}, made, self.key)

    def answer(self, path: str) -> dict[str, Any]:
        if path == "/token":
            return {"access_token": "a", "token_type": "Bearer", "id_token": self.token()}
        if path == "/keys":
            return {"keys": [KEY.as_dict(private=False)]}
        where = {"authorization_endpoint": "/authorize", "token_endpoint": "/token", "jwks_uri": "/keys"}
        return {"issuer": self.issuer} | {name: self.issuer + path for name, path in where.items()}

    def sent_back(self, path: str) -> str:
        """Where whoever asks ``path`` to be let in is sent."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(path).query).items()}
        self.nonce = asked["nonce"]
        return f"{asked['redirect_uri']}?{urlencode({'state': asked['state'], 'code': 'c'})}"

    def of_desk(self) -> Provider:
        """What a desk is told of it."""
        return Provider(self.issuer, "desk", "secret", "Norda")

    def known_at(self, path: Path) -> None:
        """Make an account in the ledger there for whom it knows."""
        store = Store(path, create=False)
        Holders(store).add("olga", role=Role.ANALYST, subject=f"{self.issuer}|4711")
        store.close()


@contextmanager
def identity() -> Iterator[Identity]:
    """The provider on a real server, which stops at the end."""
    made = Identity()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.startswith("/authorize?"):
                self.send_response(303)
                self.send_header("Location", made.sent_back(self.path))
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            body = json.dumps(made.answer(self.path)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            given = self.rfile.read(int(self.headers["Content-Length"]))
            made.asked.append(parse_qs(given.decode()))
            self.do_GET()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield made
    server.shutdown()
    server.server_close()
    thread.join()
