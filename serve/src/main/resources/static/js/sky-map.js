import {colourBar} from './colour-bar.js';
import {density} from './density.js';
import {el, fill, token} from './dom.js';
import {skyMenu} from './figure-panels.js';
import {count, number} from './figures.js';
import {cellArea} from './healpix.js';
import {SkyCells} from './sky-cells.js';
import {listen} from './sky-gestures.js';
import {drawRegion} from './sky-marks.js';
import {SkyOverlay} from './sky-overlay.js';
import {outline} from './sky-pen.js';
import {coneAround} from './sky-polygon.js';
import {RegionForm} from './sky-region-form.js';
import {SkyView} from './sky-view.js';
import {skyNote, skyTable} from './sky-words.js';

/**
 * The sky on a canvas: density in HEALPix cells, graticule, galactic plane and the cone or polygon of the selection, which is drawn by
 * dragging or written into the fields. It shows the whole sky, or a field of it in finer cells.
 *
 * @typedef {import('./sky-cells.js').SkyCounts} SkyCounts
 * @typedef {import('./sky-marks.js').Region} Region
 */
const WHOLE = 'Whole sky';
/** Data within so many degrees are shown from near at once. */
const SPECK = 20;

export class SkyMap {
  /** @type {SkyCells | null} */
  #cells = null;
  /** @type {Region | null} */
  #region = null;
  /** Null: as the counts need it. @type {boolean | null} */
  #log = null;
  #landmarks = true;
  #moves = false;
  #lasso = false;
  #moving = false;
  /** Whether all rows were counted, not a sample. */
  #exact = true;
  #overlay = new SkyOverlay();
  #asked = '';
  /** Counts of the whole sky are fitted when they come, if they lie within so many degrees. */
  #fitBelow = SPECK;
  /** A field fitted by coarse cells is fitted once more by the finer ones. */
  #fitAgain = false;
  #view = new SkyView();
  #changed;
  #viewed;
  #wholeOrder;

  /**
   * @param {(region: Region | null, done: boolean) => void} changed
   * @param {() => void} viewed another part is shown: counts are wanted anew, as {@link request} says
   * @param {number} wholeOrder order of the cells on the whole sky
   */
  constructor(changed, viewed, wholeOrder) {
    this.#changed = changed;
    this.#viewed = viewed;
    this.#wholeOrder = wholeOrder;
    this.#build();
  }

