"""Writes one file with a dataset for each filter; prints nothing. The columns repeat i, f and s of every filter."""
import sys
import h5py
import hdf5plugin
import numpy as np

random = np.random.default_rng(5)
n = 20000
values = {
    'i': np.cumsum(random.integers(-3, 4, n)).astype('<i4'),
    'f': np.round(random.normal(size=n), 3).astype('<f8'),
    's': random.integers(0, 1000, n).astype('>i2'),
}
filters = {'plain': {}, 'gzip': {'compression': 'gzip'}, 'lzf': {'compression': 'lzf', 'shuffle': True}}
for codec in ('blosclz', 'lz4', 'lz4hc', 'snappy', 'zlib', 'zstd'):
    for shuffle, name in ((0, 'none'), (1, 'byte'), (2, 'bit')):
        filters[f'blosc_{codec}_{name}'] = dict(hdf5plugin.Blosc(cname=codec, clevel=5, shuffle=shuffle))
filters['zstd'] = dict(hdf5plugin.Zstd())
filters['bzip2'] = dict(hdf5plugin.BZip2())
filters['lz4'] = dict(hdf5plugin.LZ4())
for codec in ('none', 'lz4', 'zstd'):
    filters[f'bitshuffle_{codec}'] = dict(hdf5plugin.Bitshuffle(cname=codec))
with h5py.File(sys.argv[1], 'w') as file:
    for name, options in filters.items():
        for column, data in values.items():
            file.create_dataset(f'{name}/{column}', data=data, chunks=(7000,) if options else None, **options)
    group = file.create_group('scaleoffset')
    group.create_dataset('i', data=values['i'], chunks=(7000,), scaleoffset=0)
    group.create_dataset('f', data=values['f'], chunks=(7000,), scaleoffset=3)
    group.create_dataset('s', data=values['s'], chunks=(7000,), scaleoffset=0)
    for column, bits in (('i', 20), ('s', 11)):
        plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        plist.set_chunk((7000,))
        plist.set_nbit() if hasattr(plist, 'set_nbit') else plist.set_filter(5)
        kind = (h5py.h5t.STD_I32LE if column == 'i' else h5py.h5t.STD_I16BE).copy()
        kind.set_precision(bits)
        space = h5py.h5s.create_simple((n,))
        made = h5py.h5d.create(file.require_group('nbit').id, column.encode(), kind, space, plist)
        made.write(h5py.h5s.ALL, h5py.h5s.ALL, np.ascontiguousarray(values[column]))
