"""Catalogue, selections, events and queries."""

import math

import pytest

from herald_client import BadRequest, Broken, Herald, NotFound


def test_tells_what_there_is(herald):
    collections = {c.id: c for c in herald.collections()}
    assert "events" in collections["kascade-demo"].tables
    assert collections["kascade-demo"].messenger == "cosmic-ray"
    assert herald.collection("kascade-demo").licence == "CC0-1.0"


def test_describes_a_table_with_units(herald):
    table = herald.table("kascade-demo", "events")
    assert table.rows > 0 and table.release
    assert table["array_e"].unit == "log(eV)" and table["array_e"].ucd == "phys.energy"
    assert table["stations_id"].shape == (None,)
    assert "array_e" in str(table)
    with pytest.raises(KeyError):
        table["nothing"]


def test_all_forms_hold_the_same_rows(showers):
    count = showers.count()
    assert 10 < count < 10000
    frame = showers.pandas()
    table = showers.astropy()
    arrow = showers.arrow()
    rows = list(showers.rows())
    assert count == len(frame) == len(table) == arrow.num_rows == len(rows)
    assert sum(b.num_rows for b in showers.batches(7)) == count
    for i in (0, count // 2, count - 1):
        assert rows[i]["uuid"] == frame["uuid"][i] == table["uuid"][i] == arrow["uuid"][i].as_py()
        assert rows[i]["ra"] == frame["ra"][i] == table["ra"][i] == arrow["ra"][i].as_py()
    assert list(rows[0]) == list(frame) == table.colnames == arrow.column_names


def test_keeps_units_and_ucds(showers):
    assert showers.pandas().attrs["units"] == {"array_e": "log(eV)", "ra": "deg"}
    assert showers.pandas().attrs["ucds"]["ra"] == "pos.eq.ra;meta.main"
    table = showers.astropy()
    assert str(table["ra"].unit) == "deg" and table["ra"].info.meta["ucd"] == "pos.eq.ra;meta.main"
    assert table["ra"].info.description.startswith("Right ascension")
    assert showers.arrow().schema.field("ra").metadata[b"unit"] == b"deg"


def test_gives_times_to_the_nanosecond(showers):
    from astropy.time import Time

    def padded(time):
        seconds, _, fraction = time.rstrip("Z").partition(".")
        return f"{seconds}.{fraction:<09}"

    text = padded(next(showers.rows())["time"])
    assert padded(str(showers.astropy()["time"][0])) == text
    time = showers.astropy(times=True)["time"]
    assert isinstance(time, Time) and time.scale == "utc"
    assert abs((time[0] - Time(text, scale="utc")).to_value("ns")) < 1
    assert showers.pandas()["time"][0].nanosecond == int(text[-3:])


def test_keeps_what_is_missing_and_lists(showers):
    rows = list(showers.rows())
    without = next(i for i, row in enumerate(rows) if not row["has_grande"])
    assert rows[without]["grande_nch"] is None
    assert showers.astropy()["grande_nch"].mask[without]
    assert math.isnan(showers.pandas()["grande_nch"][without])
    with_stations = next(i for i, row in enumerate(rows) if row["stations_id"])
    assert list(showers.pandas()["stations_id"][with_stations]) == rows[with_stations]["stations_id"]


def test_gives_nothing_of_nothing(herald):
    nothing = herald.select("kascade-demo", "events", "array_e > 100")
    assert nothing.count() == 0 and list(nothing.rows()) == []
    assert len(nothing.pandas()) == len(nothing.astropy()) == nothing.arrow().num_rows == 0


def test_sorts_and_limits(herald):
    top = herald.select("kascade-demo", "events", columns=["array_e"], order="-array_e", limit=5)
    values = [row["array_e"] for row in top.rows()]
    assert len(values) == 5 and values == sorted(values, reverse=True)


def test_takes_selections_as_json_and_long_ones(herald):
    text = herald.select("kascade-demo", "events", "array_e > 15.5").count()
    as_json = {"op": ">", "column": "array_e", "value": 15.5}
    try:
        assert herald.select("kascade-demo", "events", as_json).count() == text
    except BadRequest as wrong:
        pytest.fail(str(wrong))
    long = " or ".join("array_e > 15.5" for _ in range(400))
    assert herald.select("kascade-demo", "events", long).count() == text


def test_counts_in_bins(showers):
    histogram = showers.histogram("array_e", bins=10, min=15.2, max=16)
    assert len(histogram.edges) == 11 and len(histogram.counts) == 10
    assert sum(histogram.counts) + histogram.under + histogram.over + histogram.nulls == showers.count()


def test_saves_in_any_format(showers, tmp_path):
    from astropy.table import Table

    path = showers.save(tmp_path / "showers.fits", "fits")
    assert len(Table.read(path)) == showers.count()
    assert [p.name for p in tmp_path.iterdir()] == ["showers.fits"]


def test_has_an_address(showers):
    import urllib.request

    with urllib.request.urlopen(showers.url("csv")) as answer:
        assert sum(1 for line in answer if not line.startswith(b"#")) == showers.count() + 1


def test_joins_all_experiments(herald):
    events = herald.events("dec > 0 deg", collections=["kascade-demo", "neutrino-demo"])
    assert events.count() == sum(events.counts().values()) == len(events.pandas())
    assert set(events.pandas()["collection"]) == {"kascade-demo", "neutrino-demo"}
    assert str(events.astropy()["energy"].unit) == "eV"
    assert herald.events("energy > 1 TeV").skipped()["neutrino-demo/events"]


def test_answers_adql(herald):
    answer = herald.adql('SELECT TOP 7 array_e, ra FROM "kascade-demo".events ORDER BY array_e DESC')
    assert len(answer.pandas()) == len(list(answer.rows())) == len(answer.astropy()) == 7
    assert str(answer.astropy()["ra"].unit) == "deg"


def test_warns_where_an_answer_is_cut(herald):
    cut = herald.adql('SELECT ra FROM "kascade-demo".events', maxrec=5)
    with pytest.warns(UserWarning, match="there are more"):
        assert len(cut.pandas()) == 5
    with pytest.warns(UserWarning, match="there are more"):
        assert len(cut.astropy()) == 5


def test_points_at_mistakes(herald):
    with pytest.raises(BadRequest) as wrong:
        herald.select("kascade-demo", "events", "array_e > 15 and aray_ze < 1").count()
    assert wrong.value.code == "Q004" and wrong.value.status == 400
    assert "array_ze" in wrong.value.help
    assert wrong.value.start == 17 and wrong.value.length == 7
    assert "^^^^^^^" in str(wrong.value)
    with pytest.raises(BadRequest) as wrong:
        herald.adql('SELECT tim FROM "kascade-demo".events').pandas()
    assert wrong.value.code == "Q104" and "time" in wrong.value.help
    with pytest.raises(NotFound):
        herald.collection("nothing")


def test_says_that_nobody_is_there():
    with pytest.raises(Broken, match="cannot be reached"):
        Herald("http://127.0.0.1:9", patience=0).collections()
    with pytest.raises(ValueError):
        Herald("localhost:8080")
