import {bytes, count, duration} from '../figures.js';
import {el, fill} from '../dom.js';
import {quoted} from './check.js';

/**
 * What a query will read, give and take, and what to know of it, before it runs.
 *
 * @typedef {{code: string, detail: string, help?: string}} Told
 * @typedef {{table: string, of: number | null, rows: number | null, bytes: number, columns: number}} Read
 * @typedef {{rows: {exact: number | null, most: number | null, maxrec: number, given: number}, reads: {rows: number, bytes: number, tables: Read[]},
 *   firstRow: number, formats: Record<string, {bytes: number, seconds: number}>, queue: {ahead: number}, granted: boolean,
 *   refusals: Told[], advice: Told[]}} Estimate
 */
const PAUSE = 400;

export class Forecast {
  /** @type {AbortController | null} */
  #running = null;
  #timer = 0;
  #query = '';
  /** @type {Estimate | null} */
  #known = null;

  /**
   * @param {HTMLElement} host
   * @param {{formats: string[], maxRows: number, job: (query: string, format: string) => Promise<void>}} service
   */
  constructor(host, service) {
    this.host = host;
    this.service = service;
    this.reads = el('p', {id: 'forecast-reads'});
    this.gives = el('p', {id: 'forecast-gives'});
    this.advice = el('ul', {class: 'forecast-advice', id: 'forecast-advice', hidden: true});
    this.format = el('select', {'aria-label': 'Format of the whole answer', id: 'forecast-format', onchange: () => this.#size()},
      ...service.formats.map((f) => el('option', {value: f}, f)));
    this.size = el('span', {class: 'soft', id: 'forecast-size'});
    this.job = el('button', {type: 'button', class: 'button is-quiet is-small', id: 'forecast-job', onclick: () => this.#asJob()}, 'Run as a job');
    fill(host, el('h2', {class: 'forecast-title', id: 'forecast-title'}, 'Before it runs'), el('div', {role: 'status'}, this.reads, this.gives, this.advice),
      el('div', {class: 'forecast-take'}, el('span', {}, 'The whole answer as'), this.format, this.size, this.job));
  }

  /** Asks of a query without mistakes, once nothing was typed for a moment; null for none. @param {string | null} query */
  of(query) {
    clearTimeout(this.#timer);
    this.#running?.abort();
    if (!query) {
      this.host.hidden = true;
      this.#query = '';
      return;
    }
    if (query === this.#query) return;
    this.#timer = setTimeout(() => this.#ask(query), PAUSE);
  }

  /** @param {string} query */
  async #ask(query) {
    const mine = (this.#running = new AbortController());
    try {
      const answer = await fetch('/api/v1/adql/estimate', {method: 'POST', signal: mine.signal,
        headers: {'content-type': 'application/json', accept: 'application/json'}, body: JSON.stringify({query, maxrec: this.service.maxRows})});
      const told = await answer.json();
      this.#query = query;
      if (answer.ok) this.#show(told);
      else this.#refused(told);
    } catch (failure) {
      if (!mine.signal.aborted) this.host.hidden = true;
      if (!(failure instanceof TypeError || failure instanceof DOMException)) throw failure;
    }
  }

  /** @param {Estimate} known */
  #show(known) {
    this.#known = known;
    this.host.hidden = false;
    const tables = known.reads.tables;
    fill(this.reads, tables.length
      ? el('span', {}, 'Reads ', ...tables.flatMap((t, i) => [i ? (i === tables.length - 1 ? ' and ' : ', ') : '', ...this.#read(t)]), known.reads.bytes ? ` · ${bytes(known.reads.bytes)}` : '')
      : 'Reads no table');
    fill(this.gives, 'Gives ', el('strong', {}, rows(known.rows)), ` · the first after ${duration(known.firstRow)}`,
      known.queue.ahead ? ` · ${count(known.queue.ahead)} ${known.queue.ahead === 1 ? 'job' : 'jobs'} ahead of a job` : '');
    const all = [...known.refusals.map((one) => this.#line(one, 'is-refusal')), ...known.advice.map((one) => this.#line(one, 'is-advice'))];
    this.advice.hidden = all.length === 0;
    fill(this.advice, ...all);
    this.job.disabled = !known.granted;
    this.#size();
  }

  /** @param {Read} t */
  #read(t) {
    const most = t.rows === null ? 'an unknown number of' : t.rows === t.of ? (t.of === 1 ? 'the' : `all ${count(t.rows)}`) : count(t.rows);
    return [`${most} ${t.rows === 1 ? 'row' : 'rows'} of `, el('code', {}, t.table),
      t.columns ? ` (${t.columns} ${t.columns === 1 ? 'column' : 'columns'})` : ''];
  }

  /** What a check passes may still be refused: values, or access. @param {Told} problem */
  #refused(problem) {
    this.#known = null;
    this.host.hidden = false;
    fill(this.reads);
    fill(this.gives);
    fill(this.size);
    this.job.disabled = true;
    this.advice.hidden = false;
    fill(this.advice, this.#line(problem, 'is-refusal'));
  }

  /** @param {Told} told @param {string} kind */
  #line(told, kind) {
    return el('li', {class: kind}, ...quoted(sentence(told.detail)), '. ', told.help ? el('span', {class: 'soft'}, ...quoted(sentence(told.help)), '.') : '');
  }

  #size() {
    const name = {vot: 'votable'}[this.format.value] ?? this.format.value;
    const size = this.#known?.formats[name];
    fill(this.size, size ? `about ${bytes(size.bytes)}, ${duration(size.seconds)}` : '');
  }

  async #asJob() {
    this.job.disabled = true;
    try {
      await this.service.job(this.#query, this.format.value);
    } finally {
      this.job.disabled = false;
    }
  }
}

/** @param {Estimate['rows']} rows */
function rows({exact, most}) {
  if (exact !== null) return `${count(exact)} ${exact === 1 ? 'row' : 'rows'}`;
  if (most === null) return 'an unknown number of rows';
  return most === 1 ? 'at most one row' : `at most ${count(most)} rows`;
}

/** @param {string} text */
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
