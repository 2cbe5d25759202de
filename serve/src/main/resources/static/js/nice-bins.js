/**
 * Bins as wide as a person would choose: 1, 2 or 5 times a power of ten; of times parts of a second, minute, hour, or days; of a logarithmic axis so
 * many a decade. Their edges are multiples of the width, as those of the server are.
 *
 * @typedef {import('./axis.js').ScaleKind} ScaleKind
 * @typedef {{bins: number, first: number, last: number}} Choice  of how many bins, from where to where
 */
const SECOND = 1000;
const DAY = 86400 * SECOND;
const CLOCK = [1, 2, 5, 10, 20, 50, 100, 200, 500, ...[1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200].map((s) => s * SECOND)];
/** Bins of a histogram, at most, to begin with. */
export const BINS = 64;
/** Bins of the finest histogram: about its pixels. */
const FINEST = 400;
const NEARLY = 1e-9;

/** The narrowest bins of which there are not more; the widest if all are more. @param {Choice[]} choices narrowest first @param {number} most */
export const chosen = (choices, most) => choices.find((c) => c.bins <= most) ?? choices[choices.length - 1];

/**
 * All bins that a part of an axis may have, the narrowest first: rounded outwards to whole bins.
 *
 * @param {ScaleKind} kind
 * @param {number} min
 * @param {number} max not less than `min`; of times milliseconds since 1970
 * @param {boolean} [whole] values are integers, of which `max` is the last
 * @returns {Choice[]} at least one
 */
export function niceBins(kind, min, max, whole = false) {
  if (kind === 'log') return within(decades().map((n) => ratios(n, min, max)));
  const end = whole ? Math.floor(max) + 1 : max > min ? max : min + (kind === 'time' ? DAY : 1);
  const least = whole ? Math.ceil(min) : min;
  const widths = kind === 'time' ? times(end - least) : decimals(end - least).filter((w) => !whole || w >= 1);
  return within(widths.map((w) => {
    const from = Math.floor(least / w + NEARLY);
    const to = Math.max(from + 1, Math.ceil(end / w - NEARLY));
    return {bins: to - from, first: tidy(from, w), last: tidy(to, w)};
  }));
}

/** @param {Choice[]} choices */
function within(choices) {
  const fit = choices.filter((c) => c.bins <= FINEST);
  return fit.length ? fit : choices.slice(-1);
}

/** Bins a decade, from many to one. */
const decades = () => [2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1];

/** @param {number} n a decade @param {number} min @param {number} max @returns {Choice} */
function ratios(n, min, max) {
  const from = Math.floor(Math.log10(min) * n + NEARLY);
  const to = Math.max(from + 1, Math.ceil(Math.log10(max) * n - NEARLY));
  const at = (/** @type {number} */ k) => Number((10 ** (k / n)).toPrecision(12));
  return {bins: to - from, first: at(from), last: at(to)};
}

/** Widths around a part of a span, rising. @param {number} span */
function decimals(span) {
  const power = Math.floor(Math.log10(span)) - 3;
  return Array.from({length: 5}, (_, i) => [1, 2, 5].map((d) => Number(`${d}e${power + i}`))).flat();
}

/** @param {number} span milliseconds */
function times(span) {
  const days = decimals(Math.max(1, span / DAY)).filter((w) => w >= 1).map((w) => w * DAY);
  return [...CLOCK, ...new Set([DAY, ...days])].filter((w) => w * FINEST >= span);
}

/** Short, as it is written. @param {number} k @param {number} width */
const tidy = (k, width) => Number((k * width).toPrecision(15));

/** How wide bins of times are, in words. @param {number} ms */
export function duration(ms) {
  const units = /** @type {[number, string][]} */ ([[DAY, 'd'], [3600 * SECOND, 'h'], [60 * SECOND, 'min'], [SECOND, 's'], [1, 'ms']]);
  const [size, unit] = units.find(([s]) => ms >= s && ms % s === 0) ?? [1, 'ms'];
  return `${ms / size} ${unit}`;
}
