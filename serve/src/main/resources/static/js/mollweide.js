/**
 * The whole sky on an ellipse of equal areas (Mollweide; Snyder 1987, USGS PP 1395, p. 249), seen from within the
 * sphere: right ascension grows to the left. The plane runs over -2..2 and, upwards, -1..1.
 */
const RAD = Math.PI / 180;

/**
 * @param {number} raDeg
 * @param {number} decDeg
 * @param {number} [centreDeg] right ascension in the middle
 * @returns {[number, number]}
 */
export function project(raDeg, decDeg, centreDeg = 180) {
  const lon = ((((raDeg - centreDeg + 180) % 360) + 360) % 360) - 180;
  const theta = auxiliary(decDeg * RAD);
  return [(-2 * lon * Math.cos(theta)) / 180, Math.sin(theta)];
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} [centreDeg]
 * @returns {[number, number] | null} right ascension and declination; null outside the ellipse
 */
export function unproject(x, y, centreDeg = 180) {
  if (x * x / 4 + y * y > 1) return null;
  const theta = Math.asin(y);
  const cosine = Math.cos(theta);
  const lon = cosine < 1e-12 ? 0 : (-180 * x) / (2 * cosine);
  const dec = Math.asin((2 * theta + Math.sin(2 * theta)) / Math.PI) / RAD;
  return [(((lon + centreDeg) % 360) + 360) % 360, dec];
}

/** Solves 2θ + sin 2θ = π sin δ by Newton's steps; the start keeps them stable at the poles. @param {number} dec */
function auxiliary(dec) {
  if (Math.abs(dec) >= Math.PI / 2 - 1e-9) return Math.sign(dec) * (Math.PI / 2);
  const target = Math.PI * Math.sin(dec);
  let twice = 2 * Math.asin((2 * dec) / Math.PI);
  for (let i = 0; i < 12; i++) {
    const change = (twice + Math.sin(twice) - target) / (1 + Math.cos(twice));
    twice -= change;
    if (Math.abs(change) < 1e-12) break;
  }
  return twice / 2;
}

/** Angle between two directions, degrees; exact for small ones too (Vincenty). */
export function separation(
  /** @type {number} */ ra1, /** @type {number} */ dec1, /** @type {number} */ ra2, /** @type {number} */ dec2) {
  const d = (ra2 - ra1) * RAD;
  const [a, b] = [dec1 * RAD, dec2 * RAD];
  const across = Math.hypot(
    Math.cos(b) * Math.sin(d), Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(d));
  return Math.atan2(across, Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(d)) / RAD;
}

/** Points on the edge of a cone. @param {number} ra @param {number} dec @param {number} radius degrees */
export function circle(ra, dec, radius, points = 180) {
  const [d, r] = [dec * RAD, radius * RAD];
  return Array.from({length: points + 1}, (_, i) => {
    const turn = (2 * Math.PI * i) / points;
    const sine = Math.sin(d) * Math.cos(r) + Math.cos(d) * Math.sin(r) * Math.cos(turn);
    const lon = Math.atan2(
      Math.sin(turn) * Math.sin(r) * Math.cos(d), Math.cos(r) - Math.sin(d) * sine);
    return [(((ra + lon / RAD) % 360) + 360) % 360, Math.asin(Math.max(-1, Math.min(1, sine))) / RAD];
  });
}

/** Equatorial (ICRS) of a point on the galactic equator (Hipparcos Vol. 1, 1.5.11). @param {number} lDeg */
export function galacticPlane(lDeg) {
  const [cos, sin] = [Math.cos(lDeg * RAD), Math.sin(lDeg * RAD)];
  const x = -0.0548755604 * cos + 0.4941094279 * sin;
  const y = -0.8734370902 * cos - 0.4448296300 * sin;
  const z = -0.4838350155 * cos + 0.7469822445 * sin;
  return [((Math.atan2(y, x) / RAD) + 360) % 360, Math.asin(z) / RAD];
}
