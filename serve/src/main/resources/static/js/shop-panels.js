import {Cuts} from './cuts.js';

/**
 * What the data shop opens when the address does not say.
 *
 * @typedef {import('./cuts.js').ShopColumn & {computed: boolean}} Column
 */

/** Columns that make an axis. @param {Column[]} columns */
export const numeric = (columns) => columns.filter((c) => Cuts.canCut(c) && c.type !== 'string');

/** Energy, time, direction, then what comes first; one of each kind. @param {Column[]} columns @param {string | null} time the column of the event's time */
export function firstPanels(columns, time) {
  const rank = (/** @type {Column} */ c) => (c.energy ? 0 : /^pos\.(az\.zd|angDistance)/.test(c.ucd) ? 1
    : c.name === time ? 2 : c.computed || /^(pos|time|meta\.(id|record|code))/.test(c.ucd) ? 9 : c.component ? 4 : 5);
  const ranked = numeric(columns).toSorted((a, b) => rank(a) - rank(b));
  return ranked.filter((c, i) => c.ucd === '' || ranked.findIndex((d) => d.ucd === c.ucd) === i).slice(0, 4).map((c) => c.name);
}

/** @param {Column[]} columns at least two @param {string | null} time @param {string[] | null} asked @returns {[string, string]} */
export function firstPair(columns, time, asked) {
  const names = numeric(columns).map((c) => c.name);
  const known = (asked ?? []).filter((n) => names.includes(n));
  if (known.length === 2) return [known[0], known[1]];
  const first = firstPanels(columns, time).filter((n) => n !== time);
  return [first[0] ?? names[0], first[2] ?? first[1] ?? names[1]];
}
