"""Makes healpix-reference.csv: cells as astropy-healpix (BSD-3-Clause) numbers them. Run: python healpix_reference.py"""

import numpy as np
from astropy import units as u
from astropy_healpix import HEALPix
from astropy_healpix import __version__

rng = np.random.default_rng(20260101)
ra = list(rng.uniform(0, 360, 300)) + [0.0, 45.0, 90.0, 180.0, 359.999999999, 12.5, 200.0, 0.25, 359.75, 83.633]
dec = list(np.degrees(np.arcsin(rng.uniform(-1, 1, 300)))) + [
    0.1, 0.2, -0.3, 41.9, -41.7, 89.99999, -89.99999, 89.5, -89.5, 22.014]
with open("healpix-reference.csv", "w") as out:
    out.write(f"# astropy-healpix {__version__}: order, ra, dec, nested index, ra and dec of the cell's centre (degrees)\n")
    for i, (a, d) in enumerate(zip(ra, dec)):
        for order in sorted({i % 30, 29}):
            healpix = HEALPix(nside=2**order, order="nested")
            cell = healpix.lonlat_to_healpix(a * u.deg, d * u.deg)
            lon, lat = healpix.healpix_to_lonlat(cell)
            out.write(f"{order},{float(a)!r},{float(d)!r},{int(cell)},{float(lon.deg)!r},{float(lat.deg)!r}\n")
