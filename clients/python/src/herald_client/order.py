"""Data requests: orders of packages."""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import re
import sys
import time
import zipfile
from dataclasses import dataclass
from typing import Any, Callable, Dict, Iterator, List, Mapping, Optional, Union
from urllib.parse import quote

from .errors import BadRequest, Broken, ChecksumError, HeraldError, NotFound, RequestFailed
from .http import Http

Progress = Union[bool, Callable[["Order"], None]]

_ACTIVE = ("Scheduled", "Running")


@dataclass(frozen=True)
class Estimate:
    """What a request means and costs.

    Attributes:
        identifier: of the data, for ever
        rows: exact
        bytes: about
        seconds: of work, about, when nobody else works
        request: in full: releases, columns and selections in their canonical form
    """

    identifier: str
    rows: int
    bytes: int
    seconds: float
    request: Mapping[str, Any]

    @staticmethod
    def of(told: Mapping[str, Any]) -> "Estimate":
        return Estimate(told["identifier"], told["rows"], told["bytes"], told["seconds"], told["request"])


class Order:
    """A data request on the server.

    ``details`` is all that the server told of it last; :meth:`refresh` asks again.
    """

    def __init__(self, http_: Http, told: Mapping[str, Any]) -> None:
        self._http = http_
        self.details: Dict[str, Any] = dict(told)
        if "id" not in told:
            raise BadRequest(
                "%s is an identifier of data, not a request" % told.get("identifier"),
                help="`herald.again(identifier)` orders the data once more",
            )
        self._path = "/api/v1/requests/" + quote(str(told["id"]), safe="")

    def __repr__(self) -> str:
        return "Order(%s, %s)" % (self.id, self.state)

    @property
    def id(self) -> str:
        """Whoever knows it can see, fetch and delete the request."""
        return str(self.details["id"])

    @property
    def identifier(self) -> str:
        """What the data are called for ever, to be cited: ``hr-…``."""
        return str(self.details["identifier"])

    @property
    def title(self) -> Optional[str]:
        """What you call it; None for nothing."""
        return self.details.get("title")

    @property
    def state(self) -> str:
        """Scheduled, Running, Finished, Failed or Expired, as told last."""
        return str(self.details["state"])

    @property
    def progress(self) -> float:
        """From 0 to 1, as told last."""
        return 1.0 if self.state == "Finished" else float(self.details.get("progress") or 0.0)

    @property
    def fingerprint(self) -> Optional[str]:
        """Of all rows, whatever the format; None before it is finished."""
        return self.details.get("fingerprint")

    @property
    def webhook_secret(self) -> Optional[str]:
        """Signs the calls of the webhook; told only by the answer to the order."""
        return self.details.get("webhookSecret")

    def refresh(self) -> "Order":
        """Asks for the state."""
        secret = self.details.get("webhookSecret")
        self.details = dict(self._http.json(self._path))
        if secret:
            self.details["webhookSecret"] = secret
        return self

    def wait(self, timeout: Optional[float] = None, progress: Progress = True) -> "Order":
        """Waits until the package is there.

        Follows the request live, and asks again and again where that cannot be had.

        Args:
            timeout: seconds; for ever if absent
            progress: whether a bar is shown (by tqdm if it is installed); or a function that is called
                with this order whenever something changes

        Raises:
            RequestFailed: if it failed, was cancelled or has expired
            TimeoutError: if the time is over; the request goes on
        """
        end = None if timeout is None else time.monotonic() + timeout
        with _Shown(progress) as shown:
            shown.show(self)
            if self.state in _ACTIVE:
                self._follow(end, shown)
            while self.state in _ACTIVE:
                left = 30.0 if end is None else end - time.monotonic()
                if left <= 0:
                    raise TimeoutError("the request %s is %s" % (self.id, self.state))
                self._update(self._http.json(self._path, {"wait": int(max(1, min(30, left)))}), shown)
        self._require_finished()
        return self

    def _follow(self, end: Optional[float], shown: "_Shown") -> None:
        try:
            for event, data in _events(self._http, self._path + "/events"):
                if event == "gone":
                    raise NotFound("the request %s was deleted" % self.id)
                if event in ("state", "progress"):
                    self._update(data, shown)
                if self.state not in _ACTIVE or (end is not None and time.monotonic() > end):
                    return
        except NotFound:
            raise
        except (HeraldError, http.client.HTTPException, OSError, ValueError):
            return  # it is asked again and again instead

    def _update(self, told: Mapping[str, Any], shown: "_Shown") -> None:
        self.details.update(told)
        shown.show(self)

    def _require_finished(self) -> None:
        if self.state != "Finished":
            error = self.details.get("error") or {}
            raise RequestFailed(
                error.get("message") or "the request %s is %s" % (self.id, self.state), code=error.get("code", "")
            )
        if "files" not in self.details:
            self.refresh()

    def download(
        self, folder: Union[str, "os.PathLike[str]"] = ".", progress: Progress = True, attempts: int = 5
    ) -> str:
        """Fetches the package and checks it; a download that broke before is taken up where it ended.

        Waits for the package if need be.

        Args:
            folder: is made if it is not there
            attempts: so often it is taken up again if the connection breaks

        Returns:
            the path of the archive; of a request with ``delivery="folder"`` that of a folder with its files

        Raises:
            ChecksumError: if what came is not what the server made
        """
        self.wait(progress=progress)
        target = os.fspath(folder)
        files: List[Mapping[str, Any]] = self.details["files"]
        if len(files) != 1:
            target = os.path.join(target, self.identifier)
        os.makedirs(target, exist_ok=True)
        paths = [self._fetch(file, target, attempts) for file in files]
        return paths[0] if len(files) == 1 else target

    def _fetch(self, file: Mapping[str, Any], folder: str, attempts: int) -> str:
        path = os.path.join(folder, _plain(str(file["name"])))
        digest = file.get("sha256")
        if os.path.exists(path) and digest and _sha256(path) == digest:
            return path
        part = path + ".part"
        for attempt in range(attempts):
            try:
                self._resume(str(file["href"]), part, digest)
                break
            except (http.client.HTTPException, OSError, Broken):
                if attempt + 1 == attempts:
                    raise
                time.sleep(min(10.0, 0.5 * 2**attempt))
        if digest and _sha256(part) != digest:
            os.remove(part)
            raise ChecksumError(
                "%s is not what the server made" % file["name"], help="fetch it again; what came was removed"
            )
        os.replace(part, path)
        return path

    def _resume(self, href: str, part: str, digest: Optional[str]) -> None:
        there = os.path.getsize(part) if os.path.exists(part) else 0
        headers = {"Accept-Encoding": "identity"}
        if there and digest:
            headers["Range"] = "bytes=%d-" % there
            headers["If-Range"] = '"%s"' % digest
        try:
            answer = self._http.open(href, headers=headers)
        except BadRequest as refused:
            if refused.status != 416:
                raise
            os.remove(part)  # it is longer than the file: of something else
            answer = self._http.open(href, headers={"Accept-Encoding": "identity"})
        with answer, open(part, "ab" if answer.status == 206 else "wb") as file:
            while True:
                block = answer.read(1 << 20)
                if not block:
                    break
                file.write(block)
            if answer.length:
                raise Broken("the download of %s broke off" % href)

    def extract(self, folder: Union[str, "os.PathLike[str]"] = ".", progress: Progress = True) -> str:
        """Fetches the package and unpacks it; checks every file against ``SHA256SUMS``.

        Returns:
            the path of the folder with the files
        """
        path = self.download(folder, progress)
        if os.path.isdir(path):
            unpacked = path
        else:
            target = os.fspath(folder)
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    if not re.fullmatch(r"[A-Za-z0-9_-]+/[A-Za-z0-9._-]+", name) or "/.." in name:
                        raise ChecksumError("the archive holds a file of a strange name: %r" % name)
                archive.extractall(target)
            unpacked = os.path.join(target, self.identifier)
        _check_sums(unpacked)
        return unpacked

    def cancel(self) -> "Order":
        """Stops the work."""
        self.details.update(self._http.json(self._path + "/cancel", method="POST", body={}))
        return self

    def delete(self) -> None:
        """Removes the request with its package."""
        self._http.json(self._path, method="DELETE")


