import {binRows, pairRows} from './figure-csv.js';
import {figureMenu} from './figure-file.js';
import {centreOf} from './healpix.js';

/**
 * Menus that hand out the figures of the data shop: one call each, with what the panel shows at that moment.
 *
 * @typedef {{name: string, unit?: string, description?: string, type?: string}} Named
 */

/** @param {HTMLElement} panel @param {() => import('./figure-file.js').Figure} make @param {string} what */
function add(panel, make, what) {
  const chips = panel.querySelector('.chips');
  const last = chips?.querySelector('.is-remove');
  chips?.insertBefore(figureMenu(make, what), last ?? null);
}

/** Times as people write them, numbers as they are. @param {Named} c */
const say = (c) => (/** @type {number} */ edge) => (c.type === 'timestamp' ? new Date(edge / 1e6).toISOString() : edge);

/**
 * @param {HTMLElement} panel
 * @param {() => {column: Named, stage: HTMLElement, full: any, passing: any}} shown counts as the API gives them
 * @param {string} name of the column
 */
export function histogramMenu(panel, shown, name) {
  add(panel, () => {
    const {column, stage, full, passing} = shown();
    const same = full && passing && full.counts.length === passing.counts.length && full.edges[0] === passing.edges[0] ? full : null;
    const unit = column.type === 'timestamp' ? 'UTC' : column.unit;
    return {
      name: `histogram-${column.name}`, stage,
      caption: [`Events by ${column.name}${column.description ? ` (${column.description})` : ''} that pass all other cuts${same ? ', before that of all events' : ''}; dark: those selected.`],
      columns: [{name: `${column.name}_low`, unit}, {name: `${column.name}_high`, unit}, {name: 'events'}, ...(same ? [{name: 'all_events'}] : [])],
      rows: passing ? binRows(passing, same, say(column)) : [],
    };
  }, name);
}

/** @param {HTMLElement} panel @param {() => {x: Named, y: Named, stage: HTMLElement, key: Element | null, pairs: any}} shown */
export function pairMenu(panel, shown) {
  add(panel, () => {
    const {x, y, stage, key, pairs} = shown();
    const [sx, sy] = [say(x), say(y)];
    return {
      name: `${x.name}-${y.name}`, stage, below: [key], caption: [`Events by ${x.name} and ${y.name}.`],
      columns: [x, x, y, y].map((c, i) => ({name: `${c.name}_${i % 2 ? 'high' : 'low'}`, unit: c.type === 'timestamp' ? 'UTC' : c.unit})).concat([{name: 'events', unit: ''}]),
      rows: pairs ? pairRows(pairs).map(([a, b, c, d, n]) => [sx(a), sx(b), sy(c), sy(d), n]) : [],
    };
  }, 'two quantities');
}

/** @param {HTMLElement} panel @param {() => {stage: HTMLElement, key: Element | null, counts: {order: number, cells: number[], counts: number[]} | null}} shown */
export function skyMenu(panel, shown) {
  add(panel, () => {
    const {stage, key, counts} = shown();
    return {
      name: 'sky', stage, below: [key],
      caption: [`Directions of the events, equatorial coordinates (ICRS), right ascension growing to the left, in nested HEALPix cells of order ${counts?.order ?? '?'}.`],
      columns: [{name: 'healpix'}, {name: 'ra', unit: 'deg'}, {name: 'dec', unit: 'deg'}, {name: 'events'}],
      rows: (counts?.cells ?? []).map((cell, i) => {
        const [ra, dec] = centreOf(/** @type {any} */ (counts).order, cell);
        return [cell, Number(ra.toFixed(6)), Number(dec.toFixed(6)), /** @type {any} */ (counts).counts[i]];
      }),
    };
  }, 'the sky');
}
