"""Writes an RNTuple with what ROOT's samples lack: missing values, records, variants, fields added late. To sys.argv[1]."""
import sys
import awkward as ak
import numpy as np
import uproot

rows = ak.Array([
    {"option": 1.5, "option_list": [1, 2], "rec": {"x": 1, "y": [0.5]}, "recs": [{"a": 1, "s": "one"}, {"a": 2, "s": "two"}],
     "opts": [1, None, 3], "flag": True, "name": "é", "either": 1},
    {"option": None, "option_list": None, "rec": {"x": 2, "y": []}, "recs": [], "opts": [], "flag": False, "name": "",
     "either": "text"},
    {"option": 3.5, "option_list": [], "rec": {"x": 3, "y": [1.5, 2.5]}, "recs": [{"a": 3, "s": ""}], "opts": [None],
     "flag": True, "name": "z", "either": 2},
])
with uproot.recreate(sys.argv[1]) as file:
    ntuple = file.mkrntuple("complete", rows)
    ntuple.extend(rows[:1])
    file.mkrntuple("late", {"a": np.array([1, 2, 3], dtype=np.int32)})
with uproot.update(sys.argv[1]) as file:
    file["late"].add_fields({"b": np.float64})
with uproot.update(sys.argv[1]) as file:
    file["late"].extend({"a": np.array([4], dtype=np.int32), "b": np.array([4.5])})
late = uproot.open(sys.argv[1])["late"]
print(late.arrays(["a", "b"]).tolist())
