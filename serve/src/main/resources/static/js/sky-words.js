import {el} from './dom.js';
import {count, number} from './figures.js';

/**
 * What a map of the sky shows, in words.
 *
 * @typedef {import('./sky-cells.js').SkyCells} SkyCells
 * @typedef {import('./sky-view.js').SkyView} SkyView
 */

/** @param {SkyCells} cells @param {SkyView} view @param {boolean} exact @param {boolean} lasso */
export function skyNote(cells, view, exact, lasso) {
  const {width, height} = view.frame;
  const where = view.isWhole ? '' : ` · a field of ${number(width * view.degreesPerPixel, 2)}° × ${number(height * view.degreesPerPixel, 2)}° around RA ${number(view.raDeg, 4)}°, Dec ${number(view.decDeg, 3)}°`;
  return `${exact ? '' : '≈ '}${count(cells.total)} events in ${count(cells.counts.cells.length)} cells${where}`
    + (cells.counts.nulls ? ` · ${count(cells.counts.nulls)} without a direction` : '') + ` · dashed: galactic plane · drag ${lasso ? 'around what to select' : 'to draw a cone'}`
    + (view.isWhole ? '' : ', with Shift to move');
}

/** Events by part of the sky, for those who do not see it. @param {SkyCells} cells */
export function skyTable(cells) {
  const bands = [0, 0, 0];
  cells.counts.cells.forEach((cell, i) => (bands[bandOf(cells.order, cell)] += cells.counts.counts[i]));
  return el('table', {}, el('caption', {}, 'Selected events by HEALPix base region'),
    el('thead', {}, el('tr', {}, el('th', {scope: 'col'}, 'Part of the sky'), el('th', {scope: 'col'}, 'Events'))),
    el('tbody', {}, ...['north cap', 'equatorial belt', 'south cap'].map((name, i) =>
      el('tr', {}, el('td', {}, name), el('td', {}, count(bands[i]))))));
}

/** 0 north, 1 belt, 2 south: by base cell. @param {number} order @param {number} cell */
const bandOf = (order, cell) => Math.floor(cell / 4 ** order / 4);
