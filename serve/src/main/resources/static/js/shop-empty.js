import {el, fill} from './dom.js';
import {SelectionText} from './shop-state.js';
import {format} from './where.js';

/** What to do when no event passes. */
export class EmptyNote {
  #host;
  #columns;
  #go;
  /** The last selection that let events pass, for the way back. */
  #lastFull = '';

  /** @param {HTMLElement} host @param {import('./where.js').ColumnForm[]} columns @param {(text: string) => void} go to another selection */
  constructor(host, columns, go) {
    this.#host = host;
    this.#columns = columns;
    this.#go = go;
  }

  /** @param {number} rows that pass @param {string} text */
  show(rows, text) {
    this.#host.hidden = rows > 0;
    if (rows > 0) return void (this.#lastFull = text);
    const before = new Set(this.#clauses(this.#lastFull));
    const culprit = this.#clauses(text).filter((c) => !before.has(c)).join(' and ');
    fill(this.#host,
      el('p', {}, el('strong', {}, 'No event passes.'), ' ', culprit ? el('span', {}, 'What emptied the selection: ', el('code', {}, culprit), '.') : 'The cuts exclude each other.'),
      el('div', {class: 'actions'},
        el('button', {type: 'button', class: 'button is-small', onclick: () => this.#go(this.#lastFull)}, 'Undo the last cut'),
        el('button', {type: 'button', class: 'link', onclick: () => this.#go('')}, 'Take all cuts away')));
  }

  /** @param {string} text */
  #clauses(text) {
    const other = new SelectionText(this.#columns);
    other.setText(text);
    return other.clauses.map((c) => format([c]));
  }
}
