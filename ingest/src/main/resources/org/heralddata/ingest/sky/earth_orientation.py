"""Makes earth-orientation.csv from the IERS series that the PyPI package astropy-iers-data carries.

IERS EOP 20 C04 (final), then finals2000A (rapid service and predictions) to their end, every fifth day from 1972-01-01.
IERS products are free to use with acknowledgement: https://www.iers.org/IERS/EN/Service/Terms/terms.html
Run: python earth_orientation.py
"""

from importlib.metadata import version

import astropy_iers_data as iers
import erfa

STEP = 5
FIRST = 41317  # 1972-01-01

table = {}
with open(iers.IERS_A_FILE) as lines:
    for line in lines:
        if line[58:68].strip() and line[18:27].strip():
            table[int(float(line[7:15]))] = (float(line[58:68]), float(line[18:27]), float(line[37:46]))
with open(iers.IERS_B_FILE) as lines:
    final = 0
    for line in lines:
        if not line.startswith("#"):
            words = line.split()
            final = int(float(words[4]))
            table[final] = (float(words[7]), float(words[5]), float(words[6]))


def tai_minus_utc(mjd):
    year, month, day, _ = erfa.jd2cal(2400000.5, mjd)
    return float(erfa.dat(year, month, day, 0))


days = [mjd for mjd in range(FIRST, max(table) + 1, STEP) if mjd in table]
assert days == list(range(days[0], days[-1] + 1, STEP)), "a gap"
with open("earth-orientation.csv", "w") as out:
    out.write("# Earth orientation by IERS EOP 20 C04 to MJD %d, then finals2000A (rapid, predicted)\n" % final)
    out.write("# Source: International Earth Rotation and Reference Systems Service, https://www.iers.org\n")
    out.write("# taken from astropy-iers-data %s by earth_orientation.py\n" % version("astropy-iers-data"))
    out.write("# columns: UT1-TAI in 0.01 ms; polar motion x and y in mas; one row every %d days of UTC\n" % STEP)
    out.write("first_mjd=%d\n" % days[0])
    out.write("step=%d\n" % STEP)
    out.write("final_mjd=%d\n" % final)
    for mjd in days:
        dut1, x, y = table[mjd]
        out.write("%d,%d,%d\n" % (round((dut1 - tai_minus_utc(mjd)) * 1e5), round(x * 1e3), round(y * 1e3)))
