import {axis} from './axis.js';
import {outline} from './bars.js';
import {el, fill} from './dom.js';
import {histogramMenu} from './figure-panels.js';
import {moment, number, unitLabel} from './figures.js';
import {beside, HEIGHT, MARGIN, picture, summary} from './histogram-picture.js';
import {LimitFields} from './limit-fields.js';
import {nearest} from './brush-slices.js';
import {BINS, chosen, niceBins} from './nice-bins.js';
import {RangeSlider} from './range-slider.js';
import {statisticsOf, statisticsText} from './statistics.js';

/**
 * The panel of a cut on a number or a time: the histogram of the events that pass all other cuts, before that of all
 * events, with two handles and two fields for the limits.
 *
 * @typedef {import('./bars.js').Counts} Counts
 * @typedef {import('./range-slider.js').Limits} Limits
 * @typedef {{log: boolean, choices: import('./nice-bins.js').Choice[]}} UsualAxis  as the server bins the column
 * @typedef {{name: string, type: string, unit: string, description: string, min: number, max: number, axis: UsualAxis | null}} NumberColumn
 *     of timestamps `min` and `max` are milliseconds since 1970
 * @typedef {{full: Counts | null, passing: Counts | null}} Data
 * @typedef {{
 *   limits: (limits: Limits, done: boolean) => void, axis: () => void, remove: () => void, near: () => void
 * }} Listeners  `near`: a hand or the focus comes
 */

/** Fewer bins are no histogram. */
const FEWEST = 4;

export class HistogramPanel {
  #column;
  #listeners;
  #slider;
  #width = 0;
  /** @type {Data} */
  #data = {full: null, passing: null};
  /** @type {Limits} */
  #limits = {low: null, high: null};
  /** @type {{x: 'linear' | 'log', y: 'linear' | 'log'}} */
  #scale;
  #zoom = /** @type {[number, number] | null} */ (null);
  /** At most so many bins. */
  #most = BINS;
  /** Whether all rows were counted, not a sample. */
  #exact = true;
  /** What the picture was drawn with, for bars that follow a brush elsewhere. @type {any} */
  #drawn = null;

  /** @param {NumberColumn} column @param {{x: 'linear' | 'log', y: 'linear' | 'log'}} scale @param {Listeners} listeners */
  constructor(column, scale, listeners) {
    this.#column = column;
    this.#scale = scale;
    this.#listeners = listeners;
    this.isTime = column.type === 'timestamp';
    this.isWhole = /^u?int/.test(column.type);
    this.#slider = new RangeSlider(
      {label: column.name, whole: this.isWhole, say: (v) => this.#say(v)}, (limits, done) => this.#limit(limits, done));
    this.#build();
  }

  /** Bins, edges and scale that the data should have, in the units of the API. */
  get request() {
    const [min, max] = this.domain;
    const factor = this.isTime ? 1e6 : 1;
    return {column: this.#column.name, bins: this.#bins.bins, min: min * factor, max: max * factor, scale: this.#scale.x};
  }

  /** Whether the axis is that of the server's codes. */
  get #isUsual() {
    return !this.#zoom && this.#column.axis !== null && this.#column.axis.log === (this.#scale.x === 'log');
  }

  /** Bins that the axis may have, without those that are no histogram. @returns {import('./nice-bins.js').Choice[]} */
  get #choices() {
    const {min, max, axis: usual} = this.#column;
    const [low, high] = this.#zoom ?? [min, max];
    const all = this.#isUsual && usual ? usual.choices : niceBins(this.isTime ? 'time' : this.#scale.x, low, high, this.isWhole);
    const enough = all.filter((c) => c.bins >= FEWEST);
    return enough.length ? enough : all.slice(0, 1);
  }

  get #bins() {
    return chosen(this.#choices, this.#most);
  }

  /** Whole numbers are drawn with their bins around them. */
  get shift() {
    return this.isWhole && this.#scale.x === 'linear' ? -0.5 : 0;
  }

