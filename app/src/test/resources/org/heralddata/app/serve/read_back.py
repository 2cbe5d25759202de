"""Compares an exported file with what the release holds, value by value.

read_back.py FORMAT TRUTH FILE: TRUTH is JSON, {"columns": [{"name", "type", "shape"}], "rows": [...]}, times in nanoseconds since
1970, NaN as "NaN". Each reader yields a column as plain Python values; None is a missing value.
"""
import csv
import json
import re
import sys
from datetime import datetime, timezone

import numpy as np

SCALARS = {'bool': bool, 'string': str}


def nanoseconds(text):
    moment, decimals = re.fullmatch(r'(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z?', text).groups()
    seconds = int(datetime.fromisoformat(moment).replace(tzinfo=timezone.utc).timestamp())
    return seconds * 10**9 + int((decimals or '').ljust(9, '0'))


def plain(column, value):
    """A value of JSON or of text parsed by JSON."""
    if value is None:
        return None
    if isinstance(value, list):
        return [plain(column, v) for v in value]
    if column['type'] == 'timestamp':
        return nanoseconds(value)
    if column['type'].startswith('float'):
        return float(value)
    return value


def numbers(column, value):
    """A value of numpy: an array, a scalar, a string, bytes."""
    if value is None or value is np.ma.masked:
        return None
    if isinstance(value, (np.ndarray, list, tuple)):
        return [numbers(column, v) for v in (value.ravel() if isinstance(value, np.ndarray) else value)]
    if isinstance(value, bytes):
        return value.decode()
    if not isinstance(value, np.generic) and hasattr(value, 'tolist'):  # uproot's vectors
        return [numbers(column, v) for v in value.tolist()]
    return value.item() if isinstance(value, np.generic) else value


def read_csv(path, columns):
    """Python's csv takes a missing value, nothing, for the empty string, two quotes; so fields are cut here too."""
    lines = list(open(path, encoding='utf-8', newline=''))
    told = ''.join(line for line in lines if line.startswith('#'))
    kept = [line.rstrip('\r\n') for line in lines if not line.startswith('#')]
    rows = [[None if plain_text == quoted == '' and not mark else quoted.replace('""', '"') if mark else plain_text
             for mark, quoted, plain_text in re.findall(r'(?:^|,)(?:(")((?:[^"]|"")*)"|([^,"]*))', line)] for line in kept]
    assert [['' if f is None else f for f in row] for row in rows] == list(csv.reader(kept))
    assert rows[0] == [c['name'] for c in columns]
    cells = list(zip(*rows[1:]))

    def value(column, text):
        if text is None:
            return None
        if column['shape'] or column['type'] == 'bool' or 'int' in column['type']:
            return plain(column, json.loads(text))
        return plain(column, text)

    return told, {c['name']: [value(c, v) for v in cells[i]] for i, c in enumerate(columns)}


def read_json(path, columns):
    document = json.load(open(path, encoding='utf-8'))
    assert [c['name'] for c in document['columns']] == [c['name'] for c in columns]
    cells = list(zip(*document['rows']))
    return json.dumps(document['metadata'], ensure_ascii=False), {
        c['name']: [plain(c, v) for v in cells[i]] for i, c in enumerate(columns)}


def read_parquet(path, columns):
    import pyarrow as pa
    import pyarrow.parquet as pq
    table = pq.read_table(path)
    assert table.column_names == [c['name'] for c in columns]
    found = {}
    for c in columns:
        values = table[c['name']]
        if c['type'] == 'timestamp':
            inner, whole = values.type, pa.int64()
            while pa.types.is_list(inner):
                inner, whole = inner.value_type, pa.list_(whole)
            assert inner.unit == 'ns', values.type
            values = values.cast(whole)
        found[c['name']] = values.to_pylist()
    return repr(pq.read_metadata(path).metadata), found


def read_hdf5(path, columns):
    import h5py
    found = {}
    with h5py.File(path) as file:
        group = next(iter(file.values()))
        told = repr(dict(file.attrs)) + repr(dict(group.attrs))
        assert group['ze'].attrs['unit'] == 'deg', dict(group['ze'].attrs)
        for c in columns:
            dataset = group[c['name']]
            if c['type'] == 'timestamp':
                assert dataset.attrs['units'] == 'ns since 1970-01-01T00:00:00Z'
            absent = group[dataset.attrs['missing']][:] if 'missing' in dataset.attrs else np.zeros(len(dataset), bool)
            found[c['name']] = [None if gone else numbers(c, v) for v, gone in zip(dataset[:], absent)]
    return told, found


