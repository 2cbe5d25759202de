import {axis} from '../axis.js';
import {leftAxis, lowerAxis, outline} from '../bars.js';
import {el, fill, token} from '../dom.js';
import {count, unitLabel} from '../figures.js';
import {isNumber} from './result-table.js';

/**
 * The rows at hand as a picture: one column as a histogram, two as points.
 *
 * @typedef {import('./tap.js').Column} Column
 * @typedef {import('../axis.js').Axis} Axis
 */
const HEIGHT = 300;
const MARGIN = {left: 62, right: 18, top: 24, bottom: 46};
const COUNT = '\u0000count';

export class QuickPlot {
  /** @type {Column[]} */
  #columns = [];
  /** @type {unknown[][]} */
  #rows = [];
  #width = 0;

  constructor() {
    const redraw = () => this.#draw();
    this.x = el('select', {id: 'plot-x', onchange: redraw});
    this.y = el('select', {id: 'plot-y', onchange: redraw});
    const log = (/** @type {string} */ name) => {
      const button = el('button', {type: 'button', class: 'chip', 'aria-pressed': 'false', 'aria-label': `log scale, ${name}`, onclick: () => {
        button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
        redraw();
      }}, 'log');
      return button;
    };
    this.logX = log('horizontal axis');
    this.logY = log('vertical axis');
    this.canvas = el('canvas', {class: 'plot-points', 'aria-hidden': 'true'});
    this.svg = el('svg:svg', {class: 'plot', role: 'img', 'aria-labelledby': 'plot-title plot-note'});
    this.stage = el('div', {class: 'plot-stage answer-plot'}, this.canvas, this.svg);
    this.note = el('p', {class: 'figure-note', id: 'plot-note', role: 'status'});
    this.element = el('section', {class: 'panel', 'aria-labelledby': 'plot-title'},
      el('header', {class: 'panel-head'}, el('h3', {id: 'plot-title'}, 'Quick plot'),
        el('div', {class: 'chips plot-choice'}, el('label', {}, 'y ', this.y), this.logY, el('label', {}, 'x ', this.x), this.logX)),
      this.stage, this.note);
    document.documentElement.addEventListener('themechange', redraw);
    new ResizeObserver((entries) => {
      const width = Math.round(entries[0].contentRect.width);
      if (width === this.#width || width === 0) return;
      this.#width = width;
      redraw();
    }).observe(this.stage);
  }

  /** @param {Column[]} columns @param {unknown[][]} rows */
  show(columns, rows) {
    this.#rows = rows;
    this.#columns = columns;
    const fit = columns.filter((c) => isNumber(c) || (c.type === 'timestamp' && c.shape.length === 0));
    this.element.hidden = fit.length === 0 || rows.length === 0;
    if (this.element.hidden) return;
    const first = fit.toSorted((a, b) => dull(a) - dull(b))[0];
    const grouped = fit.length === 2 && columns.length <= 3 && /^(n|count|counts|events)$/i.test(fit[1].name);
    const option = (/** @type {Column} */ c, /** @type {boolean} */ selected) => el('option', {value: c.name, selected}, c.name);
    fill(this.x, ...fit.map((c) => option(c, c === (grouped ? fit[0] : first))));
    fill(this.y, el('option', {value: COUNT, selected: !grouped}, 'number of rows'), ...fit.map((c) => option(c, grouped && c === fit[1])));
    this.logX.setAttribute('aria-pressed', 'false');
    this.logY.setAttribute('aria-pressed', 'false');
    this.#draw();
  }

  /** @param {string} name */
  #values(name) {
    const at = this.#columns.findIndex((c) => c.name === name);
    const column = this.#columns[at];
    const read = column.type === 'timestamp' ? (/** @type {unknown} */ v) => Date.parse(String(v).slice(0, 23) + 'Z') : Number;
    return {column, values: this.#rows.map((row) => (row[at] === null || row[at] === undefined ? NaN : read(row[at])))};
  }

  #draw() {
    const width = this.#width - MARGIN.left - MARGIN.right;
    if (width < 60 || this.element.hidden || !this.x.value) return;
    this.svg.setAttribute('width', String(this.#width));
    this.svg.setAttribute('height', String(HEIGHT + MARGIN.top + MARGIN.bottom));
    const x = this.#values(this.x.value);
    if (this.y.value === COUNT) this.#histogram(x, width);
    else this.#points(x, this.#values(this.y.value), width);
  }

  /** @param {{column: Column, values: number[]}} x @param {number} width */
  #histogram({column, values}, width) {
    const log = pressed(this.logX) && column.type !== 'timestamp';
    const good = values.filter((v) => Number.isFinite(v) && (!log || v > 0));
    fill(this.svg);
    this.canvas.hidden = true;
    if (!good.length) return this.#nothing(column.name);
    const on = span(column, good, log, width);
    const whole = /int/.test(column.type) && on.max - on.min < 200 && !log;
    const bins = whole ? Math.max(1, Math.round(on.max - on.min)) : Math.max(10, Math.min(100, Math.round(Math.sqrt(good.length) * 1.6)));
    const edges = Array.from({length: bins + 1}, (_, i) => on.value((width * i) / bins));
    const counts = new Array(bins).fill(0);
    for (const v of good) counts[Math.max(0, Math.min(bins - 1, Math.floor((on.place(v) / width) * bins)))]++;
    const most = Math.max(...counts);
    const logY = pressed(this.logY);
    const up = axis(logY ? 'log' : 'linear', logY ? 0.5 : 0, most * (logY ? 1.6 : 1.06), HEIGHT, true);
    up.labelled = up.labelled.filter((tick) => Number.isInteger(tick.value));
    const path = outline({x: on, y: up, counts: {edges, counts, under: 0, over: 0, nulls: 0}, height: HEIGHT});
    this.#frame(on, up, width, named(column, on), 'rows per bin', el('svg:path', {class: 'bars is-passing', d: path}));
    this.note.textContent = `${count(good.length)} rows in ${bins} bins${left(values.length - good.length, log)}`;
  }

  /** @param {{column: Column, values: number[]}} x @param {{column: Column, values: number[]}} y @param {number} width */
  #points(x, y, width) {
    const [logX, logY] = [pressed(this.logX) && x.column.type !== 'timestamp', pressed(this.logY) && y.column.type !== 'timestamp'];
    const fits = (/** @type {number} */ v, /** @type {boolean} */ log) => Number.isFinite(v) && (!log || v > 0);
    const good = [...x.values.keys()].filter((i) => fits(x.values[i], logX) && fits(y.values[i], logY));
    fill(this.svg);
    this.canvas.hidden = !good.length;
    if (!good.length) return this.#nothing(`${x.column.name} and ${y.column.name}`);
    const across = span(x.column, good.map((i) => x.values[i]), logX, width);
    const up = span(y.column, good.map((i) => y.values[i]), logY, HEIGHT, true);
    this.#frame(across, up, width, named(x.column, across), named(y.column, up));
    const ratio = Math.min(2, devicePixelRatio || 1);
    Object.assign(this.canvas, {width: width * ratio, height: HEIGHT * ratio});
    Object.assign(this.canvas.style, {left: `${MARGIN.left}px`, top: `${MARGIN.top}px`, width: `${width}px`, height: `${HEIGHT}px`});
    const pen = this.canvas.getContext('2d');
    pen.scale(ratio, ratio);
    pen.fillStyle = token('--bar-selected');
    const size = good.length < 300 ? 5 : good.length < 5000 ? 3 : 2;
    pen.globalAlpha = good.length < 300 ? 0.85 : Math.max(0.18, Math.min(0.6, 2500 / good.length));
    for (const i of good) {
      const [px, py] = [across.place(x.values[i]), HEIGHT - up.place(y.values[i])];
      pen.beginPath();
      pen.arc(px, py, size / 2, 0, 7);
      pen.fill();
    }
    this.note.textContent = `${count(good.length)} points${left(x.values.length - good.length, logX || logY)}`;
  }

