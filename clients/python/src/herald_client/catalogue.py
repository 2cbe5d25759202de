"""What a server has."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, Iterator, List, Mapping, Optional, Tuple


@dataclass(frozen=True)
class Column:
    """A column.

    Attributes:
        name: in selections and answers
        type: one of bool, int8 … uint64, float32, float64, string, bytes, timestamp
        shape: ``()`` for one value a row; an entry None is a length that varies
        unit: VOUnits symbol; None for none
        ucd: UCD1+ words; None for none
        description: in words; None for none
        details: all that the server tells besides, such as range and statistics
    """

    name: str
    type: str
    shape: Tuple[Optional[int], ...] = ()
    unit: Optional[str] = None
    ucd: Optional[str] = None
    description: Optional[str] = None
    details: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @staticmethod
    def of(told: Mapping[str, Any]) -> "Column":
        return Column(
            told["name"],
            told["type"],
            tuple(told.get("shape") or ()),
            told.get("unit") or None,
            told.get("ucd") or None,
            told.get("description") or None,
            dict(told),
        )


@dataclass(frozen=True)
class Table:
    """A table of a release. ``table["ze"]`` is its column ``ze``."""

    collection: str
    release: str
    name: str
    description: str
    rows: int
    columns: Tuple[Column, ...] = field(repr=False)
    details: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @staticmethod
    def of(collection: str, told: Mapping[str, Any]) -> "Table":
        release = told.get("release") or ""
        return Table(
            collection,
            release.get("name", "") if isinstance(release, dict) else str(release),
            told["name"],
            told.get("description") or "",
            told.get("rows", 0),
            tuple(Column.of(c) for c in told.get("columns", ())),
            dict(told),
        )

    def __getitem__(self, name: str) -> Column:
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    def __iter__(self) -> Iterator[Column]:
        return iter(self.columns)

    def __str__(self) -> str:
        lines = ["%s/%s: %s (%d rows)" % (self.collection, self.name, self.description, self.rows)]
        for c in self.columns:
            lines.append("  %-24s %-10s %-10s %s" % (c.name, c.type, c.unit or "", c.description or ""))
        return "\n".join(lines)


@dataclass(frozen=True)
class Collection:
    """A collection in one of its releases.

    Attributes:
        tables: names of its tables
        licence: name of the licence
        cite: what to cite; None if nothing is said
    """

    id: str
    title: str
    description: str = field(repr=False)
    messenger: str
    release: str
    tables: Tuple[str, ...]
    licence: Optional[str]
    cite: Optional[str]
    details: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @staticmethod
    def of(told: Mapping[str, Any]) -> "Collection":
        licence: Dict[str, Any] = told.get("licence") or {}
        tables: List[Mapping[str, Any]] = told.get("tables") or []
        return Collection(
            told["id"],
            told.get("title") or "",
            told.get("description") or "",
            told.get("messenger") or "",
            (told.get("release") or {}).get("name", ""),
            tuple(t["name"] for t in tables),
            licence.get("name"),
            told.get("cite"),
            dict(told),
        )
