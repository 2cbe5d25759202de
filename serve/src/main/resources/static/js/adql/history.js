import {el, fill} from '../dom.js';
import {count} from '../figures.js';

/**
 * Queries that were run in this browser, newest first.
 *
 * @typedef {{query: string, at: number, rows: number, more: boolean, ms: number}} Run
 */
const KEY = 'herald-adql-history';
const MOST = 60;

/** @returns {Run[]} */
function kept() {
  try {
    const runs = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(runs) ? runs : [];
  } catch {
    return [];
  }
}

/** @param {Run[]} runs */
function keep(runs) {
  try {
    localStorage.setItem(KEY, JSON.stringify(runs));
  } catch {
    // Storage may be forbidden or full: then the page forgets.
  }
}

export class History {
  /** @param {HTMLElement} host @param {(query: string) => void} take */
  constructor(host, take) {
    this.host = host;
    this.take = take;
    this.#show();
  }

  /** The same query again takes the place of its last run. @param {Run} run */
  add(run) {
    keep([run, ...kept().filter((r) => r.query !== run.query)].slice(0, MOST));
    this.#show();
  }

  #show() {
    const runs = kept();
    if (!runs.length) {
      fill(this.host, el('p', {class: 'soft'}, 'Queries that you run are kept here, in this browser alone.'));
      return;
    }
    const time = new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium', timeStyle: 'short'});
    fill(this.host,
      el('ul', {class: 'queries'}, ...runs.map((run) => el('li', {}, el('button', {type: 'button', onclick: () => this.take(run.query)},
        el('span', {class: 'queries-text'}, run.query),
        el('span', {class: 'queries-about'}, `${time.format(run.at)} · ${run.more ? 'first ' : ''}${count(run.rows)} rows · ${seconds(run.ms)}`))))),
      el('button', {type: 'button', class: 'link', onclick: () => {
        keep([]);
        this.#show();
      }}, 'Clear the history'));
  }
}

/** Milliseconds for people. @param {number} ms */
export const seconds = (ms) => (ms < 10_000 ? `${(ms / 1000).toFixed(2)}\u2009s` : ms < 120_000 ? `${Math.round(ms / 1000)}\u2009s` : `${Math.round(ms / 60_000)}\u2009min`);