  /** @param {string} what */
  #nothing(what) {
    this.svg.setAttribute('height', '0');
    this.note.textContent = `There is nothing to plot: no row has a number for ${what}${pressed(this.logX) || pressed(this.logY) ? ' above zero' : ''}.`;
  }

  /** @param {Axis} x @param {Axis} y @param {number} width @param {string} below @param {string} beside @param {...Node} marks */
  #frame(x, y, width, below, beside, ...marks) {
    fill(this.svg, el('svg:g', {transform: `translate(${MARGIN.left},${MARGIN.top})`},
      leftAxis(y, width, HEIGHT), ...marks, lowerAxis(x, width, HEIGHT), el('svg:line', {class: 'frame', y2: HEIGHT}),
      el('svg:text', {class: 'axis-title', x: width, y: HEIGHT + 38, 'text-anchor': 'end'}, below),
      el('svg:text', {class: 'axis-title', x: -MARGIN.left + 4, y: -10}, beside)));
  }
}

/** Energies are looked at first, numbers of events last. @param {Column} c */
const dull = ({ucd, name, type}) => (/^(phys|em)\.energy/.test(ucd ?? '') ? 0
  : /^(time|meta|obs)/.test(ucd ?? '') || /(^|_)(id|run|event|healpix)$/i.test(name) || type === 'timestamp' ? 2 : 1);

/** @param {Element} button */
const pressed = (button) => button.getAttribute('aria-pressed') === 'true';

/** With its unit; a time with its year, where the ticks do not tell it. @param {Column} c @param {Axis} on */
function named(c, on) {
  if (c.type !== 'timestamp') return `${c.name}${c.unit ? ` [${unitLabel(c.unit)}]` : ''}`;
  const [first, last] = [on.min, on.max].map((t) => new Date(t).getUTCFullYear());
  return `${c.name} [UTC]${first === last ? `, ${first}` : ''}`;
}

/** @param {number} n @param {boolean} log */
const left = (n, log) => (n ? ` · ${count(n)} without a value${log ? ' above zero' : ''}` : '');

/** An axis that holds all values, with a little air; integers in bins of one. */
function span(/** @type {Column} */ c, /** @type {number[]} */ values, /** @type {boolean} */ log, /** @type {number} */ length, upright = false) {
  let min = Infinity;
  let max = -Infinity;
  for (const v of values) {
    if (v < min) min = v;
    if (v > max) max = v;
  }
  const kind = c.type === 'timestamp' ? 'time' : log ? 'log' : 'linear';
  if (log) {
    const air = Math.max(1.05, (max / min) ** 0.03);
    return axis(kind, min / air, max * air, length, upright);
  }
  if (/int/.test(c.type) && max - min < 200) return axis(kind, min - 0.5, max + 0.5, length, upright);
  const air = (max - min) * (upright ? 0.04 : 0.01) || Math.abs(min) * 0.05 || 1;
  return axis(kind, min - air, max + air, length, upright);
}
