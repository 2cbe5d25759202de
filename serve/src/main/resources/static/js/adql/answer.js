import {bytes, count} from '../figures.js';
import {el, fill} from '../dom.js';
import {quoted} from './check.js';
import {seconds} from './history.js';
import {QuickPlot} from './quick-plot.js';
import {ResultTable} from './result-table.js';
import {SampClient, SampProblem} from './samp.js';
import {syncUrl} from './tap.js';

/**
 * What a query gave: how many rows, ways to take them along, the rows, a plot.
 *
 * @typedef {{tap: string, formats: string[], maxRows: number}} Service
 */
export class AnswerView {
  /** @type {SampClient | null} */
  #samp = null;
  #query = '';

  /** @param {HTMLElement} host @param {Service} service */
  constructor(host, service) {
    this.host = host;
    this.service = service;
    this.told = el('p', {class: 'answer-count', id: 'answer-told', role: 'status'});
    this.cut = el('p', {class: 'empty', hidden: true});
    this.format = el('select', {id: 'take-format', 'aria-label': 'Format of the file', onchange: () => this.#link()},
      ...service.formats.map((f) => el('option', {value: f}, f)));
    this.download = el('a', {class: 'button is-small', id: 'download'}, 'Download all rows');
    this.send = el('button', {type: 'button', class: 'button is-quiet is-small', id: 'samp', 'aria-expanded': 'false', onclick: () => this.#sampOpen()}, 'Send to TOPCAT, Aladin …');
    this.takers = el('div', {class: 'takers', role: 'status', hidden: true});
    this.table = new ResultTable();
    this.plot = new QuickPlot();
    this.problem = el('div', {class: 'problem', role: 'alert', hidden: true});
    this.body = el('div', {class: 'answer-body'},
      el('div', {class: 'panel answer-head'}, this.told,
        el('div', {class: 'answer-take'}, this.format, this.download, this.send), this.takers),
      this.cut, this.table.element, this.plot.element);
    fill(host, el('h2', {id: 'answer-title', class: 'hidden-visually'}, 'Answer'), this.problem, this.body);
    addEventListener('pagehide', () => void this.#samp?.unregister().catch(() => {}));
  }

  /** Rows of before are dimmed while the next are fetched. */
  loading() {
    this.problem.hidden = true;
    this.host.classList.add('is-loading');
  }

  stopped() {
    this.host.classList.remove('is-loading');
  }

  /** @param {string} query @param {import('./tap.js').Answer} answer @param {number} ms @param {number} limit */
  show(query, answer, ms, limit) {
    this.#query = query;
    this.stopped();
    this.host.hidden = false;
    this.problem.hidden = true;
    this.body.hidden = false;
    const n = answer.rows.length;
    fill(this.told, el('strong', {}, count(n)), ` ${n === 1 ? 'row' : 'rows'}${answer.more ? ', and there are more' : ''}`,
      el('span', {class: 'soft'}, ` · ${answer.columns.length} ${answer.columns.length === 1 ? 'column' : 'columns'} · ${bytes(answer.bytes)} in ${seconds(ms)}`));
    this.cut.hidden = !answer.more && n > 0;
    fill(this.cut, answer.more
      ? `Only the first ${count(limit)} rows are shown; the query gives more. Raise the limit beside Run, or download all rows: the file has them.`
      : 'No row passes. The columns below are those that the answer would have.');
    this.table.show(answer.columns, answer.rows);
    this.plot.show(answer.columns, answer.rows);
    this.#link();
    this.#sampClose();
  }

  /** @param {import('./tap.js').TapProblem} problem @param {() => void} retry */
  fail(problem, retry) {
    this.stopped();
    this.host.hidden = false;
    this.problem.hidden = false;
    this.body.hidden = true;
    fill(this.problem, el('p', {class: 'problem-message'}, ...quoted(problem.message)),
      problem.detail ? el('pre', {class: 'problem-place', tabindex: 0}, problem.detail.trim()) : '',
      problem.status === 0 || problem.status >= 500 ? el('button', {type: 'button', class: 'button is-small', onclick: retry}, 'Try again') : '');
  }

  /** @param {string} format */
  #url(format) {
    return syncUrl(this.service.tap, {RESPONSEFORMAT: format, MAXREC: String(this.service.maxRows), QUERY: this.#query});
  }

  #link() {
    this.download.href = this.#url(this.format.value);
    this.download.download = `answer.${extension(this.format.value)}`;
  }

  #sampClose() {
    this.takers.hidden = true;
    this.send.setAttribute('aria-expanded', 'false');
  }

  async #sampOpen() {
    this.takers.hidden = false;
    this.send.setAttribute('aria-expanded', 'true');
    fill(this.takers, el('p', {class: 'soft'}, 'Looks for programs … The SAMP hub may ask you to allow it.'));
    try {
      const all = await this.#reach();
      fill(this.takers, ...(all.length
        ? [el('span', {class: 'soft'}, 'Send to '), ...all.map((c) => el('button', {type: 'button', class: 'chip', onclick: () => this.#sampSend(c)}, c.name))]
        : [el('p', {}, 'A SAMP hub is running, but no program that takes tables.')]));
    } catch (failure) {
      if (!(failure instanceof SampProblem)) throw failure;
      fill(this.takers, el('p', {}, failure.message));
    }
  }

  /** Who takes tables. A hub that was started anew knows us no more: then once again. */
  async #reach() {
    if (this.#samp) {
      try {
        return await this.#samp.takers();
      } catch {
        this.#samp = null;
      }
    }
    this.#samp = await SampClient.register(new URL('/img/mark.svg', location.href).href);
    return this.#samp.takers();
  }

  /** @param {{id: string, name: string}} taker */
  async #sampSend(taker) {
    try {
      await this.#samp?.send(taker.id, new URL(this.#url('votable'), location.href).href, 'Herald: ' + this.#query.replace(/\s+/g, ' ').slice(0, 60));
      fill(this.takers, el('p', {class: 'good'}, `Sent to ${taker.name}, all rows.`));
    } catch (failure) {
      fill(this.takers, el('p', {}, /** @type {Error} */ (failure).message));
    }
  }
}

/** @param {string} format */
const extension = (format) => ({hdf5: 'h5', votable: 'vot', rntuple: 'rntuple.root', text: 'txt'})[format] ?? format.replace(/\W.*/, '');
