import {axis} from './axis.js';
import {beyond, leftAxis, lowerAxis, outline} from './bars.js';
import {el} from './dom.js';
import {count, number, unitLabel} from './figures.js';
import {duration} from './nice-bins.js';

/**
 * What a histogram shows, as a picture and in words.
 *
 * @typedef {import('./bars.js').Counts} Counts  of times in milliseconds
 * @typedef {{name: string, unit: string, isTime: boolean, scale: {x: 'linear' | 'log', y: 'linear' | 'log'}}} Shown
 */
export const HEIGHT = 168;
/** The lower margin holds the track of the handles, tick labels and the title. */
export const MARGIN = {left: 46, right: 12, top: 24, bottom: 58};
const TRACK = 17;

/**
 * Bars on both axes, those of all events behind those that pass all other cuts, of which those within the limits stand out.
 *
 * @param {Shown} shown
 * @param {any} x the lower axis
 * @param {number} width
 * @param {{full: Counts | null, passing: Counts | null}} counts
 * @param {import('./range-slider.js').Limits} limits
 * @returns {{element: SVGElement, drawn: any}} `drawn`: for bars that follow a brush elsewhere; null if there are none
 */
export function picture(shown, x, width, {full, passing}, limits) {
  const clip = `range-${shown.name}`;
  const low = x.place(Math.max(x.min, Math.min(x.max, limits.low ?? x.min)));
  const high = x.place(Math.max(x.min, Math.min(x.max, limits.high ?? x.max)));
  const g = el('svg:g', {transform: `translate(${MARGIN.left},${MARGIN.top})`});
  const tallest = Math.max(1, ...(passing?.counts ?? []));
  const tallestOfAll = Math.max(1, ...(full?.counts ?? []));
  const shrink = shown.scale.y === 'linear' && tallest * 4 < tallestOfAll ? tallest / tallestOfAll : 1;
  const top = Math.max(tallest, tallestOfAll * shrink);
  const y = shown.scale.y === 'log' ? axis('log', 0.6, top * 1.4, HEIGHT, true) : axis('linear', 0, top * 1.06, HEIGHT, true);
  y.labelled = y.labelled.filter((t) => t.value === 0 || (t.value >= 1 && Number.isInteger(t.value)));
  g.append(leftAxis(y, width, HEIGHT));
  let drawn = null;
  if (full) g.append(el('svg:path', {class: 'bars is-all', d: outline({x, y, counts: full, height: HEIGHT, factor: shrink})}));
  if (passing) {
    const d = outline({x, y, counts: passing, height: HEIGHT});
    const paths = [el('svg:path', {class: 'bars is-passing', d}), el('svg:path', {class: 'bars is-selected', d, 'clip-path': `url(#${clip})`})];
    const range = el('svg:rect', {x: low, width: Math.max(0, high - low), height: HEIGHT});
    drawn = {x, y, paths, range};
    g.append(
      el('svg:clipPath', {id: clip}, range),
      ...paths,
      ...[beyond('under', passing.under, width), beyond('over', passing.over, width)].filter((m) => m !== null));
  }
  g.append(
    lowerAxis(x, width, HEIGHT, TRACK),
    el('svg:text', {class: 'axis-title', x: width, y: HEIGHT + 53, 'text-anchor': 'end'}, title(shown)),
    el('svg:text', {class: 'axis-title', x: -MARGIN.left + 2, y: -11}, perBin(shown, passing) + (shrink < 1 ? ` · grey: all events, × ${number(shrink, 2)}` : '')));
  return {element: g, drawn};
}

/** @param {Shown} shown */
function title({name, unit, isTime}) {
  const said = isTime ? 'UTC' : unitLabel(unit);
  return said ? `${name} [${said}]` : name;
}

/** @param {Shown} shown @param {Counts | null} counts */
function perBin({unit, isTime, scale}, counts) {
  if (!counts || scale.x === 'log') return 'events per bin';
  const wide = counts.edges[1] - counts.edges[0];
  if (isTime) return `events per ${duration(Math.max(1, Math.round(wide)))}`;
  return `events per ${number(wide, 3)} ${unitLabel(unit)}`.trim();
}

/** What lies beyond the axis. @param {Counts | null} full @param {Counts | null} passing */
export function beside(full, passing) {
  if (!passing || !full) return '';
  const parts = [];
  if (passing.under + passing.over > 0) parts.push(`${count(passing.under)} below and ${count(passing.over)} above this axis`);
  if (passing.nulls > 0) parts.push(`${count(passing.nulls)} without a value`);
  return parts.join(' · ');
}

/** What the picture shows, for those who do not see it: at most twelve ranges. @param {string} name @param {Counts} counts @param {(value: number) => string} say */
export function summary(name, counts, say) {
  const every = Math.ceil(counts.counts.length / 12);
  const rows = [];
  for (let i = 0; i < counts.counts.length; i += every) {
    const end = Math.min(i + every, counts.counts.length);
    const n = counts.counts.slice(i, end).reduce((a, b) => a + b, 0);
    rows.push(el('tr', {}, el('td', {}, `${say(counts.edges[i])} to ${say(counts.edges[end])}`), el('td', {}, count(n))));
  }
  return el('table', {}, el('caption', {}, `Events by ${name} that pass all other cuts`),
    el('thead', {}, el('tr', {}, el('th', {scope: 'col'}, 'Range'), el('th', {scope: 'col'}, 'Events'))), el('tbody', {}, ...rows));
}
