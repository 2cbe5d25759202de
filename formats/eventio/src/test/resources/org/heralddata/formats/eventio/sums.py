"""Counts and sums of EventIO files by pyeventio: arguments are paths."""
import sys
from collections import defaultdict
import numpy as np
from eventio import EventIOFile
from eventio.iact import objects as iact
from eventio.simtel import objects as simtel

# type: table, {column: key}
DICTS = {
    2000: ('run_header', {k: k for k in 'run run_type tracking_mode direction offset_fov n_telescopes duration'.split()}
           | {'min_triggered_telescopes': 'min_tel_trig', 'convergence_depth': 'conv_depth', 'target': 'target', 'observer': 'observer'}),
    2001: ('mc_run_header', {'shower_program_version': 'shower_prog_vers', 'observation_height': 'obsheight', 'n_showers': 'n_showers', 'n_use': 'n_use',
           'core_range': 'core_range', 'altitude_range': 'alt_range', 'azimuth_range': 'az_range', 'viewcone': 'viewcone', 'energy_range': 'E_range',
           'spectral_index': 'spectral_index', 'magnetic_field': 'B_total', 'corsika_wavelength_max': 'corsika_wlen_max',
           'corsika_high_energy_detail': 'corsika_high_E_detail'}),
    2002: ('cameras', {k: k for k in 'n_pixels focal_length pixel_x pixel_y pixel_shape pixel_area pixel_size n_mirrors mirror_area'.split()}
           | {'telescope': 'telescope_id', 'rotation': 'cam_rot'}),
    2003: ('camera_organisation', {k: k for k in 'n_pixels n_drawers n_gains n_sectors drawer card chip channel'.split()} | {'telescope': 'telescope_id'}),
    2004: ('pixel_settings', {'telescope': 'telescope_id', 'setup': 'setup_id', 'trigger_mode': 'trigger_mode', 'n_pixels': 'n_pixels', 'hv_dac': 'pixel_HV_DAC',
           'threshold_dac': 'threshold_DAC', 'adc_start': 'ADC_start', 'adc_count': 'ADC_count', 'time_slice': 'time_slice', 'sum_bins': 'sum_bins',
           'reference_step': 'ref_step', 'reference_shapes': 'ref_shape'}),
    2005: ('disabled_pixels', {'telescope': 'telescope_id', 'trigger_disabled': 'trigger_disabled', 'hv_disabled': 'HV_disabled'}),
    2006: ('camera_software', {'telescope': 'telescope_id', 'dynamic_trigger_mode': 'dyn_trig_mode', 'report_hv_period': 'report_HV_period', 'unbiased_scale': 'unbiased_scale'}),
    2007: ('pointing_correction', {'telescope': 'telescope_id', 'function_type': 'function_type', 'n_parameters': 'n_param'}),
    2008: ('drive_settings', {'drive_type_azimuth': 'drive_type_az', 'range_high_azimuth': 'range_high_az', 'park_altitude': 'park_pos_alt'}),
    2009: ('array_events', {'trigger_pattern': 'trigger_pattern', 'n_triggered': 'n_triggered_telescopes', 'triggered_telescopes': 'triggered_telescopes',
           'trigger_times': 'trigger_times', 'telescopes_with_data': 'telescopes_with_data', 'trigger_types': 'teltrg_type_mask'}),
    2011: ('telescope_events', {'local_count': 'loc_count', 'global_count': 'glob_count', 'telescope': 'telescope_id', 'trigger_source': 'trg_source',
           'trigger_sectors': 'list_trgsect', 'trigger_sector_times': 'time_trgsect', 'readout_time': 'readout_time',
           'relative_trigger_time': 'relative_trigger_time', 'start_readout': 'start_readout'}),
    2014: ('image_parameters', {'telescope': 'telescope_id', 'cut': 'cut_id', 'n_pixels': 'pixels', 'n_saturated': 'n_sat', 'amplitude': 'amplitude', 'x': 'x', 'y': 'y',
           'phi': 'phi', 'length': 'l', 'width': 'w', 'concentration': 'concentration', 'hot_amplitudes': 'hot_amp', 'hot_pixels': 'hot_pixel',
           'time_slope': 'tm_slope', 'rise_time': 'tm_rise'}),
    2020: ('mc_showers', {'shower': 'shower', 'primary_id': 'primary_id', 'energy': 'energy', 'azimuth': 'azimuth', 'altitude': 'altitude', 'start_depth': 'depth_start',
           'first_interaction_height': 'h_first_int', 'xmax': 'xmax', 'hmax': 'hmax', 'emax': 'emax', 'cmax': 'cmax', 'n_profiles': 'n_profiles'}),
    2021: ('mc_events', {'event_id': 'event_id', 'shower': 'shower_num', 'core_x': 'xcore', 'core_y': 'ycore'}),
    2022: ('camera_monitoring', {k: k for k in 'monitor_id known new_parts n_pixels n_drawers n_gains status_bits trigger_rate event_rate pedestal noise current scaler hv_dac'.split()}
           | {'telescope': 'telescope_id', 'changed': 'what', 'hv_voltage': 'hv_v_mon', 'hv_status': 'hv_stat', 'threshold_dac': 'thresh_dac', 'hv_set': 'hv_set', 'daq_nl': 'daq_nl'}),
    2023: ('laser_calibration', {'telescope': 'telescope_id', 'calibration_id': 'lascal_id', 'calibration': 'calib', 'time_calibration': 'tm_calib', 'flat_field': 'flat_fielding'}),
    2027: ('pixel_lists', {'telescope': 'telescope_id', 'kind': 'code', 'n_pixels': 'pixels', 'pixels': 'pixel_list'}),
    2033: ('pixel_monitoring', {'flags': 'flags', 'n_pixels': 'n_pixels', 'nsb_rate': 'nsb_rate', 'relative_qe': 'qe_rel', 'relative_gain': 'gain_rel', 'relative_hv': 'hv_rel',
           'current': 'current', 'amplitude_high_gain': 'fadc_amp_hg', 'amplitude_low_gain': 'fadc_amp_lg', 'disabled': 'disabled'}),
}
TRACKING = {'telescope': 'telescope_id', 'azimuth_raw': 'azimuth_raw', 'altitude_raw': 'altitude_raw', 'azimuth_corrected': 'azimuth_cor', 'altitude_corrected': 'altitude_cor'}
EVENTS = {'event_number': 'event_number', 'energy': 'total_energy', 'zenith': 'zenith', 'azimuth': 'azimuth', 'first_interaction_height': 'first_interaction_height',
          'n_reuse': 'n_reuse', 'cherenkov_bunch_size': 'cherenkov_bunch_size', 'particle_id': 'particle_id', 'magnetic_field_north': 'earth_magnetic_field_x'}
