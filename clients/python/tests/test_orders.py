"""Data requests."""

import os

import pytest

import herald_client.order
from herald_client import BadRequest, ChecksumError, NotFound, RequestFailed


@pytest.fixture
def order(showers):
    made = showers.order("csv", title="of a test")
    yield made
    try:
        made.delete()
    except NotFound:
        pass


def test_tells_the_cost_before(showers):
    estimate = showers.estimate("fits")
    assert estimate.rows == showers.count() and estimate.bytes > 0
    assert estimate.identifier.startswith("hr-")
    assert estimate.request["parts"][0]["release"]


def test_waits_live_fetches_and_unpacks(order, showers, tmp_path):
    seen = []
    order.wait(progress=lambda o: seen.append(o.state))
    assert seen[-1] == "Finished" and order.progress == 1
    folder = order.extract(tmp_path)
    import pandas

    assert len(pandas.read_csv(os.path.join(folder, "kascade-demo-events.csv"), comment="#")) == showers.count()
    assert order.fingerprint in open(os.path.join(folder, "README.md"), encoding="utf-8").read()


def test_asks_again_and_again_where_nothing_is_told_live(order, monkeypatch):
    def none(*_):
        raise OSError("no events")

    monkeypatch.setattr(herald_client.order, "_events", none)
    assert order.wait(timeout=60, progress=False).state == "Finished"


def test_takes_up_a_download_where_it_broke(order, tmp_path):
    whole = open(order.download(tmp_path / "whole", progress=False), "rb").read()
    part = tmp_path / "rest" / (order.identifier + ".zip.part")
    part.parent.mkdir()
    part.write_bytes(whole[:1000])
    asked = []
    original = order._http.open

    def spy(path, *args, **options):
        asked.append(options.get("headers") or {})
        return original(path, *args, **options)

    order._http.open = spy
    assert open(order.download(part.parent, progress=False), "rb").read() == whole
    assert any(h.get("Range") == "bytes=1000-" for h in asked)
    asked.clear()
    order.download(part.parent, progress=False)
    assert not any("Range" in h or "If-Range" in h for h in asked)


def test_refuses_what_is_not_what_the_server_made(order, tmp_path):
    order.wait(progress=False)
    part = tmp_path / (order.identifier + ".zip.part")
    part.write_bytes(b"x" * 1000)
    with pytest.raises(ChecksumError):
        order.download(tmp_path, progress=False)
    assert list(tmp_path.iterdir()) == []
    order.download(tmp_path, progress=False)


def test_starts_again_where_the_part_is_longer_than_the_file(order, tmp_path):
    order.wait(progress=False)
    (tmp_path / (order.identifier + ".zip.part")).write_bytes(b"x" * 10_000_000)
    assert os.path.exists(order.download(tmp_path, progress=False))


def test_fetches_folders_file_by_file(showers, tmp_path):
    order = showers.order("json", delivery="folder")
    folder = order.extract(tmp_path, progress=False)
    assert {"README.md", "SHA256SUMS", "kascade-demo-events.json"} <= set(os.listdir(folder))
    order.delete()


def test_gives_the_same_rows_again(herald, order):
    first = order.wait(progress=False)
    second = herald.again(first.identifier).wait(progress=False)
    assert second.id != first.id and second.fingerprint == first.fingerprint
    assert herald.request(second.id).identifier == first.identifier
    with pytest.raises(BadRequest, match="again"):
        herald.request(first.identifier)
    second.delete()


def test_orders_common_events(herald, tmp_path):
    events = herald.events("dec > 0 deg", collections=["kascade-demo", "neutrino-demo"])
    order = events.order("parquet")
    folder = order.extract(tmp_path, progress=False)
    import pyarrow.parquet

    assert pyarrow.parquet.read_table(os.path.join(folder, "events.parquet")).num_rows == events.count()
    assert events.estimate().rows == events.count()


def test_says_that_it_was_cancelled_or_deleted(herald, showers):
    order = showers.order("votable")
    order.cancel()
    if order.state != "Finished":
        with pytest.raises(RequestFailed):
            order.wait(progress=False)
    order.delete()
    with pytest.raises(NotFound) as gone:
        order.refresh()
    assert gone.value.code == "J023"


def test_refuses_what_would_be_empty(herald):
    with pytest.raises(BadRequest) as wrong:
        herald.select("kascade-demo", "events", "array_e > 100").order()
    assert wrong.value.code == "J021" and wrong.value.status == 422
    with pytest.raises(ValueError, match="limit"):
        herald.select("kascade-demo", "events", limit=3).order()


def test_passes_on_how_to_be_told(herald):
    with pytest.raises(BadRequest) as wrong:
        herald.order({"collection": "kascade-demo", "table": "events"}, webhook="ftp://example.org")
    assert wrong.value.code == "J052"
