import {centreOf} from './healpix.js';

/**
 * Polygons on the sky: corners joined by great circles, the side around their mean direction, as the selection language has them.
 *
 * @typedef {[number, number]} Corner  right ascension and declination, degrees
 */
const RAD = Math.PI / 180;
/** Corners of a drawn line, at most. */
const MOST = 40;

/** @param {number} raDeg @param {number} decDeg @returns {[number, number, number]} */
function vector(raDeg, decDeg) {
  const [ra, dec] = [raDeg * RAD, decDeg * RAD];
  return [Math.cos(dec) * Math.cos(ra), Math.cos(dec) * Math.sin(ra), Math.sin(dec)];
}

const dot = (/** @type {number[]} */ a, /** @type {number[]} */ b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (/** @type {number[]} */ a, /** @type {number[]} */ b) =>
  [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
const unit = (/** @type {number[]} */ a) => a.map((x) => x / Math.hypot(...a));

/** The mean direction of the corners; null if they do not lie within 90 degrees of it. @param {Corner[]} corners */
function middleOf(corners) {
  const all = corners.map((c) => vector(...c));
  const sum = all.reduce((s, v) => [s[0] + v[0], s[1] + v[1], s[2] + v[2]], [0, 0, 0]);
  const middle = unit(sum);
  return Math.hypot(...sum) > 1e-9 && all.every((v) => dot(v, middle) > 1e-9) ? middle : null;
}

/** Whether corners make a polygon. @param {Corner[]} corners */
export const isPolygon = (corners) => corners.length >= 3 && middleOf(corners) !== null;

/** The cone about the corners' middle that holds them. @param {Corner[]} corners */
export function coneAround(corners) {
  const middle = middleOf(corners) ?? vector(...corners[0]);
  const farthest = Math.max(...corners.map((c) => Math.acos(Math.max(-1, Math.min(1, dot(vector(...c), middle))))));
  return {raDeg: (Math.atan2(middle[1], middle[0]) / RAD + 360) % 360, decDeg: Math.asin(middle[2]) / RAD, radiusDeg: farthest / RAD};
}

/** Whether a direction is inside: the plane that touches the sphere at the corners' middle has straight edges. @param {Corner[]} corners */
function insideOf(corners) {
  const middle = middleOf(corners);
  if (!middle) return () => false;
  const east = unit(cross(Math.abs(middle[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0], middle));
  const north = cross(middle, east);
  const plane = (/** @type {number[]} */ v) => [dot(v, east) / dot(v, middle), dot(v, north) / dot(v, middle)];
  const at = corners.map((c) => plane(vector(...c)));
  return (/** @type {number[]} */ v) => {
    if (dot(v, middle) <= 0) return false;
    const [x, y] = plane(v);
    let inside = false;
    at.forEach(([xi, yi], i) => {
      const [xj, yj] = at[(i + at.length - 1) % at.length];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    });
    return inside;
  };
}

/** Cells whose middles lie inside, as ranges from the first to behind the last. @param {number} order @param {Corner[]} corners */
export function cellsInside(order, corners) {
  const inside = insideOf(corners);
  /** @type {[number, number][]} */
  const ranges = [];
  for (let cell = 0; cell < 12 * 4 ** order; cell++) {
    if (!inside(vector(...centreOf(order, cell)))) continue;
    const last = ranges[ranges.length - 1];
    if (last && last[1] === cell) last[1]++;
    else ranges.push([cell, cell + 1]);
  }
  return ranges;
}

/** Directions along the border, close enough to be joined by straight lines. @param {Corner[]} corners @returns {Corner[]} */
export function border(corners) {
  return corners.flatMap((from, i) => {
    const [a, b] = [vector(...from), vector(...corners[(i + 1) % corners.length])];
    const steps = Math.max(1, Math.ceil(Math.acos(Math.max(-1, Math.min(1, dot(a, b)))) / (2 * RAD)));
    return Array.from({length: steps}, (_, k) => {
      const v = unit(a.map((x, n) => x + ((b[n] - x) * k) / steps));
      return /** @type {Corner} */ ([(Math.atan2(v[1], v[0]) / RAD + 360) % 360, Math.asin(v[2]) / RAD]);
    });
  }).concat([corners[0]]);
}

/**
 * Fewer points along a drawn line, none farther from it than needed (Douglas and Peucker 1973).
 *
 * @template {number[]} P
 * @param {P[]} points pixels first
 * @returns {P[]} at most 40
 */
export function simplified(points) {
  for (let far = 1.5; ; far *= 1.5) {
    const kept = thinned(points, far);
    if (kept.length <= MOST) return kept;
  }
}

/** @template {number[]} P @param {P[]} points @param {number} far @returns {P[]} */
function thinned(points, far) {
  if (points.length < 3) return points;
  const [a, b] = [points[0], points[points.length - 1]];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  let [most, at] = [0, 0];
  for (let i = 1; i < points.length - 1; i++) {
    const [dx, dy] = [points[i][0] - a[0], points[i][1] - a[1]];
    const away = length < 1e-9 ? Math.hypot(dx, dy) : Math.abs(dx * (b[1] - a[1]) - dy * (b[0] - a[0])) / length;
    if (away > most) [most, at] = [away, i];
  }
  if (most <= far) return [a, b];
  return [...thinned(points.slice(0, at + 1), far).slice(0, -1), ...thinned(points.slice(at), far)];
}
