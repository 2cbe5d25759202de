"""Writes lists of lists, lists of compounds, arrays of lists, references, dimension scales, enumerations and times."""
import sys
import h5py
import numpy as np

with h5py.File(sys.argv[1], 'w') as file:
    lists = h5py.vlen_dtype(np.dtype('i4'))
    hit = np.dtype([('pmt', 'i2'), ('t', 'f8'), ('xyz', 'f4', (3,)), ('pos', [('x', 'f4'), ('y', 'f4')])])
    event = np.dtype([('id', 'i8'), ('hits', h5py.vlen_dtype(hit))])
    events = file.create_dataset('events', (3,), dtype=event)
    for i in range(3):
        hits = np.zeros(i, hit)
        hits['pmt'] = np.arange(i) + 10 * i
        hits['t'] = np.arange(i) + 0.5
        hits['xyz'] = np.arange(3 * i).reshape(i, 3)
        hits['pos']['y'] = -np.arange(i)
        events[i] = (i, hits)
    pairs = file.create_dataset('pairs', (2, 2), dtype=lists)
    pairs[0, 0] = [1, 2]
    pairs[1, 1] = [3]
    group = file.create_group('axes')
    group['time'] = np.arange(4.0)
    group['channel'] = np.arange(2)
    group['signal'] = np.arange(8.0).reshape(4, 2)
    group['time'].make_scale('t')
    group['channel'].make_scale('c')
    group['signal'].dims[0].attach_scale(group['time'])
    group['signal'].dims[1].attach_scale(group['channel'])
    refs = file.create_dataset('links/object', (3,), dtype=h5py.ref_dtype)
    refs[0] = group.ref
    refs[1] = events.ref
    regions = file.create_dataset('links/region', (3,), dtype=h5py.regionref_dtype)
    regions[2] = events.regionref[0:2]
    file['links'].attrs['about'] = group.ref
    flavour = h5py.enum_dtype({'ANTINU': -14, 'NU': 14, 'NONE': 0}, basetype='i1')
    file.create_dataset('enums/flavour', data=np.array([-14, 0, 14, -1], 'i1'), dtype=flavour)
    deep = file.create_dataset('deep', (2,), dtype=h5py.vlen_dtype(lists))
    nested = np.empty(2, object)
    nested[0] = np.array([1, 2], 'i4')
    nested[1] = np.array([3], 'i4')
    deep[0] = nested
