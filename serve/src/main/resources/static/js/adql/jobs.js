import {el, fill} from '../dom.js';
import {seconds} from './history.js';
import {abortJob, deleteJob, jobState, startJob} from './tap.js';

/**
 * Queries that run as jobs on the server and outlive this page. Their addresses are kept in this browser.
 *
 * @typedef {{url: string, query: string, format: string, at: number}} Kept
 */
const KEY = 'herald-adql-jobs';
const WAIT = 10;
const RUNNING = /^(PENDING|QUEUED|EXECUTING|HELD|SUSPENDED|UNKNOWN)$/;
const WORDS = {QUEUED: 'waits for its turn', EXECUTING: 'runs', COMPLETED: 'done', ERROR: 'failed', ABORTED: 'stopped', PENDING: 'not started'};

export class Jobs {
  /** @param {HTMLElement} host @param {string} tap @param {(query: string) => void} take */
  constructor(host, tap, take) {
    this.host = host;
    this.tap = tap;
    this.take = take;
    this.list = el('ul', {class: 'job-list'});
    fill(host, el('h2', {id: 'jobs-title'}, 'Jobs'), el('p', {class: 'soft'}, 'They go on when this page is closed, and are found here again.'), this.list);
    for (const job of this.#kept()) this.#watch(job);
  }

  /** @returns {Kept[]} */
  #kept() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]');
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  }

  /** @param {(all: Kept[]) => Kept[]} change */
  #keep(change) {
    try {
      localStorage.setItem(KEY, JSON.stringify(change(this.#kept()).slice(0, 20)));
    } catch {
      // Storage may be forbidden: then the job is seen for as long as the page.
    }
  }

  /** @param {string} query @param {string} format @param {number} limit */
  async start(query, format, limit) {
    const job = {url: await startJob(this.tap, query, format, limit), query, format, at: Date.now()};
    this.#keep((all) => [job, ...all]);
    this.#watch(job, true);
  }

  /** Follows a job to its end. @param {Kept} job */
  async #watch(job, first = false) {
    const state = el('span', {class: 'job-state', role: 'status'}, 'asks …');
    const actions = el('span', {class: 'chips'});
    const item = el('li', {class: 'job'},
      el('button', {type: 'button', class: 'job-query', title: 'Put this query into the editor', onclick: () => this.take(job.query)}, job.query),
      el('span', {class: 'job-foot'}, state, actions));
    this.list[first ? 'prepend' : 'append'](item);
    this.host.hidden = false;
    const forget = (/** @type {string} */ text) => el('button', {type: 'button', class: 'chip', onclick: async () => {
      await deleteJob(job.url).catch(() => {});
      this.#drop(job, item);
    }}, text);
    let phase = '';
    try {
      do {
        const now = await jobState(job.url, phase ? WAIT : 0, phase);
        phase = now.phase;
        const took = now.ended && now.started ? ` in ${seconds(now.ended - now.started)}` : '';
        item.dataset.phase = phase;
        fill(state, `${WORDS[/** @type {'ERROR'} */ (phase)] ?? phase}${took}${now.message ? `: ${now.message}` : ''}`);
        fill(actions,
          now.result ? el('a', {class: 'chip', href: now.result, download: `answer.${job.format.replace('votable', 'vot')}`}, `Result, ${job.format}`) : '',
          el('a', {class: 'chip', href: job.url}, 'Job'),
          RUNNING.test(phase) ? el('button', {type: 'button', class: 'chip', onclick: () => abortJob(job.url)}, 'Stop') : forget('Delete'));
      } while (RUNNING.test(phase) && item.isConnected);
    } catch (failure) {
      const gone = /** @type {any} */ (failure).status === 404;
      fill(state, gone ? 'The server has forgotten this job.' : String(/** @type {Error} */ (failure).message));
      fill(actions, gone ? el('button', {type: 'button', class: 'chip', onclick: () => this.#drop(job, item)}, 'Forget') : el('a', {class: 'chip', href: job.url}, 'Job'));
    }
  }

  /** @param {Kept} job @param {Element} item */
  #drop(job, item) {
    this.#keep((all) => all.filter((j) => j.url !== job.url));
    item.remove();
    this.host.hidden = this.list.children.length === 0;
  }
}