def read_compound(path, columns):
    """One dataset of compounds, and beside it what has no fixed size."""
    import h5py
    found = {}
    with h5py.File(path) as file:
        table = file['events']
        told, names, rows, lists = repr(dict(table.attrs)), table.dtype.names, table[:], file[table.attrs['herald_lists']]
        for c in columns:
            if c['name'] in names:
                note = 'FIELD_%d_ATTR_' % names.index(c['name'])
                values, missing = rows[c['name']], table.attrs.get(note + 'missing')
                units = table.attrs.get(note + 'units')
                absent = rows[missing] if missing else np.zeros(len(rows), bool)
            else:
                dataset = lists[c['name']]
                values, units = dataset[:], dataset.attrs.get('units')
                absent = lists[dataset.attrs['missing']][:] if 'missing' in dataset.attrs else np.zeros(len(rows), bool)
            assert (units == 'ns since 1970-01-01T00:00:00Z') == (c['type'] == 'timestamp'), (c, units)
            found[c['name']] = [None if gone else numbers(c, v) for v, gone in zip(values, absent)]
        ze = 'FIELD_%d_ATTR_' % names.index('ze')
        assert table.attrs[ze + 'unit'] == 'deg' and table.attrs[ze + 'ucd'] == 'pos.az.zd', dict(table.attrs)
    return told, found


def read_rntuple(path, columns):
    import awkward as ak
    import uproot
    with uproot.open(path) as file:
        ntuple = file['events']
        told = repr({name: str(file[name]) for name in file.keys(filter_classname='TObjString')})
        notes = {field.field_name: field.field_desc for field in ntuple.field_records}
        assert notes['ze'] == 'Zenith angle\n\nunit: deg\nucd: pos.az.zd', notes['ze']
        assert 'type: timestamp' in notes['seen'], notes['seen']
        return told, {c['name']: ak.to_list(ntuple[c['name']].array()) for c in columns}


def read_root(path, columns):
    """What a column lacks, its branch of booleans beside it tells; fUserInfo names it."""
    import uproot
    found = {}
    with uproot.open(path, minimal_ttree_metadata=False) as file:
        tree = file['events']
        told = repr({name: str(file[name]) for name in file.keys(filter_classname='TObjString')})
        notes = {str(n.member('fName')): str(n.member('fTitle')) for n in tree.member('fUserInfo')}
        assert notes['ze.unit'] == 'deg' and notes['ze.ucd'] == 'pos.az.zd', notes
        assert tree['ze'].title == 'Zenith angle (deg)', tree['ze'].title
        for c in columns:
            values = tree[c['name']].array(library='np')
            valid = notes.get(c['name'] + '.valid')
            there = tree[valid].array(library='np') if valid else np.ones(len(values), bool)
            if c['type'] == 'timestamp':
                assert notes[c['name'] + '.type'] == 'timestamp'
            found[c['name']] = [
                None if not here else numbers(c, list(v) if c['shape'] else v) for v, here in zip(values, there)]
    return told, found


def read_fits(path, columns):
    """FITS has no missing list, and ASCII only; astropy shows neither the null logical nor the null string."""
    from astropy.io import fits
    found = {}
    with fits.open(path, checksum=True) as hdus:
        header, table = hdus[1].header, hdus[1].data
        told = repr(hdus[0].header) + repr(header)
        raw = table.view(np.ndarray)
        names = [header['TTYPE%d' % (i + 1)] for i in range(header['TFIELDS'])]
        assert names == [c['name'] for c in columns], names
        assert header['TUNIT%d' % (names.index('ze') + 1)] == 'deg'
        for i, c in enumerate(columns):
            null = header.get('TNULL%d' % (i + 1))
            if null is not None:  # the number in the file; astropy adds TZERO to values only
                null += int(header.get('TZERO%d' % (i + 1), 0))

            def value(v, bits):
                if c['type'] in ('string', 'timestamp'):
                    text = re.sub(r'\\u([0-9a-f]{4})', lambda m: chr(int(m[1], 16)), str(v))
                    if bytes(bits) == b'':  # zero bytes, of which numpy keeps none; the empty string is blanks
                        return None
                    return plain(c, json.loads(text) if c['shape'] else text)
                if c['shape']:
                    return [None if e == null else e for e in numbers(c, v)]
                if c['type'] == 'bool':
                    return {ord('T'): True, ord('F'): False, 0: None}[int(bits)]
                return None if v == null or c['type'].startswith('float') and np.isnan(v) else numbers(c, v)

            found[c['name']] = [value(v, bits) for v, bits in zip(table[c['name']], raw[c['name']])]
    return told, found


