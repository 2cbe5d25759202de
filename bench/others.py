"""Reads what OthersSpeed wrote with uproot and h5py, writes the same with them, and prints all figures in Markdown.

others.py FOLDER REPEATS FIGURES: FIGURES is what OthersSpeed printed.
"""
import gc
import glob
import os
import statistics
import sys
import time

import h5py
import numpy as np
import uproot

folder, repeats, figures = sys.argv[1], int(sys.argv[2]), sys.argv[3]


def timed(job):
    job()
    seconds, processor = [], []
    for _ in range(repeats):
        gc.collect()
        start, used = time.perf_counter(), time.process_time()
        result = job()
        processor.append(time.process_time() - used)
        seconds.append(time.perf_counter() - start)
    return result, (statistics.median(seconds), min(seconds), max(seconds)), statistics.median(processor)


def read(path):
    if path.endswith('.root'):
        with uproot.open(path) as file:
            return file['events'].arrays(library='np')
    with h5py.File(path) as file:
        if isinstance(file['events'], h5py.Dataset):
            rows = file['events'][:]
            return {name: rows[name] for name in rows.dtype.names}
        return {name: file['events'][name][:] for name in file['events']}


def write(path, kind, arrays):
    if kind == 'hdf5-deflate':
        with h5py.File(path, 'w') as file:
            for name, values in arrays.items():
                file.create_dataset('events/' + name, data=values, chunks=(16384,), shuffle=True, compression=1)
        return
    if kind == 'hdf5-compound':
        rows = np.empty(len(next(iter(arrays.values()))), [(name, values.dtype) for name, values in arrays.items()])
        for name, values in arrays.items():
            rows[name] = values
        with h5py.File(path, 'w') as file:
            file.create_dataset('events', data=rows, chunks=(131072 // rows.itemsize,), shuffle=True, compression=1)
        return
    codec = {'root-zlib': uproot.ZLIB, 'root-zstd': uproot.ZSTD, 'root-lz4': uproot.LZ4}[kind](1)
    with uproot.recreate(path, compression=codec) as file:
        tree = file.mktree('events', {name: values.dtype for name, values in arrays.items()})
        rows = len(next(iter(arrays.values())))
        for first in range(0, rows, 400_000):
            tree.extend({name: values[first:first + 400_000] for name, values in arrays.items()})


lines = [line.rstrip('\n').split('\t') for line in open(figures)]
for path in sorted(glob.glob(folder + '/*.root') + glob.glob(folder + '/*.h5')):
    data, kind = os.path.basename(path).split('.')[:2]
    who = 'uproot' if kind.startswith('root') else 'h5py'
    arrays, seconds, processor = timed(lambda: read(path))
    memory = sum(v.nbytes for v in arrays.values()) / 1e6
    total = sum(float(v.sum()) for v in arrays.values())
    told = next(float(line[9]) for line in lines if line[0] == 'write' and line[1:3] == [data, kind])
    assert abs(total - told) <= 1e-9 * memory * 125000 * max(1.0, abs(total) / 1e6), (path, total, told)
    lines.append(['read', data, kind, who, *map(str, seconds), str(memory), str(os.path.getsize(path) / 1e6), str(total), str(processor)])
    other = path + '.other'
    _, seconds, processor = timed(lambda: write(other, kind, arrays))
    lines.append(['write', data, kind, who, *map(str, seconds), str(memory), str(os.path.getsize(other) / 1e6), str(total), str(processor)])
    os.remove(other)

print('| | data | format | by | seconds | of processor | MB/s in memory | file, MB |')
print('|---|---|---|---|---:|---:|---:|---:|')
for what, data, kind, who, median, least, most, memory, size, _, processor in sorted(lines, key=lambda v: (v[0], v[1], v[2], v[3])):
    print('| %s | %s | %s | %s | %.2f (%.2f–%.2f) | %.2f | %.0f | %.1f |' % (
        what, data, kind, who, float(median), float(least), float(most), float(processor), float(memory) / float(median), float(size)))
