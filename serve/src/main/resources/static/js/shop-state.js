import {format, parse} from './where.js';

/**
 * What the shop shows, kept in the address: `where`, `columns`, `release`, `format` with its choices, and which figures are open
 * (`show`, `pair`), and what the visitor calls this view (`view`).
 *
 * @typedef {import('./where.js').Clause} Clause
 * @typedef {{where: string, columns: string[], release: string | null, format: string, choices: Object<string, string>, show: string[] | null, pair: string[] | null, view: string | null}} Address
 */

/** Without the format's choices, which the page knows. @param {string} search @returns {Address} */
export function readAddress(search) {
  const q = new URLSearchParams(search);
  const list = (/** @type {string} */ name) => q.getAll(name).flatMap((v) => v.split(',')).filter((v) => v !== '');
  return {
    where: q.get('where') ?? '', columns: list('columns'), release: q.get('release'), format: q.get('format') ?? 'csv', choices: {},
    show: q.has('show') ? list('show') : null, pair: q.has('pair') ? list('pair') : null, view: q.get('view'),
  };
}

/** @param {Address} a */
export function writeAddress(a) {
  const q = new URLSearchParams();
  if (a.where) q.set('where', a.where);
  if (a.columns.length) q.set('columns', a.columns.join(','));
  if (a.release) q.set('release', a.release);
  if (a.format !== 'csv') q.set('format', a.format);
  for (const [name, value] of Object.entries(a.choices)) q.set(name, value);
  if (a.show) q.set('show', a.show.join(','));
  if (a.pair) q.set('pair', a.pair.join(','));
  if (a.view) q.set('view', a.view);
  const text = q.toString().replaceAll('%2C', ',');
  return location.pathname + (text ? '?' + text : '');
}

/** A selection, as text and as clauses, whichever was changed last. */
export class SelectionText {
  /** @type {Clause[]} */
  clauses = [];
  text = '';
  #columns;

  /** @param {import('./where.js').ColumnForm[]} columns */
  constructor(columns) {
    this.#columns = columns;
  }

  /** @param {string} text */
  setText(text) {
    this.text = text.trim();
    this.clauses = parse(this.text, this.#columns);
  }

  /** @param {Clause[]} clauses */
  setClauses(clauses) {
    this.clauses = clauses;
    this.text = format(clauses);
  }
}
