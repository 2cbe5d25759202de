"""Prints, for every leaf of every RNTuple of the files given: file, path, elements, sum, least, most.

Strings count their characters (bytes of UTF-8) as elements; sums are of the bytes. Null values count nothing.
"""
import sys
import awkward as ak
import numpy as np
import uproot


def leaves(form, array, path):
    kind = type(form).__name__
    if form.parameter("__array__") == "string":
        flat = ak.flatten(array, axis=None) if array.ndim > 1 else ak.drop_none(array)
        data = b"".join(s.encode() for s in ak.to_list(flat))
        yield path, np.frombuffer(data, dtype=np.uint8)
    elif kind == "RecordForm":
        for name in ak.fields(array):
            yield from leaves(form.content(name), array[name], path + "/" + name)
    elif kind in ("ListOffsetForm", "RegularForm", "IndexedOptionForm", "UnmaskedForm", "ByteMaskedForm", "ListForm"):
        yield from leaves(form.content, array, path)
    elif kind == "NumpyForm":
        yield path, ak.to_numpy(ak.flatten(array, axis=None))


for name in sys.argv[1:]:
    with uproot.open(name) as file:
        for key, klass in file.classnames(cycle=False).items():
            if klass != "ROOT::RNTuple":
                continue
            ntuple = file[key]
            for field in ntuple.fields:
                try:
                    array = field.array()
                except Exception as error:
                    print("cannot", name, field.name, repr(error)[:200], file=sys.stderr)
                    continue
                for path, values in leaves(array.layout.form, array, field.name):
                    # record members of tuples: uproot calls them 0, 1, the file _0, _1
                    path = "/".join(p if not p.isdigit() else "_" + p for p in path.split("/"))
                    values = values.astype(np.float64)
                    some = len(values) > 0
                    print(name, path, ntuple.num_entries, len(values), repr(float(values.sum())),
                          repr(float(values.min())) if some else 0, repr(float(values.max())) if some else 0, sep="\t")
