import {count, number} from './figures.js';

/**
 * Statistics of what a histogram selects, from its bins: as exact as the bins are narrow, and marked so.
 *
 * @param {{edges: number[], counts: number[]}} h
 * @param {{low: number | null, high: number | null}} limits only whole bins between them
 * @returns {{n: number, mean: number, median: number, sd: number, min: number, max: number} | null} null without events
 */
export function statisticsOf({edges, counts}, {low, high}) {
  let n = 0;
  let sum = 0;
  let squares = 0;
  let [first, last] = [-1, -1];
  const taken = counts.map((c, i) => {
    const [a, b] = [Math.max(edges[i], low ?? -Infinity), Math.min(edges[i + 1], high ?? Infinity)];
    return b <= a ? 0 : (c * (b - a)) / (edges[i + 1] - edges[i]);
  });
  taken.forEach((c, i) => {
    if (c <= 0) return;
    const middle = (edges[i] + edges[i + 1]) / 2;
    n += c;
    sum += c * middle;
    squares += c * middle * middle;
    if (first < 0) first = i;
    last = i;
  });
  if (n === 0) return null;
  const mean = sum / n;
  let half = n / 2;
  let median = mean;
  for (let i = 0; i < taken.length; i++) {
    if (half <= taken[i] && taken[i] > 0) {
      median = edges[i] + (half / taken[i]) * (edges[i + 1] - edges[i]);
      break;
    }
    half -= taken[i];
  }
  return {
    n, mean, median, sd: Math.sqrt(Math.max(0, squares / n - mean * mean)),
    min: Math.max(edges[first], low ?? -Infinity), max: Math.min(edges[last + 1], high ?? Infinity),
  };
}

/**
 * @param {NonNullable<ReturnType<typeof statisticsOf>>} s
 * @param {(value: number) => string} say a value as the panel says it
 * @param {boolean} exact whether every row was counted
 * @param {boolean} all whether no limit cuts a bin, so that their sum is a count
 * @param {(value: number) => string} [wide] a width
 */
export const statisticsText = (s, say, exact, all, wide = (v) => number(v, 3)) =>
  `${exact ? '' : '≈ '}${all ? `${count(s.n)} selected` : 'selected'} · from bins: mean ${say(s.mean)}, median ${say(s.median)}, sd ${wide(s.sd)}, within ${say(s.min)} to ${say(s.max)}`;
