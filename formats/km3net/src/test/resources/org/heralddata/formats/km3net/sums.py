"""Counts and sums of KM3NeT files by km3pipe: arguments are paths."""
import contextlib, io, os, struct, sys
from collections import defaultdict
import numpy as np
with contextlib.redirect_stdout(io.StringIO()):
    from km3pipe.hardware import Detector
    from km3pipe.io.clb import CLBPump
    from km3pipe.io.daq import DAQEvent, DAQPreamble, DAQSummaryslice, TimesliceParser, TMCHData
    from km3pipe.io.evt import EvtPump

sums = defaultdict(float)
# km3pipe takes the byte of a rate as signed; the dump of a slice by Jpp shows that it is not: SummarySliceDumpTest.
signed_rate = DAQSummaryslice._get_rate
DAQSummaryslice._get_rate = lambda self, value: signed_rate(self, value & 0xff)


def add(table, rows, **columns):
    sums[table] += rows
    for name, value in columns.items():
        sums[f'{table}.{name}'] += np.asarray(value, dtype='f8').sum()


def detx(path):
    d = Detector(path)
    modules = list(d.doms.items())
    add('modules', len(modules), module_id=[m for m, _ in modules], string=[v[0] for _, v in modules], n_pmts=[v[2] for _, v in modules])
    if d.version >= 4:
        for i, name in enumerate('x y z q0 qx qy qz'.split()):
            add('modules', 0, **{name: [v[3 + i] for _, v in modules]})
    p = d.pmts
    add('pmts', len(p), module_id=p.dom_id.astype('i8'), pmt_id=p.pmt_id.astype('i8'), channel=p.channel_id, x=p.pos_x, y=p.pos_y, z=p.pos_z, dx=p.dir_x, dy=p.dir_y, dz=p.dir_z, t0=p.t0)
    if d.version >= 3:
        add('pmts', 0, status=p.status)


def slice_time(seconds, ticks):
    return seconds * 1e9 + ticks * 16


def daq(path):
    data = open(path, 'rb').read()
    while data:
        length, kind = struct.unpack('<ii', data[:8])
        if data[4:8] == b'TMCH':
            m = TMCHData(io.BytesIO(data[4:4 + length]))
            add('monitoring', 1, run=m.run, sequence=m.udp_sequence_number, time=m.utc_seconds * 1e9 + m.nanoseconds, module_id=m.dom_id, rates=m.pmt_rates,
                yaw=m.yaw, pitch=m.pitch, roll=m.roll, acceleration=m.A, gyroscope=m.G, magnetic_field=m.H, temperature=m.temp, humidity=m.humidity,
                tdc_full=m.tdcfull, aes_full=m.aesfull, flags=m.flags)
            data = data[4 + length:]
            continue
        record, data = io.BytesIO(data[:length]), data[length:]
        if kind == 10001:
            DAQPreamble(file_obj=record)
            e = DAQEvent(record)
            h = e.header
            add('events', 1, detector_id=h.det_id, run=h.run, frame_index=h.time_slice, time=slice_time(h.time_stamp, h.ticks), trigger_counter=e.trigger_counter,
                trigger_mask=e.trigger_mask, overlays=e.overlays, n_triggered_hits=e.n_triggered_hits, n_snapshot_hits=e.n_snapshot_hits)
            for table, hits in (('triggered_hits', e.triggered_hits), ('snapshot_hits', e.snapshot_hits)):
                add(table, len(hits), module_id=hits['dom_id'], channel=hits['channel_id'], time=hits['time'], tot=hits['tot'])
            add('triggered_hits', 0, trigger_mask=e.triggered_hits['trigger_mask'])
        elif kind == 2001:
            DAQPreamble(file_obj=record)
            s = DAQSummaryslice(record)
            h = s.header
            add('slices', 1, detector_id=h.det_id, run=h.run, frame_index=h.time_slice, time=slice_time(h.time_stamp, h.ticks), n_frames=s.n_summary_frames)
            rates = [r for frame in s.summary_frames.values() for r in frame]
            add('summary_frames', len(s.summary_frames), module_id=list(s.summary_frames), rates=rates,
                status=[v[0] & 0xffffffff for v in s.dom_status.values()], fifo=[v[1] & 0xffffffff for v in s.dom_status.values()],
                daq_status=[struct.unpack('<I', v)[0] for v in s.dq_status.values()])
        else:
            parser = TimesliceParser()
            info, frames, hits = parser._parse_timeslice(record)
            add('slices', 1, frame_index=info['frame_index'], n_frames=info['n_frames'], time=info['timestamp'][0] * 1e9 + float(info['nanoseconds'][0]))
            add('timeslice_frames', len(frames), module_id=list(frames), n_hits=[f['n_hits'][0] for f in frames.values()])
            add('timeslice_hits', len(hits), module_id=hits['dom_id'], channel=hits['channel_id'], time=hits['time'], tot=hits['tot'])


def dqd(path):
    pump = CLBPump(file=path)
    for packet in pump:
        info, hits = packet['PacketInfo'], packet['Hits']
        add('packets', 1, run=info['run'], sequence=info['udp_sequence'], module_id=info['dom_id'], status=info['dom_status'],
            time=info['timestamp'][0] * 1e9 + info['ns_ticks'][0] * 16.0, n_hits=len(hits))
        add('packet_hits', len(hits), channel=hits['channel_id'], time=hits['time'], tot=hits['tot'])


def evt(path):
    pump = EvtPump(filename=path, parsers=[])
    for blob in pump:
        number = blob['start_event'][0]
        add('events', 1, event_id=number, weights=blob.get('weights', [()])[0], w2list=blob.get('w2list', [()])[0])
        for tag, lines in blob.items():
            if tag.startswith('track_') or tag in ('neutrino', 'primarylepton'):
                for v in lines:
                    add('tracks', 1, event_id=number, id=v[0], x=v[1], y=v[2], z=v[3], dx=v[4], dy=v[5], dz=v[6], energy=v[7], t=v[8] if len(v) > 8 else [], rest=v[9:])
            elif tag == 'hit':
                for v in lines:
                    add('hits', 1, event_id=number, id=v[0], pmt_id=v[1], amplitude=v[2], t=v[3], rest=v[4:])


for path in sys.argv[1:]:
    sums.clear()
    with contextlib.redirect_stdout(io.StringIO()):
        {'.detx': detx, '.dat': daq, '.dqd': dqd, '.evt': evt}[os.path.splitext(path)[1]](path)
    for key, value in sums.items():
        print(f'{path} {key} {float(value)!r}')
