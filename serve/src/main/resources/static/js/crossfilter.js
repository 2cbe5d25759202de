import {ApiProblem, address} from './api.js';
import {histogramOf, slicesOf} from './brush-slices.js';
import {readCubes} from './cube-file.js';
import {Cube} from './cube.js';

/**
 * Linked views: cubes of the view that is being brushed, kept by what the other views select, and what a brush shows by them.
 * No brush asks the server; cubes are asked for when a hand comes near a view.
 *
 * @typedef {import('./brush-slices.js').Brush} Brush
 * @typedef {{rows: number, of: number, sampled: boolean, exact: boolean}} Looked  `exact` is false of samples, and of whole cells of the sky
 * @typedef {{
 *   id: string, cut: string, active: Object<string, unknown> | null, linked: Object<string, unknown> | null,
 *   show: (view: any, counts: Float64Array, looked: Looked) => void
 * }} LinkedView  `active`, `linked`: as the server is asked; null if it cannot be
 * @typedef {{file: import('./cube-file.js').CubeFile, ids: string[], cube: (view: number) => Cube, sampled: boolean}} CubeSet  cube 0 is of all rows alike
 * @typedef {{inside: (size: number) => [number, number][], exact: boolean}} Places  ranges of places on the axis of a view that has no limits
 */
const KEPT = 10;
/** A hand that only passes a view asks for no more than its sample. */
const BEFORE_EXACT = 350;

export class Crossfilter {
  #base;
  #state;
  #big;
  /** @type {Map<string, CubeSet>} */
  #sets = new Map();
  /** @type {{key: string, control: AbortController, done: Promise<void>} | null} */
  #coming = null;
  /** Stops what is fetched ahead. @type {AbortController | null} */
  #later = null;

  /**
   * @param {string} base address of the table
   * @param {(active: string) => {views: LinkedView[], where: string, release: string | null, more?: Object<string, unknown>}} state as it is now, for a brush of this view; `more` is asked, too
   * @param {boolean} big the table has so many rows that a sample is looked at first
   */
  constructor(base, state, big) {
    this.#base = base;
    this.#state = state;
    this.#big = big;
  }

