import {moment, number} from './figures.js';
import {rangeOf} from './where.js';

/**
 * Between cells of a pair and the limits of its two columns. A cell holds its lower edge and not its upper one, but for the last cell; so limits are
 * written `>= low and < high`. Edges are those of the server's bins, of times in milliseconds.
 *
 * @typedef {import('./pair-brush.js').Cells} Cells
 * @typedef {{name: string, type: string, edges: number[]}} Side
 */

/** @param {Side} side @param {number} first @param {number} cells @returns {import('./where.js').RangeClause} without limits at the ends of the axis */
export function rangeClause({name, type, edges}, first, cells) {
  const say = (/** @type {number} */ v) => (type === 'timestamp' ? moment(v) : number(v, 12));
  const last = first + cells;
  return {kind: 'range', column: name,
    low: first > 0 ? {inclusive: true, value: say(edges[first])} : null,
    high: last < edges.length - 1 ? {inclusive: false, value: say(edges[last])} : null};
}

/** Where the limits of a column lie, in cells; null without limits. @param {Side} side @param {import('./where.js').Clause[]} clauses */
function placeOf({name, type, edges}, clauses) {
  const range = rangeOf(clauses, name);
  if (!range) return null;
  const value = (/** @type {import('./where.js').Bound | null} */ bound) => (bound === null ? null : type === 'timestamp'
    ? Date.parse(bound.value.length > 10 ? bound.value.replace(/Z?$/, 'Z') : bound.value) : Number(bound.value));
  const [low, high] = [value(range.low), value(range.high)];
  const from = low === null ? 0 : place(edges, low);
  const to = high === null ? edges.length - 1 : place(edges, high);
  const exact = Number.isInteger(from) && Number.isInteger(to) && (range.low?.inclusive ?? true) && !(range.high?.inclusive ?? false);
  return {from, to: Math.max(from, to), low, high, exact};
}

/** Broken between edges. @param {number[]} edges @param {number} value */
function place(edges, value) {
  if (value <= edges[0]) return 0;
  const above = edges.findIndex((e) => e >= value);
  if (above < 0) return edges.length - 1;
  return edges[above] === value ? above : above - 1 + (value - edges[above - 1]) / (edges[above] - edges[above - 1]);
}

/** The rectangle of a selection; null if neither column is cut. @param {Side} x @param {Side} y @param {import('./where.js').Clause[]} clauses @returns {Cells | null} */
export function cellsOf(x, y, clauses) {
  const [a, b] = [placeOf(x, clauses), placeOf(y, clauses)];
  if (!a && !b) return null;
  const whole = (/** @type {Side} */ s) => ({from: 0, to: s.edges.length - 1});
  const [h, v] = [a ?? whole(x), b ?? whole(y)];
  return {x: h.from, y: v.from, across: h.to - h.from, up: v.to - v.from};
}

/**
 * What a rectangle selects among the places of a cube, of which each side has: below, cells, above, none.
 *
 * @param {Side} x
 * @param {Side} y
 * @param {import('./where.js').Clause[]} clauses
 * @returns {import('./crossfilter.js').Places | null} null if a limit is no edge of a cell
 */
export function placesOf(x, y, clauses) {
  const [a, b] = [placeOf(x, clauses), placeOf(y, clauses)];
  if ((a && !a.exact) || (b && !b.exact)) return null;
  const span = (/** @type {Side} */ s, /** @type {ReturnType<typeof placeOf>} */ p) => {
    const cells = s.edges.length - 1;
    if (!p || (p.low === null && p.high === null)) return [0, cells + 3];
    return [p.low === null ? 0 : p.from + 1, p.high === null ? cells + 2 : p.to + 1];
  };
  const [[x0, x1], [y0, y1]] = [span(x, a), span(y, b)];
  const stride = y.edges.length + 2;
  return {exact: true, inside: () => Array.from({length: Math.max(0, x1 - x0)}, (_, i) =>
    /** @type {[number, number]} */ ([(x0 + i) * stride + y0, (x0 + i) * stride + y1]))};
}