def read_votable(path, columns):
    import warnings
    from astropy.io.votable import parse
    from astropy.io.votable.exceptions import W50
    warnings.simplefilter('error')
    warnings.simplefilter('ignore', W50)  # astropy does not know log(eV) of VOUnits
    table = parse(path, verify='warn').get_first_table()
    fields = {f.name: f for f in table.fields}
    assert str(fields['ze'].unit) == 'deg' and fields['ze'].ucd == 'pos.az.zd'
    found = {}
    for c in columns:
        cells, mask = table.array[c['name']].data, table.array[c['name']].mask

        def value(v, gone):
            if np.all(gone) and np.size(gone):
                return None
            if c['type'] in ('string', 'timestamp') and str(v) == '' and (c['shape'] or c['type'] == 'timestamp'):
                return None
            if c['type'] in ('string', 'timestamp'):
                return plain(c, json.loads(str(v)) if c['shape'] else str(v))
            if c['type'] == 'uint64':
                return int(v) if str(v) else None
            return numbers(c, v)

        found[c['name']] = [value(v, gone) for v, gone in zip(cells, mask)]
    return open(path, 'rb').read().decode().replace('&lt;', '<').replace('&gt;', '>'), found


def flattened(columns):
    """The columns as formats without lists of lists have them."""
    flat = []
    for c in columns:
        nested = len(c['shape']) == 2
        flat.append({**c, 'shape': [None]} if nested else c)
        if nested:
            flat.append({'name': c['name'] + '_lengths', 'type': 'int32', 'shape': [None]})
    return flat


def folded(columns, found):
    """Lists of lists put together again from their values and lengths."""
    for c in columns:
        if len(c['shape']) == 2:
            found[c['name']] = [fold(v, n) for v, n in zip(found[c['name']], found[c['name'] + '_lengths'])]
    return found


def fold(values, lengths):
    if lengths is None:
        return None
    cell, at = [], 0
    for n in lengths:
        cell.append(None if n == -1 else (values or [])[at:at + n])
        at += max(0, n)
    assert at == len(values or []), (values, lengths)
    return cell


def equal(kind, got, want):
    if want is None or got is None:
        return got is want
    if isinstance(want, list):
        return isinstance(got, list) and len(got) == len(want) and all(equal(kind, g, w) for g, w in zip(got, want))
    if kind.startswith('float'):
        if want == 'NaN':
            return isinstance(got, float) and got != got
        return isinstance(got, float) and (np.float32(got) == np.float32(want) if kind == 'float32' else got == want)
    return type(got) is SCALARS.get(kind, int) and got == want


def in_fits(column, want):
    """What FITS makes of a value: no missing lists, no NaN beside the missing number."""
    if want is None and column['shape'] and column['type'] != 'string':
        return [] if column['shape'][0] is None else ['NaN'] * column['shape'][0]
    return None if want == 'NaN' else want


def in_votable(column, want):
    """What astropy makes of a value: the mask of BINARY2 is not applied to texts, and NaN is masked."""
    if want is None and column['type'] == 'string' and not column['shape']:
        return ''
    return None if want == 'NaN' else want


def main(form, truth, path):
    truth = json.load(open(truth, encoding='utf-8'))
    columns = truth['columns']
    if form in ('fits', 'votable', 'hdf5', 'compound'):
        told, found = globals()['read_' + form](path, flattened(columns))
        found = folded(columns, found)
    else:
        told, found = globals()['read_' + form](path, columns)
    for word in truth['told']:
        assert word in told, (word, told)
    compared = 0
    for i, c in enumerate(columns):
        want = [row[i] for row in truth['rows']]
        got = found[c['name']]
        assert len(got) == len(want), (c['name'], len(got), len(want))
        for row, (g, w) in enumerate(zip(got, want)):
            if form == 'root' and w is not None and len(c['shape']) == 2:
                w = [v or [] for v in w]  # a list that is missing within a list is empty there
            w = in_fits(c, w) if form == 'fits' else in_votable(c, w) if form == 'votable' else w
            assert equal(c['type'], g, w), (c['name'], row, g, w)
            compared += 1
    print(compared)


main(*sys.argv[1:])
