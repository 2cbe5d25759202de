"""Counts and sums of CORSIKA files by corsikaio: arguments are path, thinned (0/1), photons (0/1) in turn."""
import sys, warnings
import numpy as np
import corsikaio
from corsikaio import CorsikaParticleFile, CorsikaCherenkovFile
from corsikaio.longitudinal import read_longitudinal_distributions

warnings.simplefilter('ignore')
NAMES = {'total_energy': 'energy', 'starting_altitude': 'starting_depth', 'momentum_minus_z': 'momentum_down',
         'earth_magnetic_field_x': 'magnetic_field_north', 'earth_magnetic_field_z': 'magnetic_field_down',
         'cerenkov_flag': 'cherenkov_flag', 'longitudinal_fit_parameters': 'longitudinal_fit',
         'chi_square_longitudinal': 'longitudinal_fit_chi2_ndf', 'angle_array_x_magnetic_north': 'array_rotation'}
SKIPPED = {'event_header', 'event_end', 'date', 'observation_height', 'random_seeds', 'reuse_x', 'reuse_y'}


def tell(path, sums):
    for key, value in sums.items():
        print(f'{path} {key} {float(value)!r}')


def total(rows, name):
    return sum(np.asarray(r[name], dtype='f8').sum() for r in rows)


def dat(path, thinned, photons):
    kind = CorsikaCherenkovFile if photons else CorsikaParticleFile
    with kind(path, thinning=thinned) as file:
        events = list(file)
        sums = {'runs': 1, 'runs.run_number': file.run_header['run_number'], 'runs.n_events': len(events), 'events': len(events)}
        for name in events[0].header.dtype.names:
            mine = NAMES.get(name, name)
            if name not in SKIPPED and mine in KNOWN:
                sums['events.' + mine] = total([e.header for e in events], name)
        for name in events[0].end.dtype.names:
            mine = NAMES.get(name, name)
            if name not in SKIPPED | {'event_number'} and mine in KNOWN:
                sums['events.' + mine] = total([e.end for e in events], name)
        data = [e[1] for e in events]
        table = 'photons' if photons else 'particles'
        sums[table] = sum(map(len, data))
        if sums[table]:
            for name in data[0].dtype.names:
                mine = {'thinning_weight': 'weight', 'particle_description': 'description'}.get(name, name)
                sums[f'{table}.{mine}'] = total(data, name)
            sums[f'{table}.event_number'] = sum(e.header['event_number'] * len(e[1]) for e in events)
        profiles = [e.longitudinal for e in events]
        if sum(map(len, profiles)):
            sums['longitudinal'] = sum(map(len, profiles))
            for name, mine in zip(profiles[0].dtype.names, LONG):
                sums[f'longitudinal.{mine}'] = total(profiles, name)
    tell(path, sums)


LONG = ['depth', 'n_photons', 'n_positrons', 'n_electrons', 'n_mu_plus', 'n_mu_minus', 'n_hadrons', 'n_charged', 'n_nuclei', 'n_cherenkov']
ENERGY = ['depth', 'photons', 'em_ionisation', 'em_cut', 'muon_ionisation', 'muon_cut', 'hadron_ionisation', 'hadron_cut', 'neutrinos', 'sum']
FIT = ['n_max', 't0', 't_max', 'a', 'b', 'c']


def long(path):
    sums = {'longitudinal': 0, 'energy_deposit': 0, 'fit': 0}
    for shower in read_longitudinal_distributions(path):
        for table, key, names in (('longitudinal', 'particles', LONG), ('energy_deposit', 'energy_deposition', ENERGY)):
            rows = shower[key]
            sums[table] += len(rows)
            for name, mine in zip(rows.dtype.names, names):
                sums[f'{table}.{mine}'] = sums.get(f'{table}.{mine}', 0) + rows[name].sum(dtype='f8')
        if 'parameters' in shower:
            sums['fit'] += 1
            for value, mine in zip([*shower['parameters'], shower['chi2_ndf'], shower['average_deviation']],
                                   FIT + ['chi2_ndf', 'average_deviation']):
                sums['fit.' + mine] = sums.get('fit.' + mine, 0) + value
    tell(path, sums)


def h5(path):
    import h5py
    rows = h5py.File(path)['groundparticles'][:]
    tell(path, {'particles': len(rows), 'particles.weight': rows['weight'].sum(dtype='f8'), 'particles.t': rows['t'].sum(dtype='f8'),
                'particles.particle_id': rows['particle_id'].sum(dtype='i8'), 'particles.generation': rows['hadron_generation'].sum(dtype='i8'),
                'particles.observation_level': rows['observation_level'].sum(dtype='i8'),
                'particles.pz': -rows['p_z'].sum(dtype='f8') / 1e9})


KNOWN = set(sys.argv[1].split(','))
for argument in sys.argv[2:]:
    path, kind = argument.split('=')
    {'particles': lambda: dat(path, False, False), 'photons': lambda: dat(path, False, True),
     'thin-particles': lambda: dat(path, True, False), 'thin-photons': lambda: dat(path, True, True),
     'long': lambda: long(path), 'h5': lambda: h5(path)}[kind]()
