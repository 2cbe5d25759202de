"""For every dataset of the files given: path, member, elements, sum; as h5py reads them."""
import sys

import h5py
import numpy as np

def leaves(path, name, array):
    if array.dtype.names:
        for field in array.dtype.names:
            yield from leaves(path, f"{name}.{field}" if name else field, array[field])
    else:
        yield path, name, array

def total(array):
    enum = h5py.check_enum_dtype(array.dtype)
    if array.dtype.kind == "b":
        return int(array.size), float(array.sum())
    if enum is not None and set(enum) != {"FALSE", "TRUE"}:
        names = {v: k for k, v in enum.items()}
        return int(array.size), float(sum(len(names.get(v, str(v))) for v in array.ravel().tolist()))
    if array.dtype.kind in "iuf":
        with np.errstate(all="ignore"):
            values = array.astype(np.float64).ravel()
        return int(array.size), float(values[np.isfinite(values)].sum())
    if array.dtype.kind == "S":
        def text(b):
            b = b.split(b"\0")[0]
            try:
                return len(b.decode("utf-8").encode("utf-16-le")) // 2
            except UnicodeDecodeError:
                return len(b)
        return int(array.size), float(sum(text(b) for b in array.ravel().tolist()))
    if array.dtype.kind == "O":
        count, summed = 0, 0.0
        for v in array.ravel():
            if isinstance(v, bytes):
                count += 1
                summed += len(v.decode("utf-8").encode("utf-16-le")) // 2
            elif isinstance(v, str):
                count += 1
                summed += len(v.encode("utf-16-le")) // 2
            elif isinstance(v, np.ndarray):
                c, s = total(v)
                count += c
                summed += s
            else:
                return None
        return count, summed
    if array.dtype.kind == "c":
        return None
    return None

for file in sys.argv[1:]:
    with h5py.File(file, "r") as f:
        def visit(path, node):
            if not isinstance(node, h5py.Dataset) or node.id.get_type().get_class() == h5py.h5t.OPAQUE:
                return
            try:
                array = np.atleast_1d(node[()]) if node.shape is not None else None
            except Exception:
                return
            if array is None or not isinstance(array, np.ndarray):
                return
            for where, member, leaf in leaves("/" + path, "", array):
                found = total(leaf)
                if found is not None:
                    print(file, where, member, found[0], repr(found[1]), sep="\t")
        f.visititems(visit)
