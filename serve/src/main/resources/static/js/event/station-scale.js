/**
 * How much of a colour, and how large, a station is.
 *
 * @typedef {{min: number, max: number, log: boolean, at: (share: number) => string, shareOf: (value: number) => number}} Scale
 */

/**
 * @param {number[]} values finite
 * @param {boolean} log only where all are positive
 * @param {(share: number) => string} at colour of a share, 0 to 1
 * @returns {Scale}
 */
export function scale(values, log, at) {
  const finite = values.filter((v) => Number.isFinite(v) && (!log || v > 0));
  const low = finite.length ? Math.min(...finite) : 0;
  const high = finite.length ? Math.max(...finite) : 1;
  const turn = (/** @type {number} */ v) => (log ? Math.log(v) : v);
  const span = turn(high) - turn(low);
  return {
    min: low, max: high, log, at,
    shareOf: (v) => (!Number.isFinite(v) || (log && v <= 0) ? 0 : span > 0 ? Math.max(0, Math.min(1, (turn(v) - turn(low)) / span)) : 1),
  };
}

/** Radius of a station in pixels: its area grows with the logarithm of its signal. @param {number} share @param {number} most */
export const radius = (share, most) => Math.sqrt(0.1 + 0.9 * share) * most;

/**
 * The nearest station in a direction, for the arrow keys: what lies aside counts twice.
 *
 * @param {{x: number, y: number}[]} all @param {{x: number, y: number}} from @param {number} dx @param {number} dy
 * @returns {number} its index; -1 if there is none that way
 */
export function towards(all, from, dx, dy) {
  let best = -1;
  let least = Infinity;
  all.forEach((station, i) => {
    const ahead = (station.x - from.x) * dx + (station.y - from.y) * dy;
    const aside = Math.abs((station.x - from.x) * dy - (station.y - from.y) * dx);
    const cost = ahead + 2 * aside;
    if (ahead > 1e-9 && aside <= 2 * ahead && cost < least) {
      least = cost;
      best = i;
    }
  });
  return best;
}
