"""What can go wrong, as exceptions that carry what the server says."""

from __future__ import annotations

import re
from typing import Any, Mapping, Optional


class HeraldError(Exception):
    """The server refuses, or cannot be reached.

    Attributes:
        code: stable name of this kind of mistake, such as ``Q004``; empty if there is none
        detail: one sentence
        help: what to do next; None if nothing is known
        status: of the HTTP answer; 0 if there was none
        where: the selection or query in which the mistake is; None if it is in none
        start: its first character there, from 0; None if it has no place
        length: of the place; None if it has none
    """

    def __init__(
        self,
        detail: str,
        code: str = "",
        help: Optional[str] = None,
        status: int = 0,
        where: Optional[str] = None,
        start: Optional[int] = None,
        length: Optional[int] = None,
    ) -> None:
        self.detail = detail
        self.code = code
        self.help = help
        self.status = status
        self.where = where
        self.start = start
        self.length = length
        super().__init__(str(self))

    def __str__(self) -> str:
        text = "%s: %s" % (self.code, self.detail) if self.code else self.detail
        if self.where and self.start is not None:
            text += "\n    %s\n    %s%s" % (self.where, " " * self.start, "^" * max(1, self.length or 1))
        if self.help:
            text += "\nhelp: %s" % self.help
        return text


class BadRequest(HeraldError):
    """Something in what was asked is wrong, or it is too much."""


class NotFound(HeraldError):
    """There is no such collection, table, release or request."""


class NotAllowed(HeraldError):
    """The data are not open to who asks, or the token is not valid."""


class Busy(HeraldError):
    """The server cannot answer now; it was asked several times."""


class Broken(HeraldError):
    """The server could not be reached, failed, or broke off."""


class ChecksumError(HeraldError):
    """What came is not what the server has."""


class RequestFailed(HeraldError):
    """A data request failed, was cancelled, or has expired."""


def _kind(status: int) -> type:
    if status in (401, 403):
        return NotAllowed
    if status in (404, 410):
        return NotFound
    if status in (429, 503):
        return Busy
    return BadRequest if 400 <= status < 500 else Broken


def from_problem(status: int, problem: Mapping[str, Any]) -> HeraldError:
    """Of a problem by RFC 9457 as Herald answers it."""
    return _kind(status)(
        str(problem.get("detail") or problem.get("title") or "the server answers with status %d" % status),
        code=str(problem.get("code", "")),
        help=problem.get("help"),
        status=status,
        where=problem.get("where"),
        start=problem.get("start"),
        length=problem.get("length"),
    )


def from_votable(status: int, text: str) -> HeraldError:
    """Of an error document of TAP (DALI 1.1, section 4.4)."""
    import xml.etree.ElementTree as tree

    detail, told, code = "the server answers with status %d" % status, "", ""
    try:
        for info in tree.fromstring(text).iter():
            if info.tag.endswith("INFO") and info.get("name") == "QUERY_STATUS":
                detail = (info.text or detail).strip()
            if info.tag.endswith("INFO") and info.get("name") == "herald_diagnostic":
                code, told = info.get("value") or "", info.text or ""
    except tree.ParseError:
        pass
    help_line = re.search(r"^help: (.*)$", told, re.MULTILINE)
    return _kind(status)(detail, code=code, help=help_line.group(1) if help_line else None, status=status)
