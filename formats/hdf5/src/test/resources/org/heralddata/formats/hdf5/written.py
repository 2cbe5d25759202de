"""Judges the file that WrittenFileTest makes."""
import sys

import h5py
import numpy as np

n = 5000
i = np.arange(n)
with h5py.File(sys.argv[1], "r") as f:
    g = f["events"]
    assert g.attrs["licence"] == "CC-BY-4.0" and g.attrs["description"] == "All µ events", dict(g.attrs)
    assert g.attrs["long"] == "x" * 100_000
    e = g["energy"]
    assert e.attrs["unit"] == "GeV" and e.attrs["ucd"] == "phys.energy" and e.attrs["description"] == "Primary energy"
    assert e.chunks and e.compression == "gzip" and e.shuffle and e.maxshape == (None,)
    assert np.array_equal(e[:], i * 0.5)
    assert g["run"].dtype == np.uint16 and np.array_equal(g["run"][:], i % 65536)
    assert g["good"].dtype == bool and np.array_equal(g["good"][:], i % 2 == 1)
    assert g["kind"].asstr()[4999] == "γ4999" and g["kind"].asstr()[0] == "γ0"
    assert g["time"].attrs["units"] == "ns since 1970-01-01T00:00:00Z" and g["time"][7] == 7_000_000_001
    assert g["trace"].shape == (n, 512) and np.array_equal(g["trace"][4321], 4321 + np.arange(512.0))
    assert all(np.array_equal(g["hits"][k], np.arange(k % 4, dtype=np.float32)) for k in range(0, n, 97))
    assert g["hits"][3].dtype == np.float32
    mask = g[g["count"].attrs["missing"]][:]
    assert np.array_equal(mask, i % 3 == 0) and np.array_equal(g["count"][:][~mask], i[~mask])
    assert bytes(g["blob"][5]) == b"\x05\x00"
print("equal")
