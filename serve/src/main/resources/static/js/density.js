/**
 * Colour of a density: a perceptually even map that every reader can tell apart (viridis on light ground, cividis on
 * request), with a linear or logarithmic scale.
 *
 * @typedef {{
 *   max: number, min: number, log: boolean,
 *   rgb: (value: number) => [number, number, number], word: (value: number) => number, at: (share: number) => string, shareOf: (value: number) => number
 * }} Density
 */

/** @type {[number, number, number][] | undefined} */
let viridis;

/**
 * @param {ArrayLike<number>} values zeros are empty, not dark
 * @param {boolean} log
 * @returns {Density}
 */
export function density(values, log) {
  let max = 0;
  let min = Infinity;
  for (let i = 0; i < values.length; i++) {
    if (values[i] > max) max = values[i];
    if (values[i] > 0 && values[i] < min) min = values[i];
  }
  if (max === 0) min = max = 1;
  const low = log ? Math.log(Math.max(min, 1e-9)) : 0;
  const high = log ? Math.log(max) : max;
  const shareOf = (/** @type {number} */ v) =>
    high === low ? 1 : Math.max(0, Math.min(1, ((log ? Math.log(v) : v) - low) / (high - low)));
  const table = (viridis ??= Array.from({length: 256}, (_, i) => rgbOf(d3.interpolateViridis(i / 255))));
  const words = Uint32Array.from(table, ([r, g, b]) => ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0);
  return {
    min: log ? min : 0, max, log, shareOf,
    rgb: (v) => table[Math.round(255 * shareOf(v))],
    /** The same as an opaque pixel of ImageData, on machines of little endian. */
    word: (v) => words[Math.round(255 * shareOf(v))],
    at: (share) => d3.interpolateViridis(share),
  };
}

/** @param {string} colour @returns {[number, number, number]} */
function rgbOf(colour) {
  const c = d3.rgb(colour);
  return [c.r, c.g, c.b];
}
