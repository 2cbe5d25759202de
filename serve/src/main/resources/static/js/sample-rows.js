import {el, fill} from './dom.js';
import {number, unitLabel} from './figures.js';

/**
 * The first rows of a selection as a table.
 *
 * @param {HTMLElement} host
 * @param {{name: string, unit?: string, description?: string}[]} columns
 * @param {unknown[][]} rows cells in the order of the columns
 */
export function showRows(host, columns, rows) {
  const head = columns.map((c) => el('th', {scope: 'col', title: c.description ?? null}, c.name,
    c.unit ? el('span', {class: 'unit'}, unitLabel(c.unit)) : ''));
  const body = rows.map((row) => el('tr', {}, ...row.map((value) =>
    el('td', {class: typeof value === 'number' ? 'is-number' : null}, cell(value)))));
  fill(host, el('table', {class: 'data is-sample'},
    el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...body)));
}

/** @param {unknown} value */
function cell(value) {
  if (value === null || value === undefined) return el('span', {class: 'none', 'aria-label': 'no value'}, '—');
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : number(value, 8);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? list(value) : String(value);
}

/** @param {unknown[]} values @returns {string} */
function list(values) {
  const shown = values.slice(0, 3)
    .map((v) => (Array.isArray(v) ? list(v) : typeof v === 'number' ? number(v, 4) : v === null ? '–' : String(v))).join(', ');
  return values.length > 3 ? `[${shown}, … ${values.length} values]` : `[${shown}]`;
}