  /** What counts are wanted: in cells of this order, within this cone; null for the whole sky. */
  get request() {
    const order = this.#view.order(this.#wholeOrder);
    if (this.#view.isWhole) return {order, within: null};
    const radiusDeg = Math.min(180, Number((this.#view.radiusDeg * 1.3).toPrecision(3)));
    const within = {raDeg: Number(this.#view.raDeg.toFixed(3)), decDeg: Number(this.#view.decDeg.toFixed(3)), radiusDeg};
    return {order, within: radiusDeg < 180 ? within : null};
  }

  /** @param {SkyCounts} counts as last requested */
  setCounts(counts) {
    this.#cells = new SkyCells(counts);
    this.#exact = true;
    this.element.classList.remove('is-loading', 'is-sampled');
    const again = this.#fitAgain && !this.#view.isWhole;
    const field = (again || this.#view.isWhole) && this.#view.width > 0 ? this.#cells.field : null;
    const near = field && field.radiusDeg < (again ? 180 : this.#fitBelow);
    this.#fitBelow = 0;
    this.#fitAgain = near && !again;
    if (!near) return this.#draw();
    this.#view.fit(field);
    this.#show(true);
  }

  /** @param {Region | null} region */
  setRegion(region) {
    this.#region = region;
    this.form.show(region);
    this.#draw();
  }

  /** How cubes are asked for; null where the map shows finer cells than they have. */
  get linked() {
    return this.#view.isWhole ? {sky: Math.min(4, this.#wholeOrder)} : null;
  }

  get active() {
    return {sky: Math.min(5, this.#wholeOrder)};
  }

  /**
   * Counts that follow a brush elsewhere.
   *
   * @param {number} order
   * @param {Float64Array} all a number a cell, then of those without a direction
   * @param {number} factor rows that one row of a sample stands for
   * @param {boolean} exact
   * @param {boolean} moving a brush is moving: words are told when it rests
   */
  follow(order, all, factor, exact, moving) {
    const cells = [];
    const counts = [];
    for (let i = 0; i < all.length - 1; i++) {
      if (all[i] <= 0) continue;
      cells.push(i);
      counts.push(all[i] * factor);
    }
    const now = {order, cells, counts, nulls: all[all.length - 1] * factor};
    if (this.#cells?.order === order) this.#cells.recount(now);
    else this.#cells = new SkyCells(now);
    this.element.classList.remove('is-loading');
    this.element.classList.toggle('is-sampled', !exact);
    this.#exact = exact;
    this.#draw(moving);
  }

  setLoading() {
    this.element.classList.add('is-loading');
    this.#asked = JSON.stringify(this.request);
  }

  #build() {
    this.canvas = el('canvas', {role: 'img', 'aria-label': 'Map of the sky with the selected events', 'aria-describedby': 'sky-note'});
    this.note = el('p', {class: 'figure-note', id: 'sky-note'});
    this.pointer = el('p', {class: 'figure-note sky-pointer', 'aria-hidden': 'true'});
    this.table = el('div', {class: 'hidden-visually'});
    this.legend = el('div', {class: 'colour-bar'});
    this.stage = el('div', {class: 'sky-stage', tabindex: 0, role: 'group',
      'aria-label': 'Map of the sky: plus and minus zoom, arrows move, F shows the data, 0 the whole sky'}, this.canvas);
    this.form = new RegionForm((region) => this.#set(region, true));
    const lasso = this.#toggle('lasso', 'dragging draws a polygon', false, (on) => {
      this.#lasso = on;
      this.form.choose(on ? 'polygon' : 'cone');
    });
    this.logButton = this.#toggle('log', 'logarithmic colours', false, (on) => (this.#log = on));
    this.projection = el('span', {class: 'unit'}, '');
    this.wholeButton = this.#button(WHOLE, WHOLE, () => this.#view.whole());
    this.outButton = this.#button('\u2212', 'Zoom out', () => this.#view.zoomBy(1 / 1.6));
    this.element = el('section', {class: 'panel sky is-loading', 'aria-labelledby': 'sky-name'},
      el('header', {class: 'panel-head'},
        el('h3', {id: 'sky-name'}, 'Sky', this.projection),
        el('div', {class: 'chips'},
          this.outButton, this.#button('+', 'Zoom in', () => this.#view.zoomBy(1.6)),
          this.#button('Fit', 'Fit to the data, or to what is selected', () => this.#fit()), this.wholeButton,
          lasso, this.#toggle('move', 'dragging moves the map', false, (on) => (this.#moves = on)),
          this.logButton, this.#toggle('sources', 'names of well-known sources', true, (on) => (this.#landmarks = on)))),
      this.stage, el('div', {class: 'sky-foot'}, this.legend, this.form.element), this.pointer, this.note, this.table);
    skyMenu(this.element, () => ({stage: this.stage, key: this.legend.firstElementChild, counts: this.#cells?.counts ?? null}));
    listen(this.stage, this.canvas, this.#view, {
      moves: () => this.#moves,
      lasso: () => this.#lasso,
      region: (region, done) => this.#set(region, done),
      shown: (done) => this.#show(done),
      over: (sky) => this.#tellOf(sky),
      fit: () => this.#fit(),
    });
    document.documentElement.addEventListener('themechange', () => this.#draw());
    new ResizeObserver((entries) => {
      const width = Math.round(entries[0].contentRect.width);
      if (width === this.#view.width || width === 0) return;
      this.#view.width = width;
      this.#draw();
    }).observe(this.stage);
  }

  /** @param {string} text @param {string} label @param {() => void} act */
  #button(text, label, act) {
    return el('button', {type: 'button', class: 'chip', 'aria-label': label, onclick: () => {
      act();
      this.#show(true);
    }}, text);
  }

  /** @param {string} text @param {string} label @param {boolean} on @param {(on: boolean) => void} act */
  #toggle(text, label, on, act) {
    const button = el('button', {type: 'button', class: 'chip', 'aria-label': label, 'aria-pressed': String(on), onclick: () => {
      const next = button.getAttribute('aria-pressed') !== 'true';
      button.setAttribute('aria-pressed', String(next));
      act(next);
      this.#draw();
    }}, text);
    return button;
  }

  /** @param {Region | null} region @param {boolean} done */
  #set(region, done) {
    this.setRegion(region);
    this.#changed(region, done);
  }

  #fit() {
    const wasWhole = this.#view.isWhole;
    const region = this.#region && 'corners' in this.#region ? coneAround(this.#region.corners) : this.#region;
    const field = region ?? (wasWhole ? this.#cells?.field : null);
    if (field) this.#view.fit(field);
    else this.#view.whole();
    if (!field && !wasWhole) this.#fitBelow = 180;
    this.#fitAgain = !region && wasWhole;
    this.#show(true);
  }

  /** The view is another. @param {boolean} done whether it will stay */
  #show(done) {
    this.#moving = !done;
    this.#draw();
    if (done && JSON.stringify(this.request) !== this.#asked) this.#viewed();
  }

  /** @param {[number, number] | null} sky */
  #tellOf(sky) {
    if (!sky || !this.#cells) return void (this.pointer.textContent = '');
    const digits = this.#view.isWhole ? 1 : 2;
    this.pointer.textContent =
      `RA ${sky[0].toFixed(digits)}°, Dec ${sky[1].toFixed(digits)}°: ${count(this.#cells.at(...sky))} events in this cell`;
  }

  /** @param {boolean} [quick] cells alone have changed */
  #draw(quick = false) {
    const view = this.#view;
    if (view.width < 60) return;
    const ratio = Math.min(2, devicePixelRatio || 1);
    const [width, height] = [Math.floor(view.width * ratio), Math.floor(view.height * ratio)];
    if (this.canvas.width !== width || this.canvas.height !== height) Object.assign(this.canvas, {width, height});
    this.canvas.style.width = `${view.width}px`;
    this.canvas.style.height = `${view.height}px`;
    this.canvas.style.touchAction = view.isWhole ? 'auto' : 'none';
    this.stage.classList.toggle('is-moved', this.#moves && !view.isWhole);
    this.outButton.disabled = this.wholeButton.disabled = view.isWhole;
    this.projection.textContent = view.isWhole ? ' ICRS, Mollweide' : ' ICRS, Lambert zenithal';
    const counts = this.#cells?.counts.counts ?? [];
    const log = this.#log ?? uneven(counts);
    this.logButton.setAttribute('aria-pressed', String(log));
    const colours = density(counts, log);
    const pen = this.canvas.getContext('2d');
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, view.width, view.height);
    pen.save();
    outline(pen, view);
    pen.fillStyle = token('--sky');
    pen.fill();
    pen.clip();
    pen.imageSmoothingEnabled = false;
    if (this.#cells) pen.drawImage(this.#cells.picture(view, this.#moving ? 0.5 : ratio, colours), 0, 0, view.width, view.height);
    pen.restore();
    pen.drawImage(this.#overlay.picture(view, ratio, this.#landmarks), 0, 0, view.width, view.height);
    if (this.#region) {
      pen.save();
      outline(pen, view);
      pen.clip();
      drawRegion(pen, view, this.#region);
      pen.restore();
    }
    if (this.#cells && !quick) this.#tell(this.#cells, colours);
  }

  /** @param {SkyCells} cells @param {import('./density.js').Density} colours */
  #tell(cells, colours) {
    const view = this.#view;
    fill(this.legend, colourBar(colours, `events per cell of ${number(cellArea(cells.order), 2)} square degrees`));
    this.note.textContent = skyNote(cells, view, this.#exact, this.#lasso);
    fill(this.table, skyTable(cells));
  }
}

/** True if a few cells hold so much that the others would look alike. @param {number[]} counts */
const uneven = (counts) => counts.length > 0 && d3.max(counts) > 12 * d3.mean(counts);
