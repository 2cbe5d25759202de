"""HTTP by the standard library."""

from __future__ import annotations

import http.client
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from typing import Any, Dict, Mapping, Optional

from .errors import Broken, HeraldError, from_problem, from_votable

USER_AGENT = "herald-client/0.1.0"


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows to other servers without the token, which is not theirs."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]
        new = super().redirect_request(req, fp, code, msg, headers, newurl)
        if new is not None and _origin(new.full_url) != _origin(req.full_url):
            new.remove_header("Authorization")
        return new


def _origin(url: str) -> tuple:
    parts = urllib.parse.urlsplit(url)
    return (parts.scheme, parts.netloc)


class Http:
    """Talks to one server. Safe for many threads."""

    def __init__(self, url: str, token: Optional[str], timeout: float, patience: float) -> None:
        parts = urllib.parse.urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise ValueError("no address of a server: %r" % url)
        self.url = url.rstrip("/")
        self._token = token
        self._timeout = timeout
        self._patience = patience
        self._opener = urllib.request.build_opener(_Redirects())

    def address(self, path: str, parameters: Optional[Mapping[str, Any]] = None) -> str:
        given = {k: _text(v) for k, v in (parameters or {}).items() if v is not None}
        full = path if "://" in path else self.url + path
        return full + ("?" + urllib.parse.urlencode(given) if given else "")

    def open(
        self,
        path: str,
        parameters: Optional[Mapping[str, Any]] = None,
        method: str = "GET",
        body: Optional[Any] = None,
        form: Optional[Mapping[str, str]] = None,
        headers: Optional[Mapping[str, str]] = None,
        timeout: Optional[float] = None,
    ) -> http.client.HTTPResponse:
        """An answer of success, to be closed; a busy server is asked again."""
        url = self.address(path, parameters)
        sent: Dict[str, str] = {"User-Agent": USER_AGENT, "Accept": "*/*"}
        content = None
        if body is not None:
            content = json.dumps(body).encode("utf-8")
            sent["Content-Type"] = "application/json"
        elif form is not None:
            content = urllib.parse.urlencode(form).encode("utf-8")
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        if self._token and _origin(url) == _origin(self.url):
            sent["Authorization"] = "Bearer " + self._token
        sent.update(headers or {})
        end = time.monotonic() + self._patience
        while True:
            request = urllib.request.Request(url, data=content, headers=sent, method=method)
            try:
                return self._opener.open(request, timeout=timeout or self._timeout)
            except urllib.error.HTTPError as failed:
                with failed:
                    error = _error(failed)
                pause = _pause(failed)
                if failed.code not in (429, 503) or time.monotonic() + pause > end:
                    raise error from None
                time.sleep(pause)
            except (urllib.error.URLError, http.client.HTTPException, OSError) as away:
                reason = getattr(away, "reason", away)
                raise Broken(
                    "%s cannot be reached: %s" % (self.url, reason), help="is the address right, and the server up?"
                ) from away

    def json(self, path: str, parameters: Optional[Mapping[str, Any]] = None, **options: Any) -> Any:
        """An answer in JSON; None if there is none."""
        with self.open(path, parameters, **options) as answer:
            try:
                content = answer.read()
            except (http.client.HTTPException, OSError) as broken:
                raise Broken("the answer of %s ends early" % self.url) from broken
            return json.loads(content.decode("utf-8")) if content else None


def _pause(failed: urllib.error.HTTPError) -> float:
    told = failed.headers.get("Retry-After", "")
    return min(60.0, float(told)) if told.isdigit() else 5.0


def _error(failed: urllib.error.HTTPError) -> HeraldError:
    kind = failed.headers.get_content_type()
    try:
        text = failed.read(1000000).decode("utf-8", "replace")
        if kind.endswith("json"):
            return from_problem(failed.code, json.loads(text))
        if "votable" in kind or kind.endswith("xml"):
            return from_votable(failed.code, text)
    except (ValueError, OSError, http.client.HTTPException):
        pass
    return from_problem(failed.code, {})


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return ",".join(str(v) for v in value)
    if isinstance(value, dict):
        return json.dumps(value)
    return str(value)