ENDS = {'n_photons_weighted': 'n_photons_weighted', 'n_muons_written': 'n_muons_written', 'longitudinal_fit': 'longitudinal_fit_parameters'}


def total(value):
    if isinstance(value, (bytes, str)):
        return len(value)
    value = np.asarray(value, dtype='f8')
    return value[np.isfinite(value)].sum()


class Sums:
    def __init__(self):
        self.sums = defaultdict(float)
        self.emitted = defaultdict(int)

    def add(self, table, rows, columns):
        self.sums[table] += rows
        for name, value in columns.items():
            self.sums[f'{table}.{name}'] += total(value)

    def pick(self, table, data, names):
        self.add(table, 1, {mine: data[key] for mine, key in names.items() if key in data})

    def see(self, o):
        t, v = o.header.type, o.header.version
        self.sums['objects.count'] += 1
        self.sums['objects.bytes'] += o.header.content_size
        if o.header.only_subobjects:
            for inner in o:
                self.see(inner)
        elif t in DICTS:
            table, names = DICTS[t]
            data = o.parse()
            self.pick(table, data, names)
            if t == 2000:
                self.add('telescopes', data['n_telescopes'], {'telescope': data['tel_id'], 'x': data['tel_pos'][:, 0], 'y': data['tel_pos'][:, 1], 'z': data['tel_pos'][:, 2]})
            if t == 2020:
                for p in data['profiles']:
                    self.add('mc_profiles', 1, {'n_steps': p['n_steps'], 'start': p['start'], 'end': p['end'], 'content': p['content']})
        elif isinstance(o, simtel.TrackingPosition):
            self.pick('tracking', o.parse(), TRACKING)
        elif t in (71, 72):
            self.add('history', 1, {'text': o.parse()[1]})
        elif t == 75:
            data = o.parse()
            self.add('metadata', len(data), {'name': b''.join(data), 'value': b''.join(data.values())})
        elif t == 1200:
            header = o.parse()
            self.add('corsika_runs', 1, {'run_number': header['run_number'], 'energy_max': header['energy_max']})
        elif t == 1201:
            data = o.parse()
            self.add('telescope_positions', len(data), {'x': data['x'], 'y': data['y'], 'z': data['z'], 'radius': data['r']})
        elif t == 1202:
            header = o.parse()
            self.pick('corsika_events', {n: header[n] for n in header.dtype.names}, EVENTS)
        elif t == 1203:
            offset, data = o.parse()
            self.add('array_offsets', len(data), {'x': data['x'], 'y': data['y'], 'time_offset': offset * len(data)})
        elif t == 1205:
            data = o.parse()
            if o.header.id == 999999:
                self.add('particles', len(data), {n: data[n] for n in 'x y cx cy time momentum weight particle_id'.split()})
                return
            bunches, emitter = data
            self.add('photon_bunches', len(bunches), {'x': bunches['x'], 'y': bunches['y'], 'cx': bunches['cx'], 'cy': bunches['cy'], 'time': bunches['time'],
                     'emission_height': bunches['zem'], 'n_photons': bunches['photons'], 'wavelength': bunches['wavelength'],
                     'telescope': o.telescope_id * len(bunches), 'array': o.array_id * len(bunches)})
            if emitter is not None:
                self.add('emitters', len(emitter), {n: emitter[n] for n in 'x y mass charge time emission_time energy'.split()})
        elif t == 1208:
            data = o.parse()
            self.add('photo_electrons', data['non_empty'], {'n_photoelectrons': data['photoelectrons'], 'times': data['time'], 'amplitudes': data.get('amplitude', [])})
        elif t == 1209:
            end = o.parse()[0]
            for mine, key in ENDS.items():
                self.sums['corsika_events.' + mine] += total(end[key])
        elif t == 1210:
            self.sums['corsika_runs.n_events'] += o.parse()[0]['n_events']
        elif t == 1211:
            data = o.parse()
            self.add('longitudinal', 1, {'event_number': data['event_id'], 'n_steps': data['nthick'], 'step': data['thickstep'], 'profiles': data['data']})
        elif t == 1212:
            lines = bytes(o.parse()).split(b'\n')[:-1]
            self.add('input_card', len(lines), {'text': b''.join(lines)})
        elif t == 1216:
            data = o.parse()
            self.add('atmosphere', len(data['altitude_km']), {'altitude': data['altitude_km'], 'density': data['rho'], 'thickness': data['thickness'],
                     'refraction': data['refractive_index_minus_1']})
        elif t == 100:
            for h in o.parse():
                self.add('histograms', 1, {'id': h['id'], 'title': h['title'].encode(), 'type': h['type'].encode(), 'n_bins_x': h['n_bins_x'], 'n_bins_y': h['n_bins_y'],
                         'entries': h['entries'], 'entries_inside': h['tentries'], 'overflow_x': h['overflow_x'], 'upper_x': h['upper_x'], 'sum_x': h['sum_x'],
                         'underflow_y': h.get('underflow_y', 0), 'lower_y': h.get('lower_y', 0), 'sum_inside_y': h.get('tsum_y', 0),
                         'content_all': h['content_all'], 'content_inside': h['content_inside'], 'content_outside': h['content_outside'],
                         'content': h['data']})
        elif t == 2013:
            samples = o.parse()
            gains, pixels = samples.shape[:2]
            if o._zero_sup_mode:
                self.sums['adc_samples.samples'] += samples.sum()
            else:
                self.add('adc_samples', gains * pixels, {'samples': samples, 'pixel': gains * pixels * (pixels - 1) / 2})
        elif t == 2016:
            data = o.parse()
            self.add('pixel_timing', 0, {'times': data['time'], 'sums_local': data['pulse_sum_loc'], 'sums_global': data['pulse_sum_glob']})
            del self.sums['pixel_timing']
        elif t == 2026:
            data = o.parse()
            self.add('photoelectron_sums', data['n_tel'], {'n_photoelectrons': data['n_pe'], 'n_photons': data.get('photons', []), 'n_photons_atmosphere_400': data.get('photons_atm_400', [])})


for path in sys.argv[1:]:
    sums = Sums()
    for top in EventIOFile(path):
        sums.see(top)
    for key, value in sums.sums.items():
        print(f'{path} {key} {float(value)!r}')
