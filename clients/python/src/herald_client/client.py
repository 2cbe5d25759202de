"""The face of the package."""

from __future__ import annotations

import os
from typing import Any, Iterable, List, Mapping, Optional, Sequence, Union
from urllib.parse import quote

from .catalogue import Collection, Table
from .http import Http
from .order import Estimate, Order
from .selection import Answer, Events, Selection

Where = Union[str, Mapping[str, Any], None]


class Herald:
    """A Herald data centre. Safe for many threads.

    Args:
        url: address of the server, such as ``https://data.example.org``
        token: API token; without one you see what is open to everybody.
            The environment variable ``HERALD_TOKEN`` is taken if it is absent.
        timeout: seconds without a byte after which the server is given up
        patience: seconds during which a busy server is asked again
    """

    def __init__(
        self, url: str, token: Optional[str] = None, timeout: float = 120.0, patience: float = 60.0
    ) -> None:
        self._http = Http(url, token or os.environ.get("HERALD_TOKEN") or None, timeout, patience)

    @property
    def url(self) -> str:
        """The address of the server, without the last slash."""
        return self._http.url

    def __repr__(self) -> str:
        return "Herald(%r)" % self.url

    def collections(self) -> List[Collection]:
        """All collections, each in its newest release."""
        return [Collection.of(c) for c in self._http.json("/api/v1/collections")["collections"]]

    def collection(self, id: str, release: Optional[str] = None) -> Collection:
        """One collection, in its newest release unless another is named."""
        return Collection.of(self._http.json("/api/v1/collections/" + quote(id, safe=""), {"release": release}))

    def table(self, collection: str, table: str, release: Optional[str] = None) -> Table:
        """A table with its columns: unit, UCD, description, range, statistics."""
        path = "/api/v1/collections/%s/tables/%s" % (quote(collection, safe=""), quote(table, safe=""))
        return Table.of(collection, self._http.json(path, {"release": release}))

    def select(
        self,
        collection: str,
        table: str,
        where: Where = None,
        columns: Optional[Sequence[str]] = None,
        order: Union[str, Sequence[str], None] = None,
        limit: Optional[int] = None,
        release: Optional[str] = None,
    ) -> Selection:
        """A selection of a table; nothing is fetched before you ask for something of it.

        Args:
            where: in the selection language, such as ``"array_e > 16 and array_ze < 20 deg"``, or its JSON form;
                everything if absent
            columns: in the order wanted; all if absent
            order: names of columns to sort by, falling with a minus before: ``"-array_e"``
            limit: at most so many rows; all if absent
            release: its name; the newest if absent
        """
        return Selection(self._http, collection, table, where, columns, order, limit, release)

    def events(
        self, where: Where = None, collections: Optional[Iterable[str]] = None, limit: Optional[int] = None
    ) -> Events:
        """The common events of several collections: id, collection, table, messenger, time, ra, dec, energy.

        Args:
            where: such as ``"cone(ra, dec, 83.63, 22.01, 2 deg) and energy > 1 TeV"``
            collections: their ids; all if absent
            limit: at most so many rows; all if absent
        """
        return Events(self._http, where, list(collections) if collections is not None else None, limit)

    def adql(self, query: str, maxrec: Optional[int] = None) -> Answer:
        """The answer to a query in ADQL 2.1, by TAP; asked when you ask for its rows.

        Args:
            maxrec: at most so many rows; the server's own limit if absent
        """
        return Answer(self._http, query, maxrec)

    def estimate(self, request: Mapping[str, Any]) -> Estimate:
        """What a request, as the REST API has it, means and costs; nothing is ordered."""
        return Estimate.of(self._http.json("/api/v1/requests/estimate", method="POST", body=dict(request)))

    def order(
        self,
        request: Mapping[str, Any],
        title: Optional[str] = None,
        mail: bool = False,
        webhook: Optional[str] = None,
    ) -> Order:
        """Orders data, as the REST API has it: ``{"parts": […], "format": "fits"}``.

        Args:
            title: what you call it
            mail: whether a letter is sent when it is done (with a token)
            webhook: an ``https://`` address that is called when it is done; ``order.webhook_secret`` signs the calls
        """
        body = dict(request)
        if title is not None:
            body["title"] = title
        notify = {k: v for k, v in (("mail", mail), ("webhook", webhook)) if v}
        if notify:
            body["notify"] = notify
        return Order(self._http, self._http.json("/api/v1/requests", method="POST", body=body))

    def request(self, id: str) -> Order:
        """A request that was ordered before, by its id."""
        return Order(self._http, self._http.json("/api/v1/requests/" + quote(id, safe="")))

    def orders(self) -> List[Order]:
        """Your requests that the server keeps, the newest first; needs a token with the scope ``requests``."""
        return [Order(self._http, told) for told in self._http.json("/api/v1/requests")["requests"]]

    def again(self, identifier: str) -> Order:
        """Orders the data of an identifier (``hr-…``) once more: the same rows as ever."""
        meant = self._http.json("/api/v1/requests/" + quote(identifier, safe=""))
        return self.order(meant["request"])
