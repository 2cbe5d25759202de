import {axis, scaleOf} from './axis.js';
import {leftAxis, lowerAxis} from './bars.js';
import {colourBar} from './colour-bar.js';
import {density} from './density.js';
import {el, fill} from './dom.js';
import {pairMenu} from './figure-panels.js';
import {count, unitLabel} from './figures.js';
import {PairBrush} from './pair-brush.js';
import {chosen} from './nice-bins.js';
import {cellsOf, placesOf, rangeClause} from './pair-range.js';

/**
 * Two columns against each other: counts of pairs as colours.
 *
 * @typedef {{name: string, unit: string, min: number, max: number, type: string, axis?: import('./histogram.js').UsualAxis | null}} AxisColumn
 * @typedef {{edges: number[], edges2: number[], counts: number[][], outside: number, nulls: number}} Pairs
 */
const HEIGHT = 216;
const MARGIN = {left: 56, right: 14, top: 16, bottom: 42};

export class Heatmap {
  #columns;
  #log = true;
  #width = 0;
  /** @type {Pairs | null} */
  #pairs = null;
  #exact = true;
  /** Cells a side, at most. */
  #cellsAcross = 64;

  /** @type {import('./where.js').Clause[]} */
  #clauses = [];
  /** Exact edges, by column. @type {Record<string, number[]>} */
  #stops = {};

