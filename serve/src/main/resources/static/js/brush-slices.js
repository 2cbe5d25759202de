/**
 * Which slices of an active view a brush takes. Slices of values `v` are: 0 below the first, `2k + 1` on `v[k]`, `2k + 2` between it
 * and the next, `2n` above the last, `2n + 1` without a value.
 *
 * @typedef {{low: number | null, high: number | null, lowOpen?: boolean, highOpen?: boolean}} Brush  `…Open`: without the limit itself
 */

/**
 * @param {number[]} values rising
 * @param {Brush} brush
 * @param {boolean} [about] a limit between values is taken for the nearest of them
 * @returns {[number, number][] | null} ranges from the first to behind the last; null if a limit lies between values, where nothing is known
 */
export function slicesOf(values, brush, about = false) {
  const all = 2 * values.length + 2;
  if (brush.low === null && brush.high === null) return [[0, all]];
  const low = brush.low === null ? 0 : place(values, brush.low, true, brush.lowOpen ?? false, about);
  const high = brush.high === null ? all - 1 : place(values, brush.high, false, brush.highOpen ?? false, about);
  if (low === null || high === null) return null;
  return [[low, Math.max(low, high)]];
}

/** @param {number[]} values @param {number} limit @param {boolean} lower @param {boolean} open @param {boolean} about */
function place(values, limit, lower, open, about) {
  if (limit < values[0]) return 0;
  if (limit > values[values.length - 1]) return 2 * values.length + 1;
  const at = nearest(values, limit);
  if (values[at] !== limit && !about) return null;
  return 2 * at + (lower === open ? 2 : 1);
}

/** Index of the nearest value. @param {number[]} values rising @param {number} wanted */
export function nearest(values, wanted) {
  let [low, high] = [0, values.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (values[middle] <= wanted) low = middle;
    else high = middle;
  }
  return wanted - values[low] < values[high] - wanted ? low : high;
}

/**
 * The counts of the active view's own histogram, out of a count a slice.
 *
 * @param {number[]} values of the slices
 * @param {ArrayLike<number>} slices a count a slice
 * @param {number[]} edges each one of the values, but the outer ones may lie beyond them
 * @returns {{edges: number[], counts: number[], under: number, over: number, nulls: number}}
 */
export function histogramOf(values, slices, edges) {
  const counts = new Array(edges.length - 1).fill(0);
  let under = 0;
  let over = 0;
  let bin = -1;
  for (let code = 0; code <= 2 * values.length; code++) {
    const k = (code - 1) >> 1;
    if (code % 2 === 1) while (bin + 1 < edges.length && edges[bin + 1] <= values[k]) bin++;
    const isLast = code % 2 === 1 && values[k] === edges[edges.length - 1];
    if (bin < 0) under += slices[code];
    else if (isLast) counts[counts.length - 1] += slices[code];
    else if (bin >= counts.length || code === 2 * values.length) over += slices[code];
    else counts[bin] += slices[code];
  }
  return {edges, counts, under, over, nulls: slices[2 * values.length + 1]};
}
