import {BrushHand} from './brush-hand.js';
import {countsOf, Crossfilter} from './crossfilter.js';
import {count, moment} from './figures.js';
import {cellsWithin} from './healpix.js';
import {HistogramPanel} from './histogram.js';
import {cellsInside} from './sky-polygon.js';
import {format, rangeOf, regionOf, withClause} from './where.js';

/**
 * Time line and sky of the events of all collections: a brush on one moves the other, by cubes of all tables added up.
 *
 * @typedef {{
 *   base: string, most: number, looked: HTMLElement, time: {min: number, max: number, axis: import('./histogram.js').UsualAxis},
 *   clauses: () => import('./where.js').Clause[], collections: () => string, sky: import('./sky-map.js').SkyMap, tally: import('./tally.js').Tally,
 *   of: () => number, change: (clauses: import('./where.js').Clause[], done: boolean) => void, refresh: () => void
 * }} Page  `of`: events of the collections asked;
 *     `most`: of all collections
 */
const TIME = 'time';
const SKY = '#sky';
/** Of so many events samples are looked at first. */
const BIG = 4_000_000;

export class EventViews {
  active = TIME;
  moving = false;
  #page;
  #crossfilter;
  /** What cubes that come are for, at rest. */
  #onrest = () => {};

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
    this.isBig = page.most > BIG;
    const {min, max} = page.time;
    this.panel = new HistogramPanel(
      {name: TIME, type: 'timestamp', unit: '', description: 'Time of the events, UTC', ...page.time}, {x: 'linear', y: 'linear'}, {
        remove: () => {},
        axis: () => page.refresh(),
        near: () => this.near(TIME),
        limits: ({low, high}, done) => {
          const say = (/** @type {number} */ v) => moment(max - min > 600e3 ? Math.round(v / 1000) * 1000 : v);
          const bound = (/** @type {number | null} */ v) => (v === null ? null : {inclusive: true, value: say(v)});
          this.brush(TIME, done, () => page.change(withClause(page.clauses(), {kind: 'range', column: TIME, low: bound(low), high: bound(high)}), done));
        },
      });
    this.panel.element.querySelector('.is-remove')?.remove();
    this.#crossfilter = new Crossfilter(page.base, () => this.#state(), this.isBig);
    this.hand = new BrushHand(this.#crossfilter, this);
    this.#crossfilter.onready = () => {
      this.#stops();
      if (this.moving) this.follow();
      else this.#onrest();
    };
    let timer = 0;
    page.sky.element.addEventListener('pointerenter', () => (timer = setTimeout(() => this.near(SKY), 120)));
    page.sky.element.addEventListener('pointerleave', () => clearTimeout(timer));
  }

  #state() {
    const clauses = this.#page.clauses();
    const [range, region] = [rangeOf(clauses, TIME), regionOf(clauses)];
    const [min, max] = this.panel.domain;
    const {linked, active} = this.panel.linked;
    const {sky} = this.#page;
    /** @type {import('./crossfilter.js').LinkedView[]} */
    const views = [
      {id: TIME, cut: range ? format([range]) : '', active: {min, max, ...active}, linked: {min, max, ...linked}, show: (view, counts, looked) => {
        const shown = countsOf(view, counts, 1, view.edges);
        if (!clauses.length) this.panel.setFull(shown);
        this.panel.follow(shown, looked.exact, this.moving);
      }},
      {id: SKY, cut: region ? format([region]) : '', active: sky.active, linked: sky.linked,
        show: (view, counts, looked) => sky.follow(view.order, counts, 1, looked.exact, this.moving)}];
    const where = format(clauses.filter((c) => c !== range && c !== region));
    return {views, where, release: null, more: {collections: this.#page.collections()}};
  }

  /** A hand comes near a view: its cubes are fetched. @param {string} id */
  near(id) {
    if (this.moving || document.hidden) return;
    this.#stops();
    this.#crossfilter.prepare(id).then(() => this.#stops());
  }

  #stops() {
    const file = this.#crossfilter.ready(TIME)?.file;
    if (file?.active.kind === 'slices') this.panel.setStops(file.active.values);
  }

  /** A brush moves, or is let go. @param {string} id @param {boolean} done @param {() => void} act changes the selection */
  brush(id, done, act) {
    this.active = id;
    this.moving = !done;
    if (done) this.hand.stop();
    act();
    if (done) this.follow();
  }

  #brushOf() {
    const clauses = this.#page.clauses();
    if (this.active === TIME) {
      const range = rangeOf(clauses, TIME);
      return {...this.panel.limits, lowOpen: range?.low?.inclusive === false, highOpen: range?.high?.inclusive === false};
    }
    const region = regionOf(clauses);
    return {exact: false, inside: (/** @type {number} */ size) => {
      const order = Math.round(Math.log2((size - 1) / 12) / 2);
      return /** @type {[number, number][]} */ (!region ? [[0, size]]
        : region.kind === 'cone' ? cellsWithin(order, region) : cellsInside(order, region.corners));
    }};
  }

  /** Shows by cubes what the active brush selects; false if they are not there. */
  follow() {
    const shown = this.#crossfilter.brush(this.active, this.#brushOf(), false, this.moving);
    if (!shown) return false;
    this.#page.tally.follow(shown.rows, this.#page.of() || shown.looked.of, shown.looked.exact);
    this.#tell(shown.looked);
    return true;
  }

  /** Puts the handles where the selection has them. */
  place() {
    const range = rangeOf(this.#page.clauses(), TIME);
    const read = (/** @type {import('./where.js').Bound | null | undefined} */ bound) => (bound
      ? Date.parse(bound.value.length > 10 ? bound.value.replace(/Z?$/, 'Z') : bound.value) : null);
    this.panel.setLimits({low: read(range?.low), high: read(range?.high)});
  }

  /** @param {import('./crossfilter.js').Looked | null} looked */
  #tell(looked) {
    const text = !looked || looked.exact ? '' : looked.sampled
      ? `≈ first look at samples of large tables: ${count(looked.rows)} of ${count(looked.of)} events; exact counts replace it.`
      : '≈ whole cells of the sky while the selection moves; exact counts follow.';
    this.#page.looked.hidden = text === '';
    if (this.#page.looked.textContent !== text) this.#page.looked.textContent = text;
  }

  /**
   * At rest, the time line of what passes all other cuts; of many events the sky, too, both by samples first.
   *
   * @returns {Promise<boolean>} whether the sky is shown
   */
  async rest() {
    this.panel.setLoading();
    this.active = TIME;
    const asked = format(this.#page.clauses());
    const still = () => format(this.#page.clauses()) === asked && !this.moving;
    this.#onrest = () => {
      if (this.isBig && still()) this.#show();
    };
    await this.#crossfilter.prepare(TIME);
    if (!still()) return true;
    this.#stops();
    if (!this.isBig) {
      this.#tell(null);
      this.#crossfilter.showOwn(TIME);
    } else if (!this.#show()) await this.#crossfilter.prepare(TIME, true);
    this.panel.element.classList.remove('is-loading');
    return this.isBig && this.#page.sky.linked !== null && this.#crossfilter.ready(TIME) !== null;
  }

  /** All views by the cubes of the time line; false if its limits lie between what they know. */
  #show() {
    const shown = this.#crossfilter.brush(TIME, /** @type {any} */ (this.#brushOf()), true);
    if (shown && !shown.looked.exact) this.#page.tally.follow(shown.rows, this.#page.of() || shown.looked.of, false);
    if (shown) this.#tell(shown.looked);
    return shown !== null;
  }
}
