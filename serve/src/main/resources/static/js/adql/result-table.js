import {el, fill} from '../dom.js';
import {count, number, unitLabel} from '../figures.js';

/**
 * Rows of an answer, a hundred at a time, sorted by a click on a column.
 *
 * @typedef {import('./tap.js').Column} Column
 */
const PAGE = 100;
const DIGITS = {float32: 7, float64: 10};

export class ResultTable {
  /** @type {Column[]} */
  #columns = [];
  /** @type {unknown[][]} */
  #rows = [];
  /** @type {{column: number, falling: boolean} | null} */
  #sort = null;
  #page = 0;

  constructor() {
    this.scroll = el('div', {class: 'table-scroll answer-rows', tabindex: 0, role: 'group', 'aria-label': 'Rows of the answer'});
    this.pages = el('nav', {class: 'pages', 'aria-label': 'Pages of rows', hidden: true});
    this.element = el('div', {}, this.scroll, this.pages);
  }

  /** @param {Column[]} columns @param {unknown[][]} rows */
  show(columns, rows) {
    this.#columns = columns;
    this.#rows = rows;
    this.#sort = null;
    this.#page = 0;
    this.#draw();
  }

  /** Up, down, as the server gave them. @param {number} column */
  #sortBy(column) {
    const same = this.#sort?.column === column;
    this.#sort = !same ? {column, falling: false} : this.#sort?.falling ? null : {column, falling: true};
    this.#page = 0;
    this.#draw();
    this.scroll.querySelectorAll('thead button')[column]?.focus();
  }

  #sorted() {
    if (!this.#sort) return this.#rows;
    const {column, falling} = this.#sort;
    const sign = falling ? -1 : 1;
    return this.#rows.toSorted((a, b) => {
      const [x, y] = [a[column], b[column]].map(rank);
      if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
      return x < y ? -sign : x > y ? sign : 0;
    });
  }

  #draw() {
    const from = this.#page * PAGE;
    const rows = this.#sorted().slice(from, from + PAGE);
    fill(this.scroll, el('table', {class: 'data is-sample'},
      el('thead', {}, el('tr', {}, ...this.#columns.map((c, i) => this.#head(c, i)))),
      el('tbody', {}, ...rows.map((row) => el('tr', {}, ...row.map((value, i) =>
        el('td', {class: isNumber(this.#columns[i]) ? 'is-number' : null}, cell(value, this.#columns[i]))))))));
    this.pages.hidden = this.#rows.length <= PAGE;
    const last = Math.ceil(this.#rows.length / PAGE) - 1;
    const step = (/** @type {string} */ text, /** @type {number} */ page, /** @type {boolean} */ off) => el('button', {type: 'button', class: 'chip', disabled: off,
      onclick: () => {
        this.#page = page;
        this.#draw();
        this.scroll.scrollTop = 0;
      }}, text);
    fill(this.pages, step('First', 0, this.#page === 0), step('Back', this.#page - 1, this.#page === 0),
      el('span', {role: 'status'}, `rows ${count(from + 1)} to ${count(Math.min(from + PAGE, this.#rows.length))} of ${count(this.#rows.length)}`),
      step('Next', this.#page + 1, this.#page >= last), step('Last', last, this.#page >= last));
  }

  /** @param {Column} c @param {number} i */
  #head(c, i) {
    const mine = this.#sort?.column === i ? this.#sort : null;
    const about = [c.description, c.ucd && `UCD ${c.ucd}`, c.type + (c.shape.length ? '[]' : '')].filter(Boolean).join('\n');
    return el('th', {scope: 'col', class: isNumber(c) ? 'is-number' : null, 'aria-sort': mine ? (mine.falling ? 'descending' : 'ascending') : null},
      el('button', {type: 'button', class: 'sort', title: about, onclick: () => this.#sortBy(i)}, c.name,
        el('span', {class: 'sort-mark', 'aria-hidden': 'true'}, mine ? (mine.falling ? '▼' : '▲') : '')),
      el('span', {class: 'unit'}, c.type === 'timestamp' ? 'UTC' : c.unit ? unitLabel(c.unit) : ''));
  }
}

/** True of columns of single numbers. @param {Column} c */
export const isNumber = (c) => c.shape.length === 0 && /^(u?int|float)/.test(c.type);

/** What is compared: NaN and the infinities come as texts. @param {unknown} value */
function rank(value) {
  if (value === null || value === undefined || value === 'NaN') return null;
  if (value === 'Infinity' || value === '-Infinity') return Number(value);
  return typeof value === 'object' ? JSON.stringify(value, plain) : /** @type {any} */ (value);
}

/** @param {string} _ @param {unknown} value */
const plain = (_, value) => (typeof value === 'bigint' ? String(value) : value);

/** @param {unknown} value @param {Column} column */
function cell(value, column) {
  if (value === null || value === undefined) return el('span', {class: 'none'}, 'null');
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : number(value, DIGITS[/** @type {'float32'} */ (column.type)] ?? 10);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (Array.isArray(value)) return list(value);
  if (typeof value === 'string' && /^https?:\/\/\S+$/.test(value)) return el('a', {href: value}, value);
  return String(value);
}

/** @param {unknown[]} values @returns {string} */
function list(values) {
  const shown = values.slice(0, 4)
    .map((v) => (Array.isArray(v) ? list(v) : typeof v === 'number' ? number(v, 6) : v === null ? 'null' : String(v))).join(', ');
  return values.length > 4 ? `[${shown}, … ${values.length} values]` : `[${shown}]`;
}
