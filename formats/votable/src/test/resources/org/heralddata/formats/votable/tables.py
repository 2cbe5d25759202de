"""Prints what astropy finds in VOTables: a line for each column, fields parted by tabs.

file, number of the table, rows, column name, unit, elements with a value, sum of the finite ones (of strings: characters)
"""

import sys
import warnings

import numpy
from astropy.io.votable import parse

warnings.simplefilter("ignore")


def elements(values):
    for value, masked in zip(numpy.ma.getdata(values), numpy.ma.getmaskarray(values)):
        if isinstance(value, (str, bytes)):
            yield value.decode() if isinstance(value, bytes) else value
        elif isinstance(value, (numpy.ndarray, list)):
            data, mask = numpy.ma.getdata(value), numpy.ma.getmaskarray(value)
            for v, m in zip(numpy.ravel(data), numpy.ravel(mask)):
                if isinstance(v, (str, bytes)) or not m:
                    yield v
        elif not numpy.all(masked):
            yield value


for path in sys.argv[1:]:
    for i, table in enumerate(parse(path, verify="ignore").iter_tables()):
        for field in table.fields:
            count, total = 0, 0
            for value in elements(table.array[field.ID]) if len(table.array) else []:
                if isinstance(value, (str, bytes)):
                    value = value.rstrip()
                    if len(value) > 0:
                        count, total = count + 1, total + len(value)
                else:
                    for part in [value.real, value.imag] if numpy.iscomplexobj(value) else [value]:
                        if numpy.isfinite(part):
                            count, total = count + 1, total + float(part)
            print(path, i, len(table.array), field.name, field.unit or "", count, repr(total), sep="\t")
