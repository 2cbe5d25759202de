import {BrushHand} from './brush-hand.js';
import {Crossfilter} from './crossfilter.js';
import {count} from './figures.js';
import {cellsWithin} from './healpix.js';
import {cellsInside} from './sky-polygon.js';
import {format, rangeOf, regionOf} from './where.js';

/**
 * The views of the data shop that follow each other: histograms, the pair, the sky. It knows which one a hand brushes, and shows by cubes what
 * that selects.
 *
 * @typedef {{
 *   base: string, big: boolean, rows: number, release: () => string | null, clauses: () => import('./where.js').Clause[], text: () => string,
 *   cuts: import('./cuts.js').Cuts, sky: import('./sky-map.js').SkyMap | null, pair: import('./heatmap.js').Heatmap | null,
 *   tally: import('./tally.js').Tally, looked: HTMLElement
 * }} Shop  `big`: of so many rows that a sample is looked at first
 */
/** Cells of the sky while the pair is brushed: a pair has many places. */
const COARSE_SKY = 3;

export class LinkedViews {
  /** The view that is being brushed, or was last. */
  active = '';
  moving = false;
  #shop;
  #crossfilter;
  /** What cubes that come are for, at rest. */
  #onrest = () => false;

  /** @param {Shop} shop */
  constructor(shop) {
    this.#shop = shop;
    this.#crossfilter = new Crossfilter(shop.base, (active) => this.#state(active), shop.big);
    this.hand = new BrushHand(this.#crossfilter, this);
    this.#crossfilter.onready = () => {
      this.#stops(this.active);
      if (this.moving) this.follow();
      else this.#onrest();
    };
  }

  /** All views and the cuts that none of them has. @param {string} active */
  #state(active) {
    const {cuts, sky, pair} = this.#shop;
    const clauses = this.#shop.clauses();
    const across = pair ? [pair.axes.x.name, pair.axes.y.name] : [];
    const paired = active === '#pair' ? across : [];
    const views = cuts.linked(() => this.moving).filter((v) => !paired.includes(v.id));
    const taken = new Set([...views.map((v) => v.id), ...paired].flatMap((name) => rangeOf(clauses, name) ?? []));
    const region = regionOf(clauses);
    if (sky) {
      if (region) taken.add(/** @type {any} */ (region));
      const linked = sky.linked && paired.length ? {sky: Math.min(COARSE_SKY, sky.linked.sky)} : sky.linked;
      views.push({id: '#sky', cut: region ? format([region]) : '', active: sky.active, linked,
        show: (view, counts, looked) => sky.follow(view.order, counts, looked.of / looked.rows, looked.exact, this.moving)});
    }
    if (pair) {
      views.push({id: '#pair', cut: '', active: pair.linked, linked: pair.linked,
        show: (view, counts, looked) => pair.follow(view, counts, looked.of / looked.rows, looked.exact, this.moving)});
    }
    return {views, where: format(clauses.filter((c) => !taken.has(/** @type {any} */ (c)))), release: this.#shop.release()};
  }

  /** A hand comes near a view: its cubes are fetched. @param {string} id */
  near(id) {
    if (this.moving || document.hidden) return;
    if (this.#brushOf(id)) this.active = id;
    this.#stops(id);
    this.#crossfilter.prepare(id).then(() => this.#stops(id));
  }

  /** @param {string} id */
  #stops(id) {
    const file = this.#crossfilter.ready(id)?.file;
    if (file?.active.kind === 'slices') this.#shop.cuts.setStops(id, file.active.values);
    if (file?.active.kind === 'pair') this.#shop.pair?.setStops(file.active);
  }

  /** What a view's brush selects, as the crossfilter wants it. @param {string} id */
  #brushOf(id) {
    if (id === '#pair') return this.#shop.pair?.brushOf(this.#shop.clauses()) ?? null;
    if (id !== '#sky') return this.#shop.cuts.brushOf(id);
    const region = regionOf(this.#shop.clauses());
    return {exact: false, inside: (/** @type {number} */ size) => {
      const order = Math.round(Math.log2((size - 1) / 12) / 2);
      return /** @type {[number, number][]} */ (!region ? [[0, size]]
        : region.kind === 'cone' ? cellsWithin(order, region) : cellsInside(order, region.corners));
    }};
  }

  /** Shows by cubes what the active brush selects; false if they are not there. @param {boolean} [own] the active view, too */
  follow(own = false) {
    const brush = this.#brushOf(this.active);
    const shown = brush && this.#crossfilter.brush(this.active, brush, own, this.moving);
    if (!shown) return false;
    this.#shop.tally.follow(shown.rows * (shown.looked.of / shown.looked.rows), this.#shop.rows, shown.looked.exact);
    this.tell(shown.looked);
    return true;
  }

  /** @param {import('./crossfilter.js').Looked | null} looked */
  tell(looked) {
    const text = !looked || looked.exact ? '' : looked.sampled
      ? `≈ first look at a sample: ${count(looked.rows)} of ${count(looked.of)} events; exact counts replace it.`
      : '≈ whole cells while the selection moves; exact counts follow.';
    this.#shop.looked.hidden = text === '';
    if (this.#shop.looked.textContent !== text) this.#shop.looked.textContent = text;
  }

  /**
   * Large tables, at rest: all views by the cubes of one histogram, the one brushed last if it is one; a sample's first, then exact.
   *
   * @returns {Promise<boolean>} false if they cannot be had
   */
  async rest() {
    const {cuts, text} = this.#shop;
    const asked = text();
    const still = () => text() === asked && !this.moving;
    const exact = () => {
      const set = this.#crossfilter.ready(this.active);
      return set !== null && !set.sampled;
    };
    this.#onrest = () => still() && cuts.brushOf(this.active) !== null && this.follow(true);
    // a hand that comes near another view meanwhile makes that the one to wait for
    for (let attempt = 0; attempt < 4; attempt++) {
      if (!cuts.brushOf(this.active)) this.active = cuts.names.find((n) => cuts.brushOf(n)) ?? '';
      if (!this.active) return false;
      if (this.follow(true) && exact()) break;
      const limits = this.#crossfilter.ready(this.active) !== null && !this.follow(true);
      await this.#crossfilter.prepare(this.active, limits);
      if (!still()) return true;
    }
    this.#stops(this.active);
    return this.follow(true);
  }
}
