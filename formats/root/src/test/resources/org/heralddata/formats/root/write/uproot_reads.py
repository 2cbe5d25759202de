"""Prints `equal` if uproot finds in each file of sys.argv[1:-1] what the JSON of sys.argv[-1] says."""
import json
import math
import sys

import numpy as np
import uproot

told = json.load(open(sys.argv[-1], encoding="utf-8"))


def plain(value, kind):
    """A value of uproot's in the words of the JSON."""
    if isinstance(value, (list, tuple)) or hasattr(value, "tolist") and getattr(value, "ndim", 0) > 0:
        return [plain(v, kind) for v in value]
    if hasattr(value, "__iter__") and not isinstance(value, (str, bytes)):
        return [plain(v, kind) for v in value]
    if kind == "string":
        return str(value)
    if kind == "bool":
        return bool(value)
    if kind in ("float32", "float64"):
        value = float(value)
        if math.isnan(value):
            return "NaN"
        return value if math.isfinite(value) else "Infinity" if value > 0 else "-Infinity"
    return str(int(value))


def flat(value):
    return [w for v in value for w in flat(v)] if isinstance(value, list) else [value]


def levels(shape):
    return max(1, sum(n is None for n in shape) + (shape[0] is not None)) if shape else 0


def shaped(value, depth):
    """Fixed dimensions flattened, as the JSON has them."""
    return [shaped(v, depth - 1) for v in value] if depth > 1 else flat(value)


def hexed(value, depth):
    return [hexed(w, depth - 1) for w in value] if depth > 0 else "".join("%02x" % int(b) for b in value)


for path in sys.argv[1:-1]:
    tree = uproot.open(path, minimal_ttree_metadata=False)["events"]
    notes = {str(n.member("fName")): str(n.member("fTitle")) for n in tree.member("fUserInfo")}
    for column in told:
        name, kind, shape = column["name"], column["type"], column["shape"]
        found = tree[name].array(library="np")
        valid = tree[notes[name + ".valid"]].array(library="np") if name + ".valid" in notes else None
        assert len(found) == len(column["values"]), name
        for row, want in enumerate(column["values"]):
            if want is None:
                assert valid is not None and not valid[row], (name, row)
                continue
            assert valid is None or valid[row], (name, row)
            if kind == "bytes":
                got = plain(found[row], "uint8")
                got = hexed(got, levels(shape))
            else:
                got = plain(found[row], kind)
                if shape:
                    got = shaped(got, levels(shape))
            assert got == want, (path, name, row, got, want)
print("equal")
