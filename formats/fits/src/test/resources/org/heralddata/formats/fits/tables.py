"""Prints what astropy finds in the tables of FITS files: a line for each column, fields parted by tabs.

file, number of the HDU, rows, column name, elements with a value, sum of the finite ones (of strings: characters)
"""

import io
import subprocess
import sys
import warnings

import numpy
from astropy.io import fits

warnings.simplefilter("ignore")


def flat(hdu, n):
    values = hdu.data.field(n)
    if values.dtype == object:
        parts = [numpy.asarray(v).ravel() for v in values]
        return numpy.concatenate(parts) if parts else numpy.array([])
    return numpy.asarray(values).ravel()


def numbers(hdu, n):
    values = flat(hdu, n)
    column = hdu.columns[n]
    if column.null is not None and column.bscale in (None, "", 1) and not isinstance(column.null, str):
        values = values[values != column.null + int(column.bzero or 0)]
    if isinstance(column.null, str):
        values = values[values != 0]  # what astropy makes of none in ASCII tables
    if numpy.iscomplexobj(values):
        values = numpy.stack([values.real, values.imag])
    if values.dtype.kind in "iu":
        return values.size, sum(int(v) for v in values)
    values = values.astype(float)
    return values.size, float(values[numpy.isfinite(values)].sum())


def opened(path):
    """Tables compressed by tiles, which astropy does not read, are unpacked by cfitsio's funpack."""
    hdus = fits.open(path, disable_image_compression=True)
    if not any(hdu.header.get("ZTABLE") for hdu in hdus):
        return hdus
    unpacked = subprocess.run(["funpack", "-S", path], check=True, capture_output=True).stdout
    return fits.open(io.BytesIO(unpacked))


for path in sys.argv[1:]:
    with opened(path) as hdus:
        for i, hdu in enumerate(hdus):
            if not isinstance(hdu, (fits.BinTableHDU, fits.TableHDU)) or hdu.header.get("ZIMAGE"):
                continue
            for n, column in enumerate(hdu.columns):
                column.name = column.name or f"col{n + 1}"
            for n in range(len(hdu.columns)):
                values = hdu.data.field(n)
                if values.dtype.kind in "SU":
                    texts = [str(v).rstrip(" ") for v in numpy.asarray(values).ravel()]
                    texts = [t for t in texts if t]
                    count, total = len(texts), sum(len(t) for t in texts)
                else:
                    count, total = numbers(hdu, n)
                print(path, i, len(hdu.data), hdu.columns[n].name, count, repr(total), sep="\t")
