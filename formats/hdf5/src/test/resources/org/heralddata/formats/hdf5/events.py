"""Makes events.h5, the sample of Hdf5TableReaderTest: python events.py"""
import h5py
import numpy as np

rng = np.random.default_rng(1)
with h5py.File("events.h5", "w") as f:
    f.attrs["title"] = "Showers"
    g = f.create_group("events")
    g.attrs["array"] = "test"
    n = 100
    d = g.create_dataset("energy", data=rng.random(n), chunks=(32,), compression=1, shuffle=True)
    d.attrs["unit"] = "GeV"
    d.attrs["description"] = "Primary energy"
    g.create_dataset("id", data=np.arange(n, dtype=">i4"))
    g.create_dataset("name", data=["e%d" % i for i in range(n)], dtype=h5py.string_dtype())
    g.create_dataset("core", data=rng.random((n, 3)), chunks=(32, 2), fletcher32=True)
    hits = g.create_dataset("hits", (n,), dtype=h5py.vlen_dtype(np.float32))
    for i in range(n):
        hits[i] = np.arange(i % 5)
    tab = np.zeros(20, dtype=[("run", "<u2"), ("pos", [("x", "<f4"), ("y", "<f4")]), ("ok", "?")])
    tab["run"] = np.arange(20)
    tab["pos"]["x"] = np.arange(20) * 0.5
    f.create_dataset("runs", data=tab)
