"""Files as tables of the libraries that physicists use; each is imported when it is needed."""

from __future__ import annotations

from typing import Any, Iterator, Sequence

from .catalogue import Column


def _library(name: str, extra: str) -> Any:
    import importlib

    try:
        return importlib.import_module(name)
    except ImportError as missing:
        raise ImportError(
            "this needs %s: pip install 'herald-client[%s]'" % (name.split(".")[0], extra)
        ) from missing


def arrow(path: str, columns: Sequence[Column]) -> Any:
    parquet = _library("pyarrow.parquet", "arrow")
    pyarrow = _library("pyarrow", "arrow")
    table = parquet.read_table(path)
    known = {c.name: c for c in columns}
    fields = []
    for field in table.schema:
        column = known.get(field.name)
        told = {} if column is None else {"unit": column.unit, "ucd": column.ucd, "description": column.description}
        fields.append(field.with_metadata({k: v for k, v in told.items() if v}))
    return table.cast(pyarrow.schema(fields, metadata=table.schema.metadata))


def batches(path: str, size: int) -> Iterator[Any]:
    parquet = _library("pyarrow.parquet", "arrow")
    with parquet.ParquetFile(path) as file:
        yield from file.iter_batches(batch_size=size)


def pandas(table: Any, columns: Sequence[Column]) -> Any:
    _library("pandas", "pandas")
    frame = table.to_pandas()
    frame.attrs["units"] = {c.name: c.unit for c in columns if c.unit}
    frame.attrs["ucds"] = {c.name: c.ucd for c in columns if c.ucd}
    frame.attrs["descriptions"] = {c.name: c.description for c in columns if c.description}
    return frame


def astropy(path: str, columns: Sequence[Column], times: bool) -> Any:
    tables = _library("astropy.table", "astropy")
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # units such as log(eV), which are kept as they are written
        table = tables.Table.read(path, format="votable")
    for column in columns:
        if column.name not in table.colnames:
            continue
        info = table[column.name].info
        if column.ucd:
            info.meta = dict(info.meta or {}, ucd=column.ucd)
        if column.description:
            info.description = column.description
        if times and column.type == "timestamp":
            table[column.name] = _times(table[column.name], column)
    return table


def _times(texts: Any, column: Column) -> Any:
    time = _library("astropy.time", "astropy")
    numpy = _library("numpy", "astropy")
    mask = numpy.array([bool(m) for m in getattr(texts, "mask", [False] * len(texts))], dtype=bool)
    plain = [str(t).rstrip("Z") for t in texts]
    missing = mask | numpy.array([t in ("", "--") for t in plain], dtype=bool)
    read = time.Time(
        ["2000-01-01T00:00:00" if gone else t for t, gone in zip(plain, missing)], format="isot", scale="utc"
    )
    if missing.any():
        read[missing] = numpy.ma.masked
    read.precision = 9
    read.info.description = column.description
    if column.ucd:
        read.info.meta = {"ucd": column.ucd}
    return read
