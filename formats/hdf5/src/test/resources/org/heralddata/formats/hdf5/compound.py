"""Judges the files that WrittenFileTest makes: two of compounds, deflated and not, and one of columns that are not shuffled."""
import sys

import h5py
import numpy as np
import tables

n = 5000
i = np.arange(n)


def judge(table):
    """A structured array, however it was read."""
    assert len(table) == n
    assert np.array_equal(table["energy"], i * 0.5)
    assert table["run"].dtype == np.uint16 and np.array_equal(table["run"], i % 65536)
    assert np.array_equal(table["good"].astype(bool), i % 2 == 1)
    assert table["kind"][4999].decode() == "γ4999" and table["kind"][0].decode() == "γ0", table["kind"][:3]
    assert table["kind"].dtype == "S6", table["kind"].dtype
    assert table["time"][7] == 7_000_000_001
    assert table["trace"].shape == (n, 512) and np.array_equal(table["trace"][4321], 4321 + np.arange(512.0))
    mask = table["count_missing"].astype(bool)
    assert np.array_equal(mask, i % 3 == 0) and np.array_equal(table["count"][~mask], i[~mask])
    assert "hits" not in table.dtype.names


for path, deflate in (sys.argv[1], 6), (sys.argv[2], None):
    with h5py.File(path) as f:
        d = f["events"]
        assert d.compression == ("gzip" if deflate else None) and d.compression_opts == deflate and d.shuffle == bool(deflate)
        assert d.attrs["licence"] == "CC-BY-4.0" and d.attrs["description"] == "All µ events", dict(d.attrs)
        assert d.attrs["long"] == "x" * 100_000
        assert d.attrs["FIELD_0_ATTR_unit"] == "GeV" and d.attrs["FIELD_0_ATTR_ucd"] == "phys.energy"
        assert d.dtype["good"] == bool
        judge(d[:])
        lists = f[d.attrs["herald_lists"]]
        assert all(np.array_equal(lists["hits"][k], np.arange(k % 4, dtype=np.float32)) for k in range(0, n, 97))
        assert bytes(lists["blob"][5]) == b"\x05\x00"
    with tables.open_file(path) as f:
        t = f.root.events
        assert type(t) is tables.Table, type(t)
        judge(t.read())
        assert t.attrs.licence == "CC-BY-4.0" and t.attrs.description == "All µ events"
        energy = t.cols.energy.attrs
        assert energy.unit == "GeV" and energy.ucd == "phys.energy" and energy.description == "Primary energy"
        assert len(t.read_where("(energy > 100) & (run < 250)")) == 49
        hits = f.root.events_lists.hits
        assert all(np.array_equal(hits[k], np.arange(k % 4, dtype=np.float32)) for k in range(0, n, 97))
with h5py.File(sys.argv[3]) as f:
    energy = f["events/energy"]
    assert energy.compression == "gzip" and energy.compression_opts == 1 and not energy.shuffle
    assert np.array_equal(energy[:], i * 0.5)
print("equal")
