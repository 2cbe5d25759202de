"""A server with the demonstration's collections, at the address HERALD_URL."""

import os

import pytest

from herald_client import Herald


@pytest.fixture(scope="session")
def url():
    address = os.environ.get("HERALD_URL")
    if not address:
        pytest.fail("HERALD_URL names no server: `herald demo` starts one")
    return address


@pytest.fixture
def herald(url):
    return Herald(url)


@pytest.fixture
def showers(herald):
    return herald.select(
        "kascade-demo",
        "events",
        where="array_ze < 20 deg and (array_e > 15 or has_stations)",
        columns=["array_e", "time", "ra", "has_grande", "stations_id", "grande_nch", "uuid"],
    )
