"""What uproot reads of ROOT files: for each tree its entries, for each number in a branch count, sum, min and max.

Prints tab-separated lines:
  tree FILE TABLE ENTRIES
  numbers FILE TABLE COLUMN COUNT SUM MIN MAX ABSOLUTE    (ABSOLUTE: sum of absolute values, for tolerances)
  strings FILE TABLE COLUMN COUNT LENGTH
  histogram FILE PATH COUNT SUM MIN MAX ABSOLUTE COUNT SUM MIN MAX ABSOLUTE    (contents, then errors, of inner bins)
  failed FILE TABLE COLUMN WHY
"""

import re
import resource
import sys
import warnings
import sys
import warnings

import awkward as ak
import numpy as np
import uproot

warnings.filterwarnings("ignore")
resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))  # it takes gigabytes for some that it cannot read


def say(*words):
    print(*words, sep="\t")


def totals(values):
    exact = np.asarray(values).reshape(-1).astype(np.float64)
    finite = exact[np.isfinite(exact)]
    low, high = (finite.min(), finite.max()) if len(finite) else (0, 0)
    return (len(exact), *(repr(float(v)) for v in (finite.sum(), low, high, np.abs(finite).sum())))


def walk(place, array):
    layout = ak.to_layout(array)
    if layout.is_record:
        for i in range(len(layout.contents)):
            name = layout.fields[i]
            if layout.is_tuple or name in ("0", "1"):
                name = ("first", "second")[int(name)] if len(layout.contents) == 2 else name
            if name.startswith("@"):
                continue
            walk((place[0], place[1], place[2] + "/" + name), ak.Array(layout.contents[i]))
    elif layout.parameter("__array__") in ("string", "bytestring"):
        texts = ak.to_list(array)
        say("strings", *place, len(texts), sum(len(t.encode("utf-8", "surrogateescape")) for t in texts))
    elif layout.is_list or layout.is_indexed or layout.is_option:
        walk(place, ak.flatten(ak.Array(layout), axis=1) if layout.is_list else ak.Array(layout.project()))
    elif layout.is_numpy:
        values = np.asarray(layout.data).reshape(-1)
        if values.dtype.kind == "b":
            values = values.astype(np.uint8)
        say("numbers", *place, *totals(values))
    elif not layout.is_unknown:
        say("failed", *place, "form " + type(layout).__name__)


def path(branch):
    names = []
    while isinstance(branch, uproot.TBranch):
        names.insert(0, re.sub(r"(\[[^\[\]]*\])+$", "", branch.name))
        branch = branch.parent
    return "/".join(names)


def tree(file, name, tree):
    say("tree", file, name, int(tree.num_entries))
    for branch in tree.itervalues(recursive=True):
        if len(branch.branches):
            continue
        place = (file, name, path(branch))
        try:
            array = branch.array(library="ak")
            if branch.interpretation.__class__.__name__ == "AsDtype" and array.fields:
                for field in array.fields:
                    walk((file, name, place[2] + "/" + field), array[field])
            else:
                walk(place, array)
        except Exception as e:
            say("failed", *place, (type(e).__name__ + ": " + str(e)).split("\n")[0])


for file in sys.argv[1:]:
    with uproot.open(file) as opened:
        seen = set()
        for key, kind in opened.classnames(cycle=True).items():
            name, cycle = key.rsplit(";", 1)
            newest = max(int(k.rsplit(";", 1)[1]) for k in opened.keys(cycle=True) if k.rsplit(";", 1)[0] == name)
            if kind in ("TTree", "TNtuple", "TNtupleD") and int(cycle) == newest:
                tree(file, name, opened[key])
            elif kind.startswith(("TH1", "TH2", "TH3", "TProfile")) and int(cycle) == newest:
                binned = opened[key]
                say("histogram", file, name, *totals(binned.values()), *totals(binned.errors()))
