import {axis, scaleOf} from '../axis.js';
import {leftAxis, lowerAxis} from '../bars.js';
import {el, fill} from '../dom.js';
import {figureMenu} from '../figure-file.js';
import {count, number, unitLabel} from '../figures.js';
import {BINS, chosen, niceBins} from '../nice-bins.js';
import {chi2, ratios, sum} from './ratio.js';

/**
 * Two histograms of a column over each other, and their ratio below.
 *
 * @typedef {{edges: number[], counts: number[], under: number, over: number, nulls: number}} Counts
 * @typedef {{name: string, type: string, unit: string, ucd: string, description: string, min: number, max: number}} Column
 */
const HEIGHT = 170;
const RATIO = 78;
const GAP = 14;
const MARGIN = {left: 56, right: 14, top: 24, bottom: 42};

export class ComparedHistogram {
  #c;
  #width = 0;
  /** @type {Counts | null} */
  #a = null;
  /** @type {Counts | null} */
  #b = null;
  #shape;
  #log;

  /** @param {Column} column @param {{shape: boolean, log: boolean}} how @param {() => void} remove */
  constructor(column, how, remove) {
    this.#c = column;
    this.#shape = how.shape;
    this.#log = how.log;
    this.isTime = column.type === 'timestamp';
    const id = `compare-${column.name}`;
    this.svg = el('svg:svg', {class: 'plot', role: 'img', 'aria-labelledby': `${id} ${id}-note`});
    this.stage = el('div', {class: 'plot-stage'}, this.svg);
    this.note = el('p', {class: 'figure-note', id: `${id}-note`});
    this.element = el('section', {class: 'panel compared is-loading', 'data-column': column.name, 'aria-labelledby': id},
      el('header', {class: 'panel-head'}, el('h3', {id}, column.name, column.unit ? el('span', {class: 'unit'}, ` ${unitLabel(column.unit)}`) : ''),
        el('div', {class: 'chips'}, figureMenu(() => this.#file(), column.name),
          el('button', {type: 'button', class: 'chip', 'aria-label': `close ${column.name}`, onclick: remove}, '✕'))),
      el('p', {class: 'panel-description'}, column.description), this.stage, this.note);
    new ResizeObserver((entries) => {
      const width = Math.round(entries[0].contentRect.width);
      if (width !== this.#width && width > 0) {
        this.#width = width;
        this.#draw();
      }
    }).observe(this.stage);
  }

  /** What to ask of the API, the same bins for both. */
  get request() {
    const {name, type, min, max} = this.#c;
    const whole = /^u?int/.test(type);
    const scale = scaleOf(this.#c);
    const factor = this.isTime ? 1e6 : 1;
    const {bins, first, last} = chosen(niceBins(this.isTime ? 'time' : scale, min / factor, max / factor, whole && scale === 'linear'), BINS);
    const shift = whole && scale === 'linear' ? -0.5 : 0;
    return {column: name, bins, scale, min: (first + shift) * factor, max: (last + shift) * factor};
  }

  /** @param {Counts} a @param {Counts} b */
  setData(a, b) {
    [this.#a, this.#b] = [a, b];
    this.element.classList.remove('is-loading');
    this.#draw();
  }

  /** @param {{shape: boolean, log: boolean}} how shapes of equal area, or counts */
  setHow({shape, log}) {
    [this.#shape, this.#log] = [shape, log];
    this.#draw();
  }

  /** @returns {[number, number]} what the counts are divided by */
  get #wholes() {
    return this.#shape ? [sum(this.#a?.counts ?? []) || 1, sum(this.#b?.counts ?? []) || 1] : [1, 1];
  }

  #draw() {
    const width = this.#width - MARGIN.left - MARGIN.right;
    if (width < 60 || !this.#a || !this.#b) return;
    const factor = this.isTime ? 1e6 : 1;
    const edges = this.#a.edges.map((e) => e / factor);
    const x = axis(this.isTime ? 'time' : scaleOf(this.#c), edges[0], edges[edges.length - 1], width);
    const [wa, wb] = this.#wholes;
    const [a, b] = [this.#a.counts.map((n) => n / wa), this.#b.counts.map((n) => n / wb)];
    const top = Math.max(...a, ...b, this.#shape ? 1e-6 : 1);
    const least = Math.min(...[...a, ...b].filter((v) => v > 0), top);
    const y = this.#log ? axis('log', this.#shape ? least * 0.7 : 0.6, top * 1.5, HEIGHT, true) : axis('linear', 0, top * 1.06, HEIGHT, true);
    const g = el('svg:g', {transform: `translate(${MARGIN.left},${MARGIN.top})`}, leftAxis(y, width, HEIGHT));
    const up = (/** @type {number} */ v) => (v <= 0 || (this.#log && v < y.min) ? 0 : y.place(v));
    g.append(
      el('svg:path', {class: 'compare-a', d: this.#steps(edges, a, x, up, true)}),
      el('svg:path', {class: 'compare-b', d: this.#steps(edges, b, x, up, false)}),
      el('svg:line', {class: 'frame-line', x2: width, y1: HEIGHT, y2: HEIGHT}),
      ...this.#ratio(x, edges, width),
      el('svg:text', {class: 'axis-title', x: -MARGIN.left + 2, y: -11}, this.#shape ? 'share per bin' : 'events per bin'),
      el('svg:g', {transform: `translate(${width - 62},-17)`},
        el('svg:rect', {class: 'compare-a', width: 12, height: 9}), el('svg:text', {class: 'axis-title', x: 16, y: 9}, 'A'),
        el('svg:path', {class: 'compare-b', d: 'M34 5H46'}), el('svg:text', {class: 'axis-title', x: 50, y: 9}, 'B')));
    this.svg.setAttribute('width', String(this.#width));
    this.svg.setAttribute('height', String(HEIGHT + GAP + RATIO + MARGIN.top + MARGIN.bottom));
    fill(this.svg, g);
    this.note.textContent = this.#words();
  }

  #steps(/** @type {number[]} */ edges, /** @type {number[]} */ values, /** @type {any} */ x, /** @type {(v: number) => number} */ up, /** @type {boolean} */ closed) {
    let d = `M${x.place(edges[0]).toFixed(1)} ${HEIGHT}`;
    values.forEach((v, i) => (d += `V${(HEIGHT - up(v)).toFixed(1)}H${x.place(edges[i + 1]).toFixed(1)}`));
    return `${d}V${HEIGHT}${closed ? 'Z' : ''}`;
  }

  /** @param {any} x @param {number[]} edges @param {number} width */
  #ratio(x, edges, width) {
    const all = ratios(/** @type {Counts} */ (this.#a).counts, /** @type {Counts} */ (this.#b).counts, ...this.#wholes);
    const found = all.flatMap((r) => (r ? [r] : []));
    const sure = found.filter((r) => r.error < r.ratio);
    const high = Math.min(50, Math.max(1.2, ...(sure.length ? sure : found).map((r) => r.ratio + r.error)));
    const low = Math.max(0, Math.min(0.8, ...(sure.length ? sure : found).map((r) => r.ratio - r.error)));
    const y = axis('linear', low, high * 1.03, RATIO, true);
    const at = (/** @type {number} */ v) => RATIO - y.place(Math.max(low, Math.min(high * 1.03, v)));
    const g = el('svg:g', {class: 'ratio', transform: `translate(0,${HEIGHT + GAP})`}, leftAxis(y, width, RATIO),
      el('svg:line', {class: 'ratio-one', x2: width, y1: at(1), y2: at(1)}),
      ...all.flatMap((r, i) => {
        if (!r || r.ratio > high * 1.03 || r.ratio < low) return [];
        const px = x.place(edges[i] + (edges[i + 1] - edges[i]) / 2).toFixed(1);
        return [el('svg:line', {class: 'ratio-error', x1: px, x2: px, y1: at(r.ratio - r.error), y2: at(r.ratio + r.error)}), el('svg:circle', {class: 'ratio-point', cx: px, cy: at(r.ratio), r: 2.3})];
      }),
      lowerAxis(x, width, RATIO),
      el('svg:text', {class: 'axis-title', transform: 'translate(-42,0) rotate(-90)', 'text-anchor': 'end'}, 'B / A'),
      el('svg:text', {class: 'axis-title', x: width, y: RATIO + 36, 'text-anchor': 'end'}, this.#title()));
    return [g];
  }

  #title() {
    const unit = this.isTime ? 'UTC' : unitLabel(this.#c.unit);
    return unit ? `${this.#c.name} [${unit}]` : this.#c.name;
  }

  #words() {
    const [a, b] = [/** @type {Counts} */ (this.#a), /** @type {Counts} */ (this.#b)];
    const parts = [`${count(sum(a.counts))} events of A, ${count(sum(b.counts))} of B`];
    if (sum(a.counts) && sum(b.counts)) {
      const {chi2: value, bins} = chi2(a.counts, b.counts);
      parts.push(`χ² of one shape ${number(value, 3)} for ${bins - 1} degrees of freedom`);
    }
    if (a.nulls + b.nulls) parts.push(`${count(a.nulls)} and ${count(b.nulls)} without a value`);
    return parts.join(' · ');
  }

  /** @returns {import('../figure-file.js').Figure} */
  #file() {
    const [a, b] = [/** @type {Counts} */ (this.#a), /** @type {Counts} */ (this.#b)];
    const all = ratios(a.counts, b.counts, ...this.#wholes);
    const unit = this.isTime ? 'UTC' : this.#c.unit;
    const say = (/** @type {number} */ e) => (this.isTime ? new Date(e / 1e6).toISOString() : e);
    const side = (/** @type {string} */ key) => {
      const area = /** @type {HTMLTextAreaElement} */ (document.querySelector(`textarea[name=${key}]`));
      const release = /** @type {HTMLSelectElement | null} */ (document.querySelector(`select[name=release-${key}]`))?.value;
      return `${key.toUpperCase()}: ${area.value.trim() || 'everything'}${release ? `, release ${release}` : ''}.`;
    };
    return {
      name: `compare-${this.#c.name}`, stage: this.stage,
      caption: [`${this.#c.name}${this.#c.description ? ` (${this.#c.description})` : ''}, ${this.#shape ? 'scaled to equal area' : 'counts'}; below B / A with errors of independent Poisson counts. ${this.#words()}.`, side('a'), side('b')],
      columns: [{name: `${this.#c.name}_low`, unit}, {name: `${this.#c.name}_high`, unit}, {name: 'a'}, {name: 'b'}, {name: 'ratio'}, {name: 'ratio_error'}],
      rows: a.counts.map((n, i) => [say(a.edges[i]), say(a.edges[i + 1]), n, b.counts[i], all[i]?.ratio ?? null, all[i]?.error ?? null]),
    };
  }
}
