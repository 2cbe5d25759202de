"""Prints `equal` if uproot finds in the RNTuple of each file of sys.argv[1:-1] what the JSON of sys.argv[-1] says."""
import json
import math
import sys

import awkward as ak
import uproot

told = json.load(open(sys.argv[-1], encoding="utf-8"))


def plain(value, kind):
    """A value of uproot's in the words of the JSON."""
    if value is None:
        return None
    if isinstance(value, (list, tuple)):
        return [plain(v, kind) for v in value]
    if kind in ("string", "bool"):
        return value
    if kind in ("float32", "float64"):
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
    if depth > 0:
        return [hexed(w, depth - 1) for w in value]
    return "".join("%02x" % int(b) for b in value)


for path in sys.argv[1:-1]:
    ntuple = uproot.open(path)["events"]
    for column in told:
        name, kind, shape = column["name"], column["type"], column["shape"]
        found = ak.to_list(ntuple[name].array())
        assert len(found) == len(column["values"]), (name, len(found))
        for row, want in enumerate(column["values"]):
            got = found[row]
            if want is not None and got is not None:
                if kind == "bytes":
                    got = hexed(got, levels(shape))
                else:
                    got = plain(got, kind)
                    if shape:
                        got = shaped(got, levels(shape))
            assert got == want, (path, name, row, got, want)
print("equal")
