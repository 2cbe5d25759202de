import {address, getJson} from './api.js';
import {countsOf} from './crossfilter.js';
import {scaleOf} from './axis.js';
import {choicePanel} from './choice.js';
import {HistogramPanel} from './histogram.js';
import {moment, number} from './figures.js';
import {format, rangeOf, withClause, without} from './where.js';

/**
 * The panels of cuts: which are open, what they ask of the server, and what their handles do to the selection.
 *
 * @typedef {import('./where.js').Clause} Clause
 * @typedef {{
 *   name: string, type: string, unit: string, ucd: string, description: string, scalar: boolean,
 *   min: number | null, max: number | null, component: string | null, energy: boolean, axis: import('./histogram.js').UsualAxis | null
 * }} ShopColumn
 * @typedef {{
 *   clauses: () => Clause[], change: (clauses: Clause[], done: boolean, active?: string) => void, layout: () => void,
 *   near: (column: string) => void, release: string | null
 * }} Shop  `active`: the column whose brush moves; `near`: a hand comes near its panel
 */
export class Cuts {
  /** @type {Map<string, any>} */
  #panels = new Map();
  /** Histograms of all events, by what was asked. @type {Map<string, any>} */
  #full = new Map();
  #host;
  #base;
  #columns;
  #shop;

  /** @param {HTMLElement} host @param {string} base @param {ShopColumn[]} columns @param {Shop} shop */
  constructor(host, base, columns, shop) {
    this.#host = host;
    this.#base = base;
    this.#columns = new Map(columns.map((c) => [c.name, c]));
    this.#shop = shop;
  }

  /** Names of the open panels, in order. */
  get names() {
    return [...this.#panels.keys()];
  }

  /** True of columns that a panel can cut on. @param {ShopColumn} c */
  static canCut(c) {
    if (!c.scalar || c.type === 'bool' || c.type === 'bytes') return false;
    return c.type === 'string' ? !c.ucd.startsWith('meta.id') : c.min !== null && c.max !== null;
  }

  /** Opens and closes panels until just these are open. @param {string[]} names */
  open(names) {
    const wanted = names.filter((n) => this.#columns.has(n) && Cuts.canCut(/** @type {any} */ (this.#columns.get(n))));
    for (const [name, panel] of this.#panels) {
      if (!wanted.includes(name)) {
        panel.element.remove();
        this.#panels.delete(name);
      }
    }
    for (const name of wanted) if (!this.#panels.has(name)) this.#add(/** @type {any} */ (this.#columns.get(name)));
  }

  /** @param {ShopColumn} c */
  #add(c) {
    const remove = () => {
      this.#panels.get(c.name)?.element.remove();
      this.#panels.delete(c.name);
      this.#shop.change(without(this.#shop.clauses(), c.name), true);
      this.#shop.layout();
    };
    const panel = c.type === 'string'
      ? choicePanel(c, {remove, changed: (values) => this.#set({kind: 'choice', column: c.name, values}, true)})
      : this.#histogram(c, remove);
    this.#panels.set(c.name, panel);
    this.#host.insertBefore(panel.element, this.#host.querySelector('.pair'));
    if (c.type === 'string') this.#values(c.name, panel);
  }

  /** @param {ShopColumn} c @param {() => void} remove */
  #histogram(c, remove) {
    const time = c.type === 'timestamp';
    const min = (c.min ?? 0) / (time ? 1e6 : 1);
    const max = (c.max ?? 0) / (time ? 1e6 : 1);
    const say = (/** @type {number} */ v) => (time ? moment(max - min > 600e3 ? Math.round(v / 1000) * 1000 : v) : number(v, 10));
    return new HistogramPanel({...c, min, max}, {x: scaleOf(c), y: scaleOf(c) === 'log' || c.energy ? 'log' : 'linear'}, {
      remove,
      axis: () => this.#shop.layout(),
      near: () => this.#shop.near(c.name),
      limits: ({low, high}, done) => this.#set({
        kind: 'range', column: c.name,
        low: low === null ? null : {inclusive: true, value: say(low)},
        high: high === null ? null : {inclusive: true, value: say(high)},
      }, done, c.name),
    });
  }

  /** @param {any} clause @param {boolean} done @param {string} [active] */
  #set(clause, done, active) {
    this.#shop.change(withClause(this.#shop.clauses(), clause), done, active);
  }

