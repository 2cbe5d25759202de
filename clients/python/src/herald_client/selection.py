"""Selections and what is made of them."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import shutil
import tempfile
import warnings
from dataclasses import dataclass
from typing import IO, Any, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple, Union
from urllib.parse import quote

from . import convert
from .catalogue import Column
from .errors import Broken
from .http import Http
from .order import Estimate, Order

_LONGEST_ADDRESS = 4000


@dataclass(frozen=True)
class Histogram:
    """Counts in bins: bin i holds ``edges[i] <= x < edges[i + 1]``, the last also its upper edge.

    Attributes:
        under: rows below the first edge
        over: rows above the last edge
        nulls: rows without a value
    """

    column: str
    edges: List[Any]
    counts: List[int]
    under: int
    over: int
    nulls: int


class Rows:
    """Rows that can be fetched in many forms. Every call fetches them anew."""

    def __init__(self, http_: Http) -> None:
        self._http = http_
        self._columns: Optional[Tuple[Column, ...]] = None

    def _open(self, format: str, head_only: bool = False) -> http.client.HTTPResponse:
        raise NotImplementedError

    def columns(self) -> Tuple[Column, ...]:
        """The columns of these rows, with units and UCDs."""
        if self._columns is None:
            with self._open("json", head_only=True) as answer:
                self._columns = tuple(Column.of(c) for c in _header(answer)["columns"])
        return self._columns

    def rows(self) -> Iterator[Dict[str, Any]]:
        """Row after row as dictionaries, as they come: needs no memory for all, and no library.

        Times are texts (UTC), missing values None.
        """
        with self._open("json") as answer:
            head = _header(answer)
            names = [c["name"] for c in head["columns"]]
            ended = "rows" in head
            for line in _lines(answer):
                text = line.strip()
                ended = text.endswith("]}") or text == "]}"
                row = text[:-2] if ended else text.rstrip(",")
                if row:
                    yield dict(zip(names, (_number(v) for v in json.loads(row))))
            if not ended:
                raise Broken("the server broke off before the last row")

    def save(self, path: Union[str, "os.PathLike[str]"], format: str) -> str:
        """Fetches the rows as a file: csv, tsv, json, votable, fits, parquet, hdf5, root or rntuple.

        The file is there once it is whole. Its path is returned.
        """
        target = os.fspath(path)
        part = target + ".part"
        with self._open(format) as answer, open(part, "wb") as file:
            _copy(answer, file)
        os.replace(part, target)
        return target

    def arrow(self) -> Any:
        """A ``pyarrow.Table``; units and UCDs are in the metadata of its fields. Needs pyarrow."""
        with self._file("parquet") as path:
            return convert.arrow(path, self.columns())

    def pandas(self) -> Any:
        """A ``pandas.DataFrame``; units and UCDs are in its ``attrs``. Needs pandas and pyarrow."""
        return convert.pandas(self.arrow(), self.columns())

    def astropy(self, times: bool = False) -> Any:
        """An ``astropy.table.Table`` with units, UCDs (``column.info.meta["ucd"]``) and descriptions. Needs Astropy.

        Args:
            times: whether times become ``astropy.time.Time``; else they are texts (UTC, to the nanosecond)
        """
        with self._file("votable") as path:
            return convert.astropy(path, self.columns(), times)

    def batches(self, size: int = 50000) -> Iterator[Any]:
        """``pyarrow.RecordBatch`` after batch, of at most so many rows. Needs pyarrow, and the disk instead of memory."""
        with self._file("parquet") as path:
            yield from convert.batches(path, size)

    @contextlib.contextmanager
    def _file(self, format: str) -> Iterator[str]:
        folder = tempfile.mkdtemp(prefix="herald-")
        try:
            yield self.save(os.path.join(folder, "rows"), format)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


class Selection(Rows):
    """A selection of one table, as :meth:`Herald.select` makes it."""

    def __init__(
        self,
        http_: Http,
        collection: str,
        table: str,
        where: Union[str, Mapping[str, Any], None],
        columns: Optional[Sequence[str]],
        order: Union[str, Sequence[str], None],
        limit: Optional[int],
        release: Optional[str],
    ) -> None:
        super().__init__(http_)
        self.collection = collection
        self.table = table
        self.where = where
        self._names = list(columns) if columns is not None else None
        self._sort = order
        self.limit = limit
        self.release = release
        self._base = "/api/v1/collections/%s/tables/%s" % (quote(collection, safe=""), quote(table, safe=""))

    def __repr__(self) -> str:
        return "Selection(%s/%s where %s)" % (self.collection, self.table, self.where or "everything")

    def _asked(self) -> Dict[str, Any]:
        return _given(where=self.where, release=self.release)

    def _get(self, what: str, parameters: Mapping[str, Any]) -> Any:
        return _json(self._http, self._base + what, parameters)

    def _open(self, format: str, head_only: bool = False) -> http.client.HTTPResponse:
        parameters = self._asked()
        parameters.update(
            _given(columns=self._names, order=self._sort, limit=0 if head_only else self.limit, format=format)
        )
        return _open(self._http, self._base + "/rows", parameters)

    def url(self, format: str = "csv") -> str:
        """The address at which the rows are, in a format."""
        parameters = self._asked()
        parameters.update(_given(columns=self._names, order=self._sort, limit=self.limit, format=format))
        return self._http.address(self._base + "/rows", parameters)

    def count(self) -> int:
        """How many rows pass the selection, whatever the limit."""
        return int(self._get("/count", self._asked())["rows"])

    def histogram(
        self,
        column: str,
        bins: int = 100,
        min: Union[float, str, None] = None,
        max: Union[float, str, None] = None,
        scale: str = "linear",
    ) -> Histogram:
        """Counts of one column in bins, made by the server.

        Args:
            min, max: edges in the column's unit, or times; the least and greatest value of the release if absent
            scale: ``linear`` or ``log``
        """
        parameters = self._asked()
        parameters.update(_given(column=column, bins=bins, min=min, max=max, scale=scale))
        told = self._get("/histogram", parameters)
        return Histogram(column, told["edges"], told["counts"], told["under"], told["over"], told["nulls"])

    def _request(self, format: str) -> Dict[str, Any]:
        if self.limit is not None:
            raise ValueError("a data request has all rows of its selection: narrow `where` instead of a limit")
        part = _given(collection=self.collection, table=self.table, where=self.where, release=self.release)
        if self._names is not None:
            part["columns"] = self._names
        return {"parts": [part], "format": format}

    def estimate(self, format: str = "parquet") -> Estimate:
        """What a data request of these rows means and costs; nothing is ordered."""
        return _estimate(self._http, self._request(format))

    def order(self, format: str = "parquet", title: Optional[str] = None, **more: Any) -> Order:
        """Orders these rows as a package.

        Args:
            more: further members of the request, such as ``layout="components"`` or ``delivery="folder"``
        """
        return _order(self._http, self._request(format), title, more)


class Events(Rows):
    """A selection of the common events of several collections, as :meth:`Herald.events` makes it."""

    def __init__(
        self,
        http_: Http,
        where: Union[str, Mapping[str, Any], None],
        collections: Optional[List[str]],
        limit: Optional[int],
    ) -> None:
        super().__init__(http_)
        self.where = where
        self.collections = collections
        self.limit = limit

    def __repr__(self) -> str:
        return "Events(%s where %s)" % (", ".join(self.collections or ["all"]), self.where or "everything")

    def _asked(self) -> Dict[str, Any]:
        return _given(where=self.where, collections=self.collections)

    def _open(self, format: str, head_only: bool = False) -> http.client.HTTPResponse:
        parameters = self._asked()
        parameters.update(_given(limit=0 if head_only else self.limit, format=format))
        return _open(self._http, "/api/v1/events", parameters)

    def count(self) -> int:
        """How many events pass the selection, whatever the limit."""
        return int(self._counted()["rows"])

    def counts(self) -> Dict[str, int]:
        """How many events of each table pass, by ``collection/table``."""
        return {"%s/%s" % (p["collection"], p["table"]): p["rows"] for p in self._counted()["parts"]}

    def skipped(self) -> Dict[str, str]:
        """Tables that contribute none, by ``collection/table``, and why."""
        return {"%s/%s" % (s["collection"], s["table"]): s["why"] for s in self._counted()["skipped"]}

    def _counted(self) -> Any:
        return _json(self._http, "/api/v1/events/count", self._asked())

    def _request(self, format: str) -> Dict[str, Any]:
        if self.limit is not None:
            raise ValueError("a data request has all rows of its selection: narrow `where` instead of a limit")
        return {"parts": [{"events": self._asked()}], "format": format}

    def estimate(self, format: str = "parquet") -> Estimate:
        """What a data request of these events means and costs; nothing is ordered."""
        return _estimate(self._http, self._request(format))

    def order(self, format: str = "parquet", title: Optional[str] = None, **more: Any) -> Order:
        """Orders these events as a package. ``more`` are further members of the request."""
        return _order(self._http, self._request(format), title, more)


class Answer(Rows):
    """The answer to a query in ADQL, as :meth:`Herald.adql` makes it."""

    def __init__(self, http_: Http, query: str, maxrec: Optional[int]) -> None:
        super().__init__(http_)
        self.query = query
        self._maxrec = maxrec

    def __repr__(self) -> str:
        return "Answer(%r)" % self.query

    def _open(self, format: str, head_only: bool = False) -> http.client.HTTPResponse:
        form = {"LANG": "ADQL", "REQUEST": "doQuery", "QUERY": self.query, "RESPONSEFORMAT": format}
        if head_only or self._maxrec is not None:
            form["MAXREC"] = "0" if head_only else str(self._maxrec)
        answer = self._http.open("/tap/sync", method="POST", form=form)
        if not head_only and answer.headers.get("X-Herald-Overflow") == "true":
            _warn_of_overflow()
        return answer

    def save(self, path: Union[str, "os.PathLike[str]"], format: str) -> str:
        saved = super().save(path, format)
        if format == "votable":
            with open(saved, "rb") as file:
                file.seek(max(0, os.path.getsize(saved) - 2000))
                if b'value="OVERFLOW"' in file.read():
                    _warn_of_overflow()
        return saved


def _warn_of_overflow() -> None:
    warnings.warn("the answer has as many rows as are granted, and there are more: see `maxrec`", stacklevel=5)


def _given(**values: Any) -> Dict[str, Any]:
    return {k: v for k, v in values.items() if v is not None and v != ""}


def _open(http_: Http, path: str, parameters: Mapping[str, Any]) -> http.client.HTTPResponse:
    """By GET, which can be cached, or by POST what would make too long an address."""
    if isinstance(parameters.get("where"), Mapping) or len(http_.address(path, parameters)) > _LONGEST_ADDRESS:
        return http_.open(path, method="POST", body=dict(parameters))
    return http_.open(path, parameters)


def _json(http_: Http, path: str, parameters: Mapping[str, Any]) -> Any:
    with _open(http_, path, parameters) as answer:
        return json.loads(answer.read().decode("utf-8"))


def _estimate(http_: Http, request: Mapping[str, Any]) -> Estimate:
    return Estimate.of(http_.json("/api/v1/requests/estimate", method="POST", body=request))


def _order(http_: Http, request: Dict[str, Any], title: Optional[str], more: Mapping[str, Any]) -> Order:
    if title is not None:
        request["title"] = title
    request.update(more)
    return Order(http_, http_.json("/api/v1/requests", method="POST", body=request))


def _copy(answer: http.client.HTTPResponse, file: IO[bytes]) -> None:
    try:
        shutil.copyfileobj(answer, file, 1 << 20)
    except (http.client.HTTPException, OSError) as broken:
        raise Broken("the server broke off before the last row") from broken
    if answer.length:
        raise Broken("the server broke off before the last row")


def _lines(answer: http.client.HTTPResponse) -> Iterator[str]:
    try:
        for line in answer:
            yield line.decode("utf-8")
    except (http.client.HTTPException, OSError) as broken:
        raise Broken("the server broke off before the last row") from broken


def _header(answer: http.client.HTTPResponse) -> Dict[str, Any]:
    """What stands before the rows; the answer is left at the first of them. If there is none ``rows`` is there, and empty."""
    head = ""
    for line in _lines(answer):
        head += line
        if line.strip().startswith('"rows":['):
            if line.rstrip().endswith("]}"):
                return json.loads(head)
            return json.loads(head[: head.rindex('"rows":[')].rstrip().rstrip(",") + "}")
    raise Broken("the server's answer has no rows")


def _number(value: Any) -> Any:
    """JSON has neither NaN nor infinities."""
    if isinstance(value, str) and value in ("NaN", "Infinity", "-Infinity"):
        return float(value.replace("Infinity", "inf"))
    return value
