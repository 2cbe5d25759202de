/**
 * The sky around a direction on a plane of equal areas (Lambert azimuthal; Snyder 1987, USGS PP 1395, p. 182), seen from within
 * the sphere: right ascension grows to the left. The unit is that of mollweide.js, the sphere's radius times √2, so that an area is as
 * large on both; the whole sky is a disk of radius √2.
 */
const RAD = Math.PI / 180;

/**
 * @param {number} raDeg
 * @param {number} decDeg
 * @param {number} ra0Deg in the middle
 * @param {number} dec0Deg
 * @returns {[number, number] | null} null for the point opposite to the middle
 */
export function projectAround(raDeg, decDeg, ra0Deg, dec0Deg) {
  const turn = (raDeg - ra0Deg) * RAD;
  const [dec, dec0] = [decDeg * RAD, dec0Deg * RAD];
  const along = Math.cos(dec) * Math.cos(turn);
  const cosine = Math.sin(dec0) * Math.sin(dec) + Math.cos(dec0) * along;
  if (cosine < -1 + 1e-9) return null;
  const scale = 1 / Math.sqrt(1 + cosine);
  return [-scale * Math.cos(dec) * Math.sin(turn), scale * (Math.cos(dec0) * Math.sin(dec) - Math.sin(dec0) * along)];
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} ra0Deg
 * @param {number} dec0Deg
 * @returns {[number, number] | null} right ascension and declination; null outside the disk
 */
export function unprojectAround(x, y, ra0Deg, dec0Deg) {
  const r = Math.hypot(x, y);
  if (r > Math.SQRT2) return null;
  if (r < 1e-15) return [((ra0Deg % 360) + 360) % 360, dec0Deg];
  const c = 2 * Math.asin(r / Math.SQRT2);
  const [sin, cos] = [Math.sin(c), Math.cos(c)];
  const dec0 = dec0Deg * RAD;
  const up = cos * Math.sin(dec0) + (y * sin * Math.cos(dec0)) / r;
  const ra = ra0Deg + Math.atan2(-x * sin, r * Math.cos(dec0) * cos - y * Math.sin(dec0) * sin) / RAD;
  return [((ra % 360) + 360) % 360, Math.asin(Math.max(-1, Math.min(1, up))) / RAD];
}
