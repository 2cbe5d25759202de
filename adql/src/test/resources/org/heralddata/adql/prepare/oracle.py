"""What functions of ADQL give, a line each: kind, tolerance, value, ADQL. See OracleIT."""
import io, urllib.parse, warnings
import numpy as np
import astropy.units as u
from astropy.coordinates import SkyCoord, FK4, FK5, BarycentricMeanEcliptic, Distance, Longitude, Latitude
from astropy.time import Time
from astropy_healpix import HEALPix
from mocpy import MOC
import erfa
warnings.simplefilter('ignore')

def say(kind, tolerance, expected, adql):
    print(kind, tolerance, expected, adql, sep='\t')

def pair(lon, lat):
    return '%.15g %.15g' % (lon % 360, lat)

places = [((i * 37.77) % 360, -88 + (i * 17.3) % 176) for i in range(14)]

# frames; the galactic one of astropy goes by way of FK5, that of ERFA is the one of Hipparcos
frames = {'FK5': FK5(equinox='J2000'), 'FK4': FK4(equinox='B1950', obstime='B1950'),
          'GALACTIC': 'galactic', 'ECLIPTIC': BarycentricMeanEcliptic(equinox='J2000')}
for name, frame in frames.items():
    near = 1e-5 if name == 'GALACTIC' else 1e-9
    for k, (a, b) in enumerate(places):
        moving = 'POINT(ra - ra + %r, %r)' % (a, b) if k % 2 else 'POINT(%r, %r)' % (a, b)
        there = SkyCoord(a * u.deg, b * u.deg, frame='icrs').transform_to(frame).spherical
        say('point', near, pair(there.lon.deg, there.lat.deg), "ivo_transform('ICRS', '%s', %s)" % (name, moving))
        back = SkyCoord(a * u.deg, b * u.deg, frame=frame).icrs
        say('point', near, pair(back.ra.deg, back.dec.deg), "gavo_transform('%s', 'ICRS', %s)" % (name, moving))
        if name != 'FK5':
            say('point', near, pair(back.ra.deg, back.dec.deg),
                "POINT('%s', %s, %r)" % (name, 'ra - ra + %r' % a if k % 2 else repr(a), b))
for a, b in places:
    lon, lat = np.degrees(erfa.icrs2g(*np.radians([a, b])))
    say('point', 1e-11, pair(lon, lat), "ivo_transform('ICRS', 'GALACTIC', POINT(%r, %r))" % (a, b))
    to = SkyCoord(a * u.deg, b * u.deg, frame=frames['FK4']).transform_to(frames['ECLIPTIC']).spherical
    say('point', 1e-8, pair(to.lon.deg, to.lat.deg), "ivo_transform('FK4', 'ECLIPTIC', POINT(%r, %r + dec - dec))" % (a, b))

# HEALPix
for order in (0, 1, 5, 12, 20, 29):
    grid = HEALPix(nside=2 ** order, order='nested')
    for k, (a, b) in enumerate(places + [(12.5, 90.0), (12.5, -90.0), (200.0, 89.9999), (45.1, 41.7)]):
        cell = int(grid.lonlat_to_healpix(a * u.deg, b * u.deg))
        form = ('ivo_healpix_index(%d, %r, %r)', 'ivo_healpix_index(%d, POINT(ra - ra + %r, %r))')[k % 2]
        say('text', 0, cell, form % (order, a, b))
        lon, lat = grid.healpix_to_lonlat(cell)
        say('point', 1e-9, pair(lon.deg, lat.deg), 'ivo_healpix_center(%d, %d)' % (order, cell))

# spectra and units
for value, source, target in ((500, 'nm', 'eV'), (1.4, 'GHz', 'cm'), (2, 'keV', 'Hz'), (21.1, 'cm', 'MHz'),
                              (3.2, 'TeV', 'm'), (7, 'J', 'erg'), (656.28, 'nm', 'um'), (1, 'PHz', 'eV')):
    found = (value * u.Unit(source)).to_value(u.Unit(target), equivalencies=u.spectral())
    say('number', abs(found) * 1e-12, repr(float(found)),
        "gavo_specconv(ra - ra + %r, '%s', '%s')" % (value, source, target))