  /** The view as cubes are asked for, to be brushed or to follow. */
  get linked() {
    const scale = this.isTime ? 'linear' : this.#scale.x;
    const [min, max] = this.domain;
    const usual = this.#isUsual ? {scale} : {scale, min: min - this.shift, max: max + this.shift};
    const stops = [this.#limits.low, this.#limits.high].filter((v) => v !== null);
    const column = this.#column.name;
    const {bins} = this.#bins;
    return {linked: {column, bins, ...usual}, active: {column, bins, ...usual, stops}};
  }

  get limits() {
    return this.#limits;
  }

  /** A brush stops at these values. @param {number[] | null} values */
  setStops(values) {
    this.#slider.snap = values && ((/** @type {number} */ v) => values[nearest(values, v)]);
  }

  /**
   * Counts that follow a brush elsewhere: only bars are drawn anew, on the axes that are there.
   *
   * @param {Counts} passing
   * @param {boolean} exact
   * @param {boolean} moving a brush is moving
   */
  follow(passing, exact, moving) {
    const edges = this.isTime ? passing.edges.map((e) => e * 1e6) : passing.edges.map((e) => e + this.shift);
    this.#exact = exact;
    this.#data = {...this.#data, passing: {...passing, edges}};
    this.element.classList.remove('is-loading');
    this.element.classList.toggle('is-sampled', !exact);
    const drawn = this.#drawn;
    if (!moving || !drawn) return this.#draw();
    const counts = {...passing, edges: this.isTime ? passing.edges : edges};
    const d = outline({x: drawn.x, y: drawn.y, counts, height: HEIGHT});
    for (const path of drawn.paths) path.setAttribute('d', d);
    this.#tell(counts);
  }

  /** The same of all events, from cubes without cuts. @param {Counts} full */
  setFull(full) {
    const edges = this.isTime ? full.edges.map((e) => e * 1e6) : full.edges.map((e) => e + this.shift);
    this.#data = {...this.#data, full: {...full, edges}};
  }

  /** @returns {[number, number]} both ends of the axis */
  get domain() {
    const {first, last} = this.#bins;
    return [first + this.shift, last + this.shift];
  }

  /** @param {Limits} limits in milliseconds for timestamps */
  setLimits(limits) {
    if (this.#drawn && limits.low === this.#limits.low && limits.high === this.#limits.high) return;
    this.#limits = limits;
    this.#draw();
  }

  /** @param {Partial<Data>} data */
  setData(data) {
    this.#data = {...this.#data, ...data};
    this.#exact = true;
    this.element.classList.remove('is-loading', 'is-sampled');
    this.#draw();
  }

  /** The numbers shown are being replaced. */
  setLoading() {
    this.element.classList.add('is-loading');
  }

  #build() {
    const c = this.#column;
    const id = `cut-${c.name}`;
    const button = (/** @type {string} */ text, /** @type {string} */ label, /** @type {() => void} */ act, pressed = false) =>
      el('button', {type: 'button', class: 'chip', 'aria-label': label, 'aria-pressed': String(pressed), onclick: act}, text);
    const logY = button('log y', `logarithmic counts of ${c.name}`, () => {
      this.#scale.y = this.#scale.y === 'log' ? 'linear' : 'log';
      logY.setAttribute('aria-pressed', String(this.#scale.y === 'log'));
      this.#draw();
    }, this.#scale.y === 'log');
    const logX = button('log x', `logarithmic axis of ${c.name}`, () => {
      this.#scale.x = this.#scale.x === 'log' ? 'linear' : 'log';
      logX.setAttribute('aria-pressed', String(this.#scale.x === 'log'));
      this.#reaxis();
    }, this.#scale.x === 'log');
    this.fewer = button('\u2212', `fewer bins of ${c.name}`, () => this.#rebin(1));
    this.more = button('+', `more bins of ${c.name}`, () => this.#rebin(-1));
    for (const b of [this.fewer, this.more]) b.removeAttribute('aria-pressed');
    this.zoomButton = button('zoom', `zoom the axis of ${c.name} to the selected range`, () => this.#toggleZoom());
    this.svg = el('svg:svg', {class: 'plot', role: 'img', 'aria-labelledby': `${id}-name ${id}-note`, height: HEIGHT + MARGIN.top + MARGIN.bottom});
    this.fields = new LimitFields(c.name, this.isTime, (side, value) => this.#limit({...this.#limits, [side]: value}, true));
    this.note = el('p', {class: 'figure-note', id: `${id}-note`});
    this.stats = el('p', {class: 'figure-note figure-stats', id: `${id}-stats`});
    this.table = el('div', {class: 'hidden-visually'});
    this.stage = el('div', {class: 'plot-stage'}, this.svg, this.#slider.element);
    this.element = el('section', {class: 'panel cut is-loading', 'data-column': c.name, 'aria-labelledby': `${id}-name`},
      el('header', {class: 'panel-head'},
        el('h3', {id: `${id}-name`}, c.name, c.unit ? el('span', {class: 'unit'}, ` ${unitLabel(c.unit)}`) : ''),
        el('div', {class: 'chips'}, el('span', {class: 'bin-choice', role: 'group', 'aria-label': `bins of ${c.name}`}, this.fewer, el('span', {'aria-hidden': 'true'}, 'bins'), this.more),
          logY, !this.isTime && c.min > 0 ? logX : '', this.zoomButton,
          el('button', {type: 'button', class: 'chip is-remove', 'aria-label': `remove the cut on ${c.name}`, onclick: this.#listeners.remove}, '✕'))),
      el('p', {class: 'panel-description'}, c.description),
      this.stage,
      el('div', {class: 'limits'}, this.fields.low, el('span', {'aria-hidden': 'true'}, '–'), this.fields.high,
        c.unit ? el('span', {class: 'unit'}, unitLabel(c.unit)) : '',
        el('button', {type: 'button', class: 'link', 'aria-label': `reset the cut on ${c.name}`, onclick: () => this.#limit({low: null, high: null}, true)}, 'Reset')),
      this.note, this.stats, this.table);
    histogramMenu(this.element, () => ({column: c, stage: this.stage, ...this.#data}), c.name);
    let timer = 0;
    this.element.addEventListener('pointerenter', () => (timer = setTimeout(this.#listeners.near, 120)));
    this.element.addEventListener('pointerleave', () => clearTimeout(timer));
    this.#slider.element.addEventListener('pointerdown', () => this.#listeners.near(), {capture: true});
    this.#slider.element.addEventListener('focusin', () => this.#listeners.near());
    new ResizeObserver((entries) => {
      const width = Math.round(entries[0].contentRect.width);
      if (width !== this.#width && width > 0) {
        this.#width = width;
        this.#draw();
      }
    }).observe(this.stage);
  }

  /** @param {Limits} limits @param {boolean} done */
  #limit(limits, done) {
    this.#limits = limits;
    if (done || !this.#drawn) this.#draw();
    else this.#moved();
    this.#listeners.limits(limits, done);
  }

  /** Only the limits are others than drawn. */
  #moved() {
    const {x, range} = this.#drawn;
    const {low, high} = this.#limits;
    const [from, to] = [x.place(Math.max(x.min, low ?? x.min)), x.place(Math.min(x.max, high ?? x.max))];
    range.setAttribute('x', from);
    range.setAttribute('width', Math.max(0, to - from));
    this.fields.show(this.#limits);
    const passing = this.#scaled(this.#data.passing);
    if (passing) this.#tell(passing);
  }

  /** The next width of bins. @param {1 | -1} by 1 for fewer */
  #rebin(by) {
    const choices = this.#choices;
    const next = Math.max(0, Math.min(choices.length - 1, choices.indexOf(chosen(choices, this.#most)) + by));
    this.#most = choices[next].bins;
    this.#reaxis();
  }

  #toggleZoom() {
    const {low, high} = this.#limits;
    const {min, max} = this.#column;
    this.#zoom = this.#zoom ? null : low === null && high === null ? null : [low ?? min, high ?? max];
    if (this.#zoom && this.#zoom[0] >= this.#zoom[1]) this.#zoom = null;
    this.zoomButton.setAttribute('aria-pressed', String(this.#zoom !== null));
    this.zoomButton.textContent = this.#zoom ? 'whole axis' : 'zoom';
    this.#reaxis();
  }

  #reaxis() {
    const choices = this.#choices;
    const now = choices.indexOf(chosen(choices, this.#most));
    this.more.disabled = now === 0;
    this.fewer.disabled = now === choices.length - 1;
    this.#data = {full: null, passing: null};
    this.#draw();
    this.#listeners.axis();
  }

  /** @param {number} value */
  #say(value) {
    return this.isTime ? `${moment(value)} UTC` : `${number(value)} ${unitLabel(this.#column.unit)}`.trim();
  }

  #draw() {
    const width = this.#width - MARGIN.left - MARGIN.right;
    if (width <= 20) return;
    const [min, max] = this.domain;
    const x = axis(this.isTime ? 'time' : this.#scale.x, min, max, width);
    this.#slider.show(x, this.#limits);
    this.fields.show(this.#limits);
    const full = this.#scaled(this.#data.full);
    const passing = this.#scaled(this.#data.passing);
    this.svg.setAttribute('width', String(this.#width));
    const {name, unit} = this.#column;
    const {element, drawn} = picture({name, unit, isTime: this.isTime, scale: this.#scale}, x, width, {full, passing}, this.#limits);
    this.#drawn = drawn;
    fill(this.svg, element);
    this.note.textContent = beside(full, passing);
    if (passing) {
      fill(this.table, summary(name, passing, (v) => this.#say(v)));
      this.#tell(passing);
    }
  }

  /** @param {Counts} passing in the words of the picture */
  #tell(passing) {
    const s = statisticsOf(passing, this.#limits);
    const wide = this.isTime ? (/** @type {number} */ ms) => `${number(ms / 86400e3, 3)} d` : undefined;
    this.stats.textContent = s ? statisticsText(s, (v) => (this.isTime ? moment(Math.round(v / 1000) * 1000) : number(v, 4)), this.#exact,
      this.#limits.low === null && this.#limits.high === null, wide) : 'none selected';
  }

  /** Edges of timestamps come in nanoseconds. @param {Counts | null} counts */
  #scaled(counts) {
    return counts && this.isTime ? {...counts, edges: counts.edges.map((e) => e / 1e6)} : counts;
  }
}