def _events(http_: Http, path: str) -> Iterator[Any]:
    """Server-Sent Events (HTML, section 9.2.6): name and JSON of each."""
    with http_.open(path, headers={"Accept": "text/event-stream"}, timeout=60) as answer:
        if answer.headers.get_content_type() != "text/event-stream":
            raise Broken("no events are told")
        name, data = "message", ""
        for raw in answer:
            line = raw.decode("utf-8").rstrip("\r\n")
            if not line:
                if data:
                    yield name, json.loads(data)
                name, data = "message", ""
            elif line.startswith("event:"):
                name = line[6:].strip()
            elif line.startswith("data:"):
                data += line[5:].strip()


def _plain(name: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_-][A-Za-z0-9._-]*", name):
        raise ChecksumError("the package has a file of a strange name: %r" % name)
    return name


def _sha256(path: str) -> str:
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def _check_sums(folder: str) -> None:
    with open(os.path.join(folder, "SHA256SUMS"), encoding="utf-8") as sums:
        for line in sums:
            digest, name = line.split(None, 1)
            if _sha256(os.path.join(folder, _plain(name.strip()))) != digest:
                raise ChecksumError("%s is not what the server made" % name.strip())


class _Shown:
    """A bar of progress, or whatever else was wished for."""

    def __init__(self, progress: Progress) -> None:
        self._told = progress if callable(progress) else None
        self._wanted = progress is True and sys.stderr is not None and sys.stderr.isatty()
        self._bar: Any = None

    def __enter__(self) -> "_Shown":
        if self._wanted:
            try:
                from tqdm.auto import tqdm

                self._bar = tqdm(total=100, unit="%", bar_format="{desc} {bar} {percentage:3.0f} %")
            except ImportError:
                self._bar = None
        return self

    def show(self, order: "Order") -> None:
        if self._told is not None:
            self._told(order)
        if self._bar is not None:
            self._bar.set_description_str(order.state)
            self._bar.n = round(100 * order.progress)
            self._bar.refresh()
        elif self._wanted:
            sys.stderr.write("\r%-10s %3.0f %%" % (order.state, 100 * order.progress))
            sys.stderr.flush()

    def __exit__(self, *_: Any) -> None:
        if self._bar is not None:
            self._bar.close()
        elif self._wanted:
            sys.stderr.write("\n")