  /**
   * @param {AxisColumn[]} columns at least two
   * @param {[string, string]} first
   * @param {{wanted: () => void, cut: (ranges: import('./where.js').RangeClause[], done: boolean) => void}} listeners `wanted`: for new data;
   *     `cut`: a range of each column, without limits where there is none
   */
  constructor(columns, first, {wanted, cut}) {
    this.#columns = columns;
    this.brush = new PairBrush((cells, done) => {
      const sides = this.#sides;
      if (!sides) return;
      const [x, y] = sides;
      cut(cells ? [rangeClause(x, cells.x, cells.across), rangeClause(y, cells.y, cells.up)]
        : [rangeClause(x, 0, x.edges.length - 1), rangeClause(y, 0, y.edges.length - 1)], done);
    });

    const select = (/** @type {string} */ label, /** @type {string} */ chosen) => {
      const s = el('select', {'aria-label': label, onchange: () => {
        this.#pairs = null;
        wanted();
      }}, ...columns.map((c) => el('option', {value: c.name, selected: c.name === chosen}, c.name)));
      return s;
    };
    this.x = select('column across', first[0]);
    this.y = select('column upwards', first[1]);
    const log = el('button', {type: 'button', class: 'chip', 'aria-label': 'logarithmic colours of the pair', 'aria-pressed': 'true', onclick: () => {
      this.#log = !this.#log;
      log.setAttribute('aria-pressed', String(this.#log));
      this.#draw();
    }}, 'log');
    const cells = el('button', {type: 'button', class: 'chip', 'aria-label': 'coarser cells of the pair', 'aria-pressed': 'false', onclick: () => {
      this.#cellsAcross = this.#cellsAcross === 64 ? 32 : 64;
      cells.setAttribute('aria-pressed', String(this.#cellsAcross === 32));
      this.#pairs = null;
      wanted();
    }}, 'coarse');
    this.canvas = el('canvas', {class: 'heat-cells', 'aria-hidden': 'true'});
    this.svg = el('svg:svg', {class: 'plot', role: 'img', 'aria-labelledby': 'pair-name pair-note'});
    this.stage = el('div', {class: 'plot-stage'}, this.canvas, this.svg, this.brush.element);
    this.legend = el('div', {class: 'colour-bar'});
    this.note = el('p', {class: 'figure-note', id: 'pair-note'});
    this.table = el('div', {class: 'hidden-visually'});
    this.element = el('section', {class: 'panel pair is-loading', 'aria-labelledby': 'pair-name'},
      el('header', {class: 'panel-head'}, el('h3', {id: 'pair-name'}, 'Two quantities'),
        el('div', {class: 'chips'}, this.y, el('span', {class: 'unit'}, 'over'), this.x, cells, log)),
      this.stage, this.legend, this.note, this.table);
    pairMenu(this.element, () => ({...this.axes, stage: this.stage, key: this.legend.firstElementChild, pairs: this.#pairs}));
    document.documentElement.addEventListener('themechange', () => this.#draw());
    new ResizeObserver((entries) => {
      const width = Math.round(entries[0].contentRect.width);
      if (width === this.#width || width === 0) return;
      this.#width = width;
      this.#draw();
    }).observe(this.stage);
  }

  /** How the server is asked: for a histogram, and for cubes. */
  get request() {
    const [x, y] = [this.axes.x, this.axes.y].map((c) => binsOf(c, this.#cellsAcross));
    return {
      column: this.axes.x.name, column2: this.axes.y.name, bins: x.bins, bins2: y.bins, scale: x.scale, scale2: y.scale,
      min: x.min, max: x.max, min2: y.min, max2: y.max,
    };
  }

  get linked() {
    const [x, y] = [this.axes.x, this.axes.y].map((c) => ({column: c.name, bins: this.#cellsAcross}));
    return {x, y};
  }

  /**
   * Counts that follow a brush elsewhere.
   *
   * @param {import('./cube-file.js').PairView} view
   * @param {Float64Array} counts
   * @param {number} factor rows that one row of a sample stands for
   * @param {boolean} exact
   * @param {boolean} moving a brush is moving: only cells are drawn anew
   */
  follow(view, counts, factor, exact, moving) {
    const [nx, ny] = [view.x.edges.length - 1, view.y.edges.length - 1];
    const stride = ny + 3;
    const cells = Array.from({length: nx}, (_, i) => Array.from(counts.subarray((i + 1) * stride + 1, (i + 1) * stride + 1 + ny), (n) => n * factor));
    let [nulls, all, inside] = [0, 0, 0];
    counts.forEach((n, i) => {
      all += n;
      if (Math.floor(i / stride) === nx + 2 || i % stride === ny + 2) nulls += n;
    });
    for (const column of cells) for (const n of column) inside += n;
    const scaled = (/** @type {any} */ bins, /** @type {AxisColumn} */ c) => bins.edges.map((/** @type {number} */ e) =>
      (c.type === 'timestamp' ? e * 1e6 : e + shiftOf(c, bins.scale)));
    this.#exact = exact;
    this.#pairs = {edges: scaled(view.x, this.axes.x), edges2: scaled(view.y, this.axes.y), counts: cells,
      outside: Math.max(0, Math.round((all - nulls) * factor - inside)), nulls: nulls * factor};
    this.element.classList.remove('is-loading');
    this.element.classList.toggle('is-sampled', !exact);
    if (!moving) return this.#draw();
    const width = this.#width - MARGIN.left - MARGIN.right;
    if (width >= 60) this.#cells(cells, width, density(cells.flat(), this.#log));
    this.#say();
  }

  /** Columns and edges of both sides, in the words of the selection; null before there are data. @returns {import('./pair-range.js').Side[] | null} */
  get #sides() {
    if (!this.#pairs) return null;
    const {edges, edges2} = this.#pairs;
    return [this.axes.x, this.axes.y].map((c, i) => {
      const drawn = [edges, edges2][i];
      const exact = this.#stops[c.name];
      const shift = shiftOf(c, scaleOf(c));
      return {name: c.name, type: c.type, edges: exact?.length === drawn.length ? exact
        : drawn.map((v) => (c.type === 'timestamp' ? Math.round(v / 1e6) : Number((v - shift).toPrecision(12))))};
    });
  }

  /** Exact edges of the cells of both columns, as cubes have them. @param {import('./cube-file.js').PairView} view */
  setStops({x, y}) {
    this.#stops = {[x.column]: x.edges, [y.column]: y.edges};
    this.place(this.#clauses);
  }

  /** The rectangle that the selection cuts out. @param {import('./where.js').Clause[]} clauses */
  place(clauses) {
    this.#clauses = clauses;
    const sides = this.#sides;
    const width = this.#width - MARGIN.left - MARGIN.right;
    if (!sides || width < 60) return;
    const [x, y] = sides;
    this.brush.show({left: MARGIN.left, top: MARGIN.top, width, height: HEIGHT, nx: x.edges.length - 1, ny: y.edges.length - 1}, cellsOf(x, y, clauses));
  }

  /** What the rectangle selects, as the crossfilter wants it; null if it has limits within cells. @param {import('./where.js').Clause[]} clauses */
  brushOf(clauses) {
    const sides = this.#sides;
    return sides && placesOf(sides[0], sides[1], clauses);
  }

  /** The columns chosen. */
  get axes() {
    const of = (/** @type {string} */ name) => /** @type {AxisColumn} */ (this.#columns.find((c) => c.name === name));
    return {x: of(this.x.value), y: of(this.y.value)};
  }

  setLoading() {
    this.element.classList.add('is-loading');
  }

  /** @param {Pairs} pairs */
  setData(pairs) {
    this.#pairs = pairs;
    this.#exact = true;
    this.element.classList.remove('is-loading', 'is-sampled');
    this.#draw();
  }

  #draw() {
    const width = this.#width - MARGIN.left - MARGIN.right;
    if (width < 60 || !this.#pairs) return;
    const {edges: xEdges, edges2: yEdges, counts} = this.#pairs;
    const {x: xc, y: yc} = this.axes;
    const at = (/** @type {AxisColumn} */ c, /** @type {number[]} */ edges, /** @type {number} */ length, up = false) => {
      const f = c.type === 'timestamp' ? 1e6 : 1;
      return axis(c.type === 'timestamp' ? 'time' : scaleOf(c), edges[0] / f, edges[edges.length - 1] / f, length, up);
    };
    const x = at(xc, xEdges, width);
    const y = at(yc, yEdges, HEIGHT, true);
    const colours = density(counts.flat(), this.#log);
    this.#cells(counts, width, colours);
    const height = HEIGHT + MARGIN.top + MARGIN.bottom;
    this.svg.setAttribute('width', String(this.#width));
    this.svg.setAttribute('height', String(height));
    const named = (/** @type {AxisColumn} */ c) => `${c.name}${c.type === 'timestamp' ? ' [UTC]' : c.unit ? ` [${unitLabel(c.unit)}]` : ''}`;
    fill(this.svg, el('svg:g', {transform: `translate(${MARGIN.left},${MARGIN.top})`},
      leftAxis(y, width, HEIGHT), lowerAxis(x, width, HEIGHT),
      el('svg:line', {class: 'frame', y2: HEIGHT}),
      el('svg:text', {class: 'axis-title', x: width, y: HEIGHT + 36, 'text-anchor': 'end'}, named(xc)),
      el('svg:text', {class: 'axis-title', x: -MARGIN.left + 2, y: -5}, named(yc))));
    fill(this.legend, colourBar(colours, 'events per cell'));
    this.place(this.#clauses);
    this.#say();
    this.#summary(counts, xEdges, yEdges, named(xc), named(yc));
  }

  #say() {
    if (!this.#pairs) return;
    const {counts, outside, nulls} = this.#pairs;
    const shown = d3.sum(counts, (/** @type {number[]} */ c) => d3.sum(c));
    this.note.textContent = `${this.#exact ? '' : '≈ '}${count(shown)} events shown`
      + (outside ? ` · ${count(outside)} outside the axes` : '') + (nulls ? ` · ${count(nulls)} without one of the values` : '') + ' · drag to cut on both';
  }

  /** A pixel a cell, made as large as the plot. @param {number[][]} counts @param {number} width @param {import('./density.js').Density} colours */
  #cells(counts, width, colours) {
    const [nx, ny] = [counts.length, counts[0].length];
    const ratio = Math.min(2, devicePixelRatio || 1);
    const [w, h] = [Math.round(width * ratio), Math.round(HEIGHT * ratio)];
    if (this.canvas.width !== w || this.canvas.height !== h) {
      this.canvas.width = w;
      this.canvas.height = h;
      Object.assign(this.canvas.style, {left: `${MARGIN.left}px`, top: `${MARGIN.top}px`, width: `${width}px`, height: `${HEIGHT}px`});
    }
    const image = new ImageData(nx, ny);
    const pixels = new Uint32Array(image.data.buffer);
    for (let i = 0; i < nx; i++) {
      const column = counts[i];
      for (let j = 0; j < ny; j++) if (column[j] > 0) pixels[(ny - 1 - j) * nx + i] = colours.word(column[j]);
    }
    const small = (this.small ??= document.createElement('canvas'));
    small.width = nx;
    small.height = ny;
    /** @type {CanvasRenderingContext2D} */ (small.getContext('2d')).putImageData(image, 0, 0);
    const pen = this.canvas.getContext('2d');
    pen.clearRect(0, 0, w, h);
    pen.imageSmoothingEnabled = false;
    pen.drawImage(small, 0, 0, w, h);
  }

  /** Where most pairs lie, in words. */
  #summary(/** @type {number[][]} */ counts, /** @type {number[]} */ xs, /** @type {number[]} */ ys, /** @type {string} */ xName, /** @type {string} */ yName) {
    const flat = counts.flatMap((column, i) => column.map((n, j) => ({n, i, j}))).sort((a, b) => b.n - a.n).slice(0, 5);
    fill(this.table, el('table', {}, el('caption', {}, 'The five fullest cells'),
      el('thead', {}, el('tr', {}, ...[xName, yName, 'Events'].map((t) => el('th', {scope: 'col'}, t)))),
      el('tbody', {}, ...flat.map(({n, i, j}) => el('tr', {}, el('td', {}, `${xs[i]} to ${xs[i + 1]}`), el('td', {}, `${ys[j]} to ${ys[j + 1]}`), el('td', {}, count(n)))))));
  }
}

/** Whole numbers are drawn with their bins around them. @param {AxisColumn} c @param {string} scale */
const shiftOf = (c, scale) => (/^u?int/.test(c.type) && scale === 'linear' ? -0.5 : 0);

/** The usual bins of a column, as the server makes them for cubes. @param {AxisColumn} c @param {number} cells at most */
function binsOf(c, cells) {
  if (!c.axis) return {bins: cells, min: null, max: null, scale: scaleOf(c)};
  const scale = c.axis.log ? 'log' : 'linear';
  const place = (/** @type {number} */ v) => (c.type === 'timestamp' ? v * 1e6 : v + shiftOf(c, scale));
  const {bins, first, last} = chosen(c.axis.choices, cells);
  return {bins, min: place(first), max: place(last), scale};
}