for target in ('rad', 'arcmin', 'mas'):
    found = (2.5 * u.deg).to_value(target)
    say('number', abs(found) * 1e-12, repr(float(found)), "IN_UNIT((ra - ra) + 0 * ra + ra, '%s') - IN_UNIT(ra, '%s') + %r"
        % (target, target, float(found)))

# motion; ERFA's is relativistic and of Julian years, differences are below a thousandth of an arcsecond
for a, b, plx, pmra, pmdec, rv, years in ((10, 20, 50, 300, -200, 20, 16), (269.452, 4.693, 546.98, -802.8, 10362.5, -110.5, 25),
                                          (100, -70, 5, 30, 15, 0, -50)):
    star = SkyCoord(a * u.deg, b * u.deg, distance=Distance(parallax=plx * u.mas), pm_ra_cosdec=pmra * u.mas / u.yr,
                    pm_dec=pmdec * u.mas / u.yr, radial_velocity=rv * u.km / u.s, obstime=Time('J2000'))
    then = star.apply_space_motion(new_obstime=Time('J%r' % (2000.0 + years)))
    say('point', 3e-7, pair(then.ra.deg, then.dec.deg),
        'ivo_epoch_prop_pos(%r, %r, %r, %r, %r, %r, 2000, %r)' % (a, b, plx, pmra, pmdec, rv, 2000 + years))
    say('list', 1e-4, '%.15g %.15g %.15g %.15g %.15g %.15g' % (then.ra.deg, then.dec.deg, then.distance.parallax.mas,
        then.pm_ra_cosdec.to_value('mas/yr'), then.pm_dec.to_value('mas/yr'), then.radial_velocity.to_value('km/s')),
        'ivo_epoch_prop(%r, %r, %r, %r, %r, %r, 2000, %r)' % (a, b, plx, pmra, pmdec, rv, 2000 + years))
    far = SkyCoord(a * u.deg, b * u.deg, pm_ra_cosdec=pmra * u.mas / u.yr, pm_dec=pmdec * u.mas / u.yr,
                   obstime=Time('J2000')).apply_space_motion(new_obstime=Time('J%r' % (2000.0 + years)))
    say('point', 3e-7, pair(far.ra.deg, far.dec.deg),
        'ivo_apply_pm(%r, %r, %r, %r, %r)' % (a, b, pmra / 3.6e6, pmdec / 3.6e6, years))
    say('point', 3e-7, pair(far.ra.deg, far.dec.deg),
        'gavo_apply_pm(%r, %r, %r, %r, %r)' % (a, b, pmra / 3.6e6, pmdec / 3.6e6, years))
    say('point', 3e-7, pair(far.ra.deg, far.dec.deg),
        'ivo_epoch_prop_pos(%r, %r, %r, %r, 2000, %r)' % (a, b, pmra, pmdec, 2000 + years))

# time
for stamp in ('1858-11-17T00:00:00', '2000-01-01T12:00:00', '2023-06-17T05:04:03.25', '1970-01-01T00:00:00'):
    day = Time(stamp, scale='tai')
    for prefix in ('gavo', 'ivo'):
        say('number', 1e-9, repr(float(day.mjd)), "%s_to_mjd(TIMESTAMP '%s')" % (prefix, stamp))
        say('number', 1e-8, repr(float(day.jd)), "%s_to_jd(TIMESTAMP '%s')" % (prefix, stamp))

# the sky
for (a, b), (c, d) in zip(places, places[1:]):
    apart = SkyCoord(a * u.deg, b * u.deg).separation(SkyCoord(c * u.deg, d * u.deg)).deg
    say('number', 1e-11, repr(float(apart)), 'DISTANCE(%r, %r, ra - ra + %r, %r)' % (a, b, c, d))