  /** @param {string} id @param {boolean} stops whether limits that are no values of the grid matter */
  #question(id, stops = false) {
    const {views, where, release, more = {}} = this.#state(id);
    const active = views.find((v) => v.id === id);
    if (!active?.active) return null;
    const others = views.filter((v) => v.id !== id && v.linked && !(id === '#sky' && v.id === '#pair'));
    const {stops: limits, ...plain} = active.active;
    const ask = {
      active: {...plain, ...(stops ? {stops: limits} : {})}, views: others.map((v) => ({...v.linked, ...(v.cut ? {cut: v.cut} : {})})),
      where: [where, ...views.filter((v) => v.id !== id && !others.includes(v) && v.cut).map((v) => v.cut)].filter(Boolean).join(' and '), release, more,
    };
    return {ask, key: JSON.stringify([plain, ask.views, ask.where, more]), ids: others.map((v) => v.id)};
  }

  /** Cubes for a brush of this view, as soon as they can be had; those of a sample first. @param {string} id */
  async prepare(id, again = false) {
    const question = this.#question(id, true);
    if (!question) return;
    const {key, ask, ids} = question;
    const known = this.#sets.get(key);
    if (known && !known.sampled && !again) return;
    if (this.#coming?.key === key && !again) return this.#coming.done;
    this.#coming?.control.abort();
    this.#later?.abort();
    const control = new AbortController();
    const done = (async () => {
      try {
        if (this.#big && (!known || again)) this.#keep(key, await this.#fetch({...ask, sampled: true}, ids, control.signal));
        if (this.#sets.get(key)?.sampled) await pause(BEFORE_EXACT, control.signal);
        if (!this.#big || this.#sets.get(key)?.sampled || again) this.#keep(key, await this.#fetch(ask, ids, control.signal));
      } catch (failure) {
        pardoned(failure, control.signal); // without cubes a brush asks the server as it goes
      } finally {
        if (this.#coming?.control === control) this.#coming = null;
      }
      if (this.#big && !control.signal.aborted) this.#ahead(id);
    })();
    this.#coming = {key, control, done};
    return done;
  }

  /** Samples for brushes of the other views, so that a switch to them needs no waiting. @param {string} id */
  async #ahead(id) {
    const control = (this.#later = new AbortController());
    try {
      for (const other of this.#state(id).views) {
        await pause(BEFORE_EXACT, control.signal);
        const question = other.id === id ? null : this.#question(other.id, true);
        if (!question || this.#sets.has(question.key)) continue;
        const set = await this.#fetch({...question.ask, sampled: true}, question.ids, control.signal);
        if (!this.#sets.has(question.key)) this.#keep(question.key, set);
      }
    } catch (failure) {
      pardoned(failure, control.signal);
    }
  }

  /** @param {Object<string, unknown>} ask @param {string[]} ids @param {AbortSignal} signal @returns {Promise<CubeSet>} */
  async #fetch(ask, ids, signal) {
    const {release, where, sampled, more, ...views} = /** @type {any} */ (ask);
    const url = address(this.#base, 'cubes', {
      active: JSON.stringify(views.active), views: JSON.stringify(views.views), where, sampled, release, ...more});
    const response = url.length < 6000 ? await fetch(url, {signal, headers: {accept: 'application/vnd.herald.cubes'}})
      : await fetch(`${this.#base}/cubes`, {method: 'POST', signal, body: JSON.stringify({...views, where, ...more, ...(sampled ? {sampled} : {}), ...(release ? {release} : {})}),
        headers: {accept: 'application/vnd.herald.cubes', 'content-type': 'application/json'}});
    if (!response.ok) throw new ApiProblem(response.status, await response.json().catch(() => ({})));
    const file = readCubes(await response.arrayBuffer());
    /** @type {Cube[]} */
    const cubes = [];
    return {file, ids, cube: (i) => (cubes[i] ??= new Cube(file.counts[i], file.views[i].size)), sampled: file.rows < file.of};
  }

  /** @param {string} key @param {CubeSet} set */
  #keep(key, set) {
    this.#sets.delete(key);
    this.#sets.set(key, set);
    for (const eldest of [...this.#sets.keys()].slice(0, Math.max(0, this.#sets.size - KEPT))) this.#sets.delete(eldest);
    this.onready?.(key);
  }

  /** Called when cubes have come. @type {((key: string) => void) | undefined} */
  onready;

  /** Cubes that are there for a brush of this view. @param {string} id */
  ready(id) {
    const question = this.#question(id);
    return question ? this.#sets.get(question.key) ?? null : null;
  }

  /**
   * Shows what a brush of a view selects, in all other views.
   *
   * @param {string} id
   * @param {Brush | Places} brush
   * @param {boolean} [own] the view itself is drawn anew, too
   * @param {boolean} [about] limits between slices may be taken for the nearest
   * @returns {{rows: number, looked: Looked} | null} null if the cubes for it are not there
   */
  brush(id, brush, own = false, about = false) {
    const set = this.ready(id);
    if (!set) return null;
    const {active} = set.file;
    const places = 'inside' in brush ? brush : null;
    const known = places ? places.inside(active.size) : active.kind === 'slices' ? slicesOf(active.values, brush) : null;
    const ranges = known ?? (about && !places && active.kind === 'slices' ? slicesOf(active.values, brush, true) : null);
    if (!ranges) return null;
    const looked = {rows: set.file.rows, of: set.file.of, sampled: set.sampled, exact: !set.sampled && known !== null && (places?.exact ?? true)};
    const {views} = this.#state(id);
    const one = new Float64Array(1);
    for (const [from, to] of ranges) set.cube(0).between(from, to, one);
    set.ids.forEach((other, i) => {
      const counts = new Float64Array(set.file.views[i + 1].size);
      for (const [from, to] of ranges) set.cube(i + 1).between(from, to, counts);
      views.find((v) => v.id === other)?.show(set.file.views[i + 1], counts, looked);
    });
    if (own) this.#own(id, set, looked);
    return {rows: one[0], looked};
  }

  /** Draws a view by its own cubes: what passes all other cuts. @param {string} id */
  showOwn(id) {
    const set = this.ready(id);
    if (set) this.#own(id, set, {rows: set.file.rows, of: set.file.of, sampled: set.sampled, exact: !set.sampled});
  }

  /** @param {string} id @param {CubeSet} set @param {Looked} looked */
  #own(id, set, looked) {
    const {active, counts} = set.file;
    const view = this.#state(id).views.find((v) => v.id === id);
    if (active.kind === 'slices') view?.show({...active, kind: 'slices'}, Float64Array.from(counts[0]), looked);
    else if (active.kind === 'sky' || active.kind === 'pair') view?.show(active, Float64Array.from(counts[0]), looked);
  }
}

/** What was stopped, refused or did not answer is no fault of the page. @param {unknown} failure @param {AbortSignal} signal */
function pardoned(failure, signal) {
  if (!signal.aborted && !(failure instanceof ApiProblem) && !(failure instanceof TypeError)) throw failure;
}

/** @param {number} ms @param {AbortSignal} signal which ends it by an AbortError */
const pause = (ms, signal) => new Promise((done, stopped) => {
  const timer = setTimeout(done, ms);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    stopped(signal.reason);
  });
});

/**
 * Counts of a histogram out of those of a cube: below, bins, above, none; of slices, in the bins of the panel.
 *
 * @param {any} view
 * @param {Float64Array} counts
 * @param {number} factor rows that one row of a sample stands for
 * @param {number[]} edges of the panel, for slices
 */
export function countsOf(view, counts, factor, edges) {
  if (view.kind === 'slices') {
    const h = histogramOf(view.values, counts, edges);
    return {...h, counts: h.counts.map((n) => n * factor), under: h.under * factor, over: h.over * factor, nulls: h.nulls * factor};
  }
  const bins = view.edges.length - 1;
  const times = (/** @type {number} */ n) => n * factor;
  return {
    edges: view.edges, counts: Array.from(counts.subarray(1, bins + 1), times),
    under: times(counts[0]), over: times(counts[bins + 1]), nulls: times(counts[bins + 2]),
  };
}
