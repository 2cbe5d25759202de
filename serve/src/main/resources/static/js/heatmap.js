import {axis, scaleOf} from './axis.js';
import {leftAxis, lowerAxis} from './bars.js';
import {colourBar} from './colour-bar.js';
import {density} from './density.js';
import {el, fill} from './dom.js';
import {pairMenu} from './figure-panels.js';
import {count, unitLabel} from './figures.js';

/**
 * Two columns against each other: counts of pairs as colours.
 *
 * @typedef {{name: string, unit: string, min: number, max: number, type: string}} AxisColumn
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

  /** @param {AxisColumn[]} columns at least two @param {[string, string]} first @param {() => void} wanted asks for new data */
  constructor(columns, first, wanted) {
    this.#columns = columns;

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
    this.canvas = el('canvas', {class: 'heat-cells', 'aria-hidden': 'true'});
    this.svg = el('svg:svg', {class: 'plot', role: 'img', 'aria-labelledby': 'pair-name pair-note'});
    this.stage = el('div', {class: 'plot-stage'}, this.canvas, this.svg);
    this.legend = el('div', {class: 'colour-bar'});
    this.note = el('p', {class: 'figure-note', id: 'pair-note'});
    this.table = el('div', {class: 'hidden-visually'});
    this.element = el('section', {class: 'panel pair is-loading', 'aria-labelledby': 'pair-name'},
      el('header', {class: 'panel-head'}, el('h3', {id: 'pair-name'}, 'Two quantities'),
        el('div', {class: 'chips'}, this.y, el('span', {class: 'unit'}, 'over'), this.x, log)),
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
    this.element.classList.remove('is-loading');
    this.#draw();
  }

  #draw() {
    const width = this.#width - MARGIN.left - MARGIN.right;
    if (width < 60 || !this.#pairs) return;
    const {edges: xEdges, edges2: yEdges, counts, outside, nulls} = this.#pairs;
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
    const shown = d3.sum(counts.flat());
    this.note.textContent = `${count(shown)} events shown`
      + (outside ? ` · ${count(outside)} outside the axes` : '') + (nulls ? ` · ${count(nulls)} without one of the values` : '');
    this.#summary(counts, xEdges, yEdges, named(xc), named(yc));
  }

  /** @param {number[][]} counts @param {number} width @param {import('./density.js').Density} colours */
  #cells(counts, width, colours) {
    const ratio = Math.min(2, devicePixelRatio || 1);
    this.canvas.width = width * ratio;
    this.canvas.height = HEIGHT * ratio;
    Object.assign(this.canvas.style, {left: `${MARGIN.left}px`, top: `${MARGIN.top}px`, width: `${width}px`, height: `${HEIGHT}px`});
    const pen = this.canvas.getContext('2d');
    const [w, h] = [this.canvas.width / counts.length, this.canvas.height / counts[0].length];
    counts.forEach((column, i) => column.forEach((n, j) => {
      if (n === 0) return;
      const [r, g, b] = colours.rgb(n);
      pen.fillStyle = `rgb(${r} ${g} ${b})`;
      const [left, top] = [Math.floor(i * w), Math.floor(this.canvas.height - (j + 1) * h)];
      pen.fillRect(left, top, Math.ceil((i + 1) * w) - left, Math.ceil(this.canvas.height - j * h) - top);
    }));
  }

  /** Where most pairs lie, in words. */
  #summary(/** @type {number[][]} */ counts, /** @type {number[]} */ xs, /** @type {number[]} */ ys, /** @type {string} */ xName, /** @type {string} */ yName) {
    const flat = counts.flatMap((column, i) => column.map((n, j) => ({n, i, j}))).sort((a, b) => b.n - a.n).slice(0, 5);
    fill(this.table, el('table', {}, el('caption', {}, 'The five fullest cells'),
      el('thead', {}, el('tr', {}, ...[xName, yName, 'Events'].map((t) => el('th', {scope: 'col'}, t)))),
      el('tbody', {}, ...flat.map(({n, i, j}) => el('tr', {}, el('td', {}, `${xs[i]} to ${xs[i + 1]}`), el('td', {}, `${ys[j]} to ${ys[j + 1]}`), el('td', {}, count(n)))))));
  }
}
