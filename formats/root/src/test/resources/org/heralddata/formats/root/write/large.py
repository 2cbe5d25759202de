"""Prints what uproot finds in a file whose baskets lie beyond 2 GB: keys, rows, and sums of its columns."""
import sys

import uproot

with uproot.open(sys.argv[1]) as file:
    tree = file["events"]
    arrays = tree.arrays(["n", "x", "text"], library="np")
    print(file.file.fVersion, sorted(file.keys()), tree.num_entries, tree["x"].num_baskets > 1)
    print(arrays["n"].sum(), "%.1f" % arrays["x"].sum(), sum(map(len, arrays["text"])), file["licence"])