  /**
   * The histograms as linked views.
   *
   * @param {() => boolean} moving whether a brush is moving
   * @returns {import('./crossfilter.js').LinkedView[]}
   */
  linked(moving) {
    const clauses = this.#shop.clauses();
    return [...this.#panels].filter(([, p]) => p instanceof HistogramPanel).map(([name, panel]) => {
      const range = rangeOf(clauses, name);
      return {
        id: name, cut: range ? format([range]) : '', ...panel.linked,
        show: (view, counts, looked) => {
          const factor = looked.of / looked.rows;
          const shown = countsOf(view, counts, factor, view.edges);
          if (!clauses.length) panel.setFull(shown);
          panel.follow(shown, looked.exact, moving());
        },
      };
    });
  }

  /** Where brushes of a panel stop. @param {string} name @param {number[]} values */
  setStops(name, values) {
    this.#panels.get(name)?.setStops?.(values);
  }

  /** Limits of a panel as numbers. @param {string} name @returns {import('./brush-slices.js').Brush | null} null if there is no such panel */
  brushOf(name) {
    const panel = this.#panels.get(name);
    if (!(panel instanceof HistogramPanel)) return null;
    const range = rangeOf(this.#shop.clauses(), name);
    const {low, high} = panel.limits;
    return {low, high, lowOpen: range?.low ? !range.low.inclusive : false, highOpen: range?.high ? !range.high.inclusive : false};
  }
  /** Puts handles and boxes where the selection has them. */
  place() {
    const clauses = this.#shop.clauses();
    for (const [name, panel] of this.#panels) {
      if (panel instanceof HistogramPanel) {
        const range = rangeOf(clauses, name);
        const read = (/** @type {any} */ bound) => (bound === null || bound === undefined ? null : panel.isTime
          ? Date.parse(bound.value.length > 10 ? bound.value.replace(/Z?$/, 'Z') : bound.value) : Number(bound.value));
        panel.setLimits({low: read(range?.low), high: read(range?.high)});
      } else {
        const choice = clauses.find((c) => c.kind === 'choice' && c.column === name);
        panel.set(choice?.kind === 'choice' ? choice.values : []);
      }
    }
  }

  /** Asks for all histograms anew. @param {AbortSignal} signal */
  async refresh(signal) {
    const panels = [...this.#panels].filter(([, p]) => p instanceof HistogramPanel);
    for (const [, panel] of panels) panel.setLoading();
    await Promise.all(panels.map(async ([name, panel]) => {
      const request = {...panel.request, release: this.#shop.release};
      const where = format(without(this.#shop.clauses(), name));
      const full = await this.#whole(request);
      try {
        const passing = where === '' ? full : await getJson(address(this.#base, 'histogram', {...request, where}), signal);
        panel.setData({full, passing});
      } catch (failure) {
        if (!signal.aborted) panel.setData({full, passing: null});
        throw failure;
      }
    }));
  }

  /** @param {Object<string, unknown>} request */
  #whole(request) {
    const url = address(this.#base, 'histogram', request);
    if (!this.#full.has(url)) {
      const answer = getJson(url);
      answer.catch(() => this.#full.delete(url));
      this.#full.set(url, answer);
    }
    return this.#full.get(url);
  }

  /** @param {string} name @param {any} panel */
  async #values(name, panel) {
    const limit = 2000;
    const {rows} = await getJson(address(this.#base, 'rows', {columns: name, limit, format: 'json', release: this.#shop.release}));
    const counts = d3.rollups(rows, (/** @type {any[]} */ v) => v.length, (/** @type {any[]} */ r) => r[0])
      .filter(([v]) => v !== null).sort((a, b) => b[1] - a[1]).slice(0, 24);
    panel.setValues(counts.map(([value, n]) => ({value, rows: n})), rows.length);
  }
}
