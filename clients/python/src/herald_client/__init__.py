"""Selections of astroparticle data from a Herald data centre.

    from herald_client import Herald

    herald = Herald("http://localhost:8080")
    showers = herald.select("kascade-demo", "events", where="array_e > 16 and array_ze < 20 deg")
    print(showers.count())
    frame = showers.pandas()

Needs nothing but Python; pandas, Astropy, pyarrow and tqdm are used where they are installed and asked for.
"""

from .catalogue import Collection, Column, Table
from .client import Herald
from .errors import (
    BadRequest,
    Broken,
    Busy,
    ChecksumError,
    HeraldError,
    NotAllowed,
    NotFound,
    RequestFailed,
)
from .order import Estimate, Order
from .selection import Answer, Events, Histogram, Selection

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "BadRequest",
    "Broken",
    "Busy",
    "ChecksumError",
    "Collection",
    "Column",
    "Estimate",
    "Events",
    "Herald",
    "HeraldError",
    "Histogram",
    "NotAllowed",
    "NotFound",
    "Order",
    "RequestFailed",
    "Selection",
    "Table",
]