for r in (0.01, 1, 90, 170):
    say('number', 1e-7, repr(float(2 * np.pi * (1 - np.cos(np.radians(r))) * (180 / np.pi) ** 2)), 'AREA(CIRCLE(ra, dec, %r))' % r)

def sphere(lon, lat):
    lon, lat = np.radians(lon), np.radians(lat)
    return np.array([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])

def within(point, corners):
    turns = [np.dot(np.cross(sphere(*corners[i]), sphere(*corners[(i + 1) % len(corners)])), sphere(*point))
             for i in range(len(corners))]
    return int(all(t > 0 for t in turns))

for k, (a, b) in enumerate(places):
    if abs(b) < 80:
        corners = [(a - 3, b - 2), (a + 3, b - 2), (a + 2, b + 4), (a - 2, b + 3)]
        for x, y in ((a, b), (a + 2.6, b + 1), (a - 2.4, b + 3), (a + 1, b - 2.02), (a - 2.9, b - 1.9), (a, b + 3.4)):
            say('text', 0, within((x, y), corners), 'CONTAINS(POINT(%r, %r), POLYGON(%s))'
                % (x % 360, y, ', '.join('ra - ra + %r, %r' % c for c in corners)))

# maps in cells
one = MOC.from_string('3/1-3 10 4/80-90 200 5/1000-1020')
two = MOC.from_string('2/0 3/12 700 4/85-100 6/4000-4100')
def cone(lon, lat, radius, depth):
    return MOC.from_cone(lon=Longitude(lon * u.deg), lat=Latitude(lat * u.deg), radius=radius * u.deg, max_depth=depth)


def text(moc):
    return ' '.join(moc.to_string().replace('\n', ' ').split())
say('text', 0, text(one.union(two)), "gavo_mocunion(MOC('%s'), '%s')" % (text(one), text(two)))
say('text', 0, text(one.intersection(two)), "gavo_mocintersect('%s', MOC('%s'))" % (text(one), text(two)))
say('number', 1e-7, repr(float(one.sky_fraction * 129600 / np.pi)), "AREA(MOC('%s'))" % text(one))
for a, b in places + [((i * 11.3) % 360, -30 + i * 3.1) for i in range(25)]:
    held = int(one.contains_lonlat(a * u.deg, b * u.deg)[0])
    say('text', 0, held, "CONTAINS(POINT(ra - ra + %r, %r), MOC('%s'))" % (a, b, text(one)))
wide = cone(40, 10, 3, 7)
say('text', 0, 1, "CONTAINS(CIRCLE(40, 10, 2.9), MOC('%s'))" % text(cone(40, 10, 3.2, 11)))
say('text', 0, 0, "CONTAINS(CIRCLE(40, 10, 3.3), MOC('%s'))" % text(wide))
for a, b in ((43.4, 10), (40, 14), (43, 12), (300, 10)):
    say('text', 0, int(not wide.intersection(cone(a, b, 0.5, 12)).empty()),
        "INTERSECTS(CIRCLE(%r, %r, 0.5), MOC('%s'))" % (a, b, text(wide)))

# lists, intervals and strings
draws = np.array([0.1, 0.2, 0.2, 0.9, 1.0, 1.5, -3, 0.49, 0.5])
counts, _ = np.histogram(draws[(draws >= 0) & (draws < 1)], bins=4, range=(0, 1))
told = [int((draws < 0).sum()), *map(int, counts), int((draws >= 1).sum())]
cases = ' '.join('WHEN %d THEN %r' % (i, float(x)) for i, x in enumerate(draws))
say('list', 0, ' '.join(map(str, told)),
    '(SELECT ivo_histogram(q.x, 0, 1, 4) FROM (SELECT CASE id %s END AS x FROM s.others WHERE id < 9) AS q)' % cases)
for s in ('a b/c?d=1&e', 'Ünïcode ✓', "-._~!*'()", '100%'):
    say('text', 0, urllib.parse.quote(s, safe=''), "gavo_urlescape('%s')" % s.replace("'", "''"))
