import {el} from './dom.js';
import {short} from './axis.js';

/**
 * Drawing of a histogram in SVG: three layers on common axes, and marks for what lies beyond the axis.
 *
 * @typedef {import('./axis.js').Axis} Axis
 * @typedef {{edges: number[], counts: number[], under: number, over: number, nulls: number}} Counts
 * @typedef {{x: Axis, y: Axis, counts: Counts, height: number, factor?: number}} Layer
 */

/** One closed outline for all bars: quick to draw however many bins. @param {Layer} layer */
export function outline({x, y, counts, height, factor = 1}) {
  let path = '';
  counts.counts.forEach((n, i) => {
    if (n <= 0) return;
    const left = x.place(counts.edges[i]);
    const right = x.place(counts.edges[i + 1]);
    const gap = right - left > 4 ? 0.5 : 0;
    const top = height - barHeight(n * factor, y, height);
    path += `M${(left + gap).toFixed(2)} ${height}V${top.toFixed(2)}H${(right - gap).toFixed(2)}V${height}Z`;
  });
  return path;
}

/** A single event stays visible. @param {number} n @param {Axis} y @param {number} height */
function barHeight(n, y, height) {
  const raw = y.kind === 'log' ? (n < y.min ? 0 : y.place(n)) : y.place(n);
  return Math.max(n > 0 ? 1.5 : 0, Math.min(height, raw));
}

/** Ticks and labels of the lower axis, labels below a free track. @param {Axis} x @param {number} width @param {number} height */
export function lowerAxis(x, width, height, track = 0) {
  const g = el('svg:g', {class: 'axis', transform: `translate(0,${height})`}, el('svg:line', {x2: width}));
  for (const value of x.minor) g.append(el('svg:line', {class: 'tick', x1: x.place(value), x2: x.place(value), y2: 3}));
  for (const tick of x.labelled) {
    const at = x.place(tick.value);
    g.append(el('svg:line', {class: 'tick', x1: at, x2: at, y2: 6 + (track ? -1 : 0)}), label(tick, {x: at, y: 18 + track, 'text-anchor': 'middle'}));
  }
  return g;
}

/** The same of the left axis, with faint lines across. @param {Axis} y @param {number} width @param {number} height */
export function leftAxis(y, width, height) {
  const g = el('svg:g', {class: 'axis'});
  for (const tick of y.labelled) {
    const at = height - y.place(tick.value);
    g.append(
      el('svg:line', {class: 'grid', x2: width, y1: at, y2: at}),
      label(tick, {x: -8, y: at + 4, 'text-anchor': 'end'}));
  }
  return g;
}

/** @param {import('./axis.js').Tick} tick @param {Object<string, unknown>} attributes */
function label(tick, attributes) {
  const text = el('svg:text', attributes, tick.label);
  if (tick.power) text.append(el('svg:tspan', {class: 'power', dy: -5}, tick.power));
  return text;
}

/** An arrow with the number of events beyond one end of the axis. */
export function beyond(/** @type {'under' | 'over'} */ side, /** @type {number} */ n, /** @type {number} */ width) {
  if (n === 0) return null;
  const left = side === 'under';
  const at = left ? 2 : width - 2;
  return el('svg:g', {class: 'beyond'},
    el('svg:path', {d: left ? `M${at + 9} 3L${at + 1} 8L${at + 9} 13Z` : `M${at - 9} 3L${at - 1} 8L${at - 9} 13Z`}),
    el('svg:text', {x: left ? at + 13 : at - 13, y: 12, 'text-anchor': left ? 'start' : 'end'}, short(n)));
}
