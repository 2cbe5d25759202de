import {density} from './density.js';
import {el, fill, token} from './dom.js';
import {count, number} from './figures.js';
import {cellArea, cellOf} from './healpix.js';
import {circle, galacticPlane, project, separation, unproject} from './mollweide.js';
import {colourBar} from './colour-bar.js';

/**
 * The whole sky on a canvas: density in HEALPix cells, graticule, galactic plane and the cone of the selection, which is
 * drawn by dragging or written into the fields.
 *
 * @typedef {{order: number, cells: number[], counts: number[], nulls: number}} SkyCounts
 * @typedef {{raDeg: number, decDeg: number, radiusDeg: number}} Cone
 * @typedef {{name: string, raDeg: number, decDeg: number}} Landmark
 */

const MARGIN = 26;
/** Well-known sources, to find one's way. Positions: SIMBAD, ICRS. @type {Landmark[]} */
const LANDMARKS = [
  {name: 'Crab', raDeg: 83.633, decDeg: 22.014},
  {name: 'Cyg X-3', raDeg: 308.107, decDeg: 40.958},
  {name: 'Mrk 421', raDeg: 166.114, decDeg: 38.209},
  {name: 'TXS 0506+056', raDeg: 77.358, decDeg: 5.693},
  {name: 'Vela', raDeg: 128.836, decDeg: -45.176},
  {name: 'Cen A', raDeg: 201.365, decDeg: -43.019},
  {name: 'Gal. centre', raDeg: 266.417, decDeg: -29.008},
];

export class SkyMap {
  /** @type {SkyCounts | null} */
  #counts = null;
  /** @type {Cone | null} */
  #cone = null;
  /** Null: as the counts need it. @type {boolean | null} */
  #log = null;
  #landmarks = true;
  #width = 0;
  /** @type {{key: string, cells: Int32Array} | null} which cell each pixel shows */
  #lookup = null;
  /** @type {Map<number, number>} */
  #byCell = new Map();
  #changed;

  /** @param {(cone: Cone | null, done: boolean) => void} changed */
  constructor(changed) {
    this.#changed = changed;
    this.#build();
  }

  /** @param {SkyCounts} counts */
  setCounts(counts) {
    this.#counts = counts;
    this.#byCell = new Map(counts.cells.map((cell, i) => [cell, counts.counts[i]]));
    this.element.classList.remove('is-loading');
    this.#draw();
  }

  /** @param {Cone | null} cone */
  setCone(cone) {
    this.#cone = cone;
    for (const [name, input] of Object.entries(this.fields)) {
      if (document.activeElement !== input) input.value = cone ? number(cone[/** @type {'raDeg'} */ (name)], 7) : '';
    }
    this.#draw();
  }

  setLoading() {
    this.element.classList.add('is-loading');
  }

  #build() {
    const field = (/** @type {string} */ label, /** @type {string} */ hint) =>
      el('input', {type: 'text', inputmode: 'decimal', autocomplete: 'off', 'aria-label': `${label}, degrees`, placeholder: hint});
    this.fields = {raDeg: field('Right ascension of the cone', 'RA'), decDeg: field('Declination of the cone', 'Dec'), radiusDeg: field('Radius of the cone', 'radius')};
    this.canvas = el('canvas', {role: 'img', 'aria-label': 'All-sky map of the selected events', 'aria-describedby': 'sky-note'});
    this.note = el('p', {class: 'figure-note', id: 'sky-note'});
    this.pointer = el('p', {class: 'figure-note sky-pointer', 'aria-hidden': 'true'});
    this.table = el('div', {class: 'hidden-visually'});
    this.legend = el('div', {class: 'colour-bar'});
    this.stage = el('div', {class: 'sky-stage'}, this.canvas);
    const toggle = (/** @type {string} */ text, /** @type {string} */ label, /** @type {boolean} */ on, /** @type {(on: boolean) => void} */ act) => {
      const button = el('button', {type: 'button', class: 'chip', 'aria-label': label, 'aria-pressed': String(on), onclick: () => {
        const next = button.getAttribute('aria-pressed') !== 'true';
        button.setAttribute('aria-pressed', String(next));
        act(next);
        this.#draw();
      }}, text);
      return button;
    };
    this.form = el('form', {class: 'limits cone', onsubmit: (/** @type {Event} */ e) => this.#submit(e)},
      el('span', {class: 'cone-word'}, 'Cone'), this.fields.raDeg, this.fields.decDeg, el('span', {'aria-hidden': 'true'}, '±'), this.fields.radiusDeg,
      el('span', {class: 'unit'}, 'deg'), el('button', {type: 'submit', class: 'button is-small'}, 'Set'),
      el('button', {type: 'button', class: 'link', onclick: () => this.#set(null, true)}, 'Clear'));
    this.element = el('section', {class: 'panel sky is-loading', 'aria-labelledby': 'sky-name'},
      el('header', {class: 'panel-head'},
        el('h3', {id: 'sky-name'}, 'Sky', el('span', {class: 'unit'}, ' ICRS, Mollweide')),
        el('div', {class: 'chips'},
          (this.logButton = toggle('log', 'logarithmic colours', false, (on) => (this.#log = on))),
          toggle('sources', 'names of well-known sources', true, (on) => (this.#landmarks = on)))),
      this.stage, el('div', {class: 'sky-foot'}, this.legend, this.form), this.pointer, this.note, this.table);
    this.canvas.addEventListener('pointerdown', (/** @type {PointerEvent} */ e) => this.#press(e));
    this.canvas.addEventListener('pointermove', (/** @type {PointerEvent} */ e) => this.#hover(e));
    this.canvas.addEventListener('pointerleave', () => (this.pointer.textContent = ''));
    document.documentElement.addEventListener('themechange', () => this.#draw());
    new ResizeObserver((entries) => {
      const width = Math.round(entries[0].contentRect.width);
      if (width === this.#width || width === 0) return;
      this.#width = width;
      this.#draw();
    }).observe(this.stage);
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    const values = Object.fromEntries(Object.entries(this.fields).map(([name, input]) => [name, Number(input.value)]));
    const bad = {
      raDeg: !(values.raDeg >= 0 && values.raDeg <= 360), decDeg: !(Math.abs(values.decDeg) <= 90),
      radiusDeg: !(values.radiusDeg > 0 && values.radiusDeg <= 180),
    };
    for (const [name, input] of Object.entries(this.fields)) {
      input.setAttribute('aria-invalid', String(bad[/** @type {'raDeg'} */ (name)] || input.value.trim() === ''));
    }
    const wrong = this.form.querySelector('[aria-invalid=true]');
    if (wrong) wrong.focus();
    else this.#set(/** @type {any} */ ({...values, raDeg: values.raDeg % 360}), true);
  }

  /** @param {Cone | null} cone @param {boolean} done */
  #set(cone, done) {
    this.setCone(cone);
    this.#changed(cone, done);
  }

  get #size() {
    const half = (this.#width - 2 * MARGIN) / 4;
    return {half, height: Math.round(2 * half + 2 * MARGIN), x0: this.#width / 2, y0: half + MARGIN};
  }

  /** @param {PointerEvent} event */
  #sky(event) {
    const box = this.canvas.getBoundingClientRect();
    const {half, x0, y0} = this.#size;
    return unproject((event.clientX - box.left - x0) / half, (y0 - (event.clientY - box.top)) / half);
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    const at = this.#sky(event);
    if (!at || !this.#counts) return void (this.pointer.textContent = '');
    const n = this.#byCell.get(cellOf(this.#counts.order, ...at)) ?? 0;
    this.pointer.textContent = `RA ${at[0].toFixed(1)}°, Dec ${at[1].toFixed(1)}°: ${count(n)} events in this cell`;
  }

  /** @param {PointerEvent} event */
  #press(event) {
    const centre = this.#sky(event);
    if (!centre || event.button !== 0 || event.pointerType === 'touch') return;
    event.preventDefault();
    this.canvas.setPointerCapture(event.pointerId);
    /** @type {Cone | null} */
    let cone = null;
    const move = (/** @type {PointerEvent} */ e) => {
      const edge = this.#sky(e);
      if (!edge) return;
      const radius = separation(...centre, ...edge);
      if (radius < 0.3 && !cone) return;
      cone = {raDeg: tidy(centre[0], 2), decDeg: tidy(centre[1], 2), radiusDeg: Math.max(0.1, tidy(radius, 1))};
      this.#set(cone, false);
    };
    const up = () => {
      this.canvas.removeEventListener('pointermove', move);
      this.canvas.removeEventListener('pointerup', up);
      this.canvas.removeEventListener('pointercancel', up);
      if (cone) this.#set(cone, true);
    };
    this.canvas.addEventListener('pointermove', move);
    this.canvas.addEventListener('pointerup', up);
    this.canvas.addEventListener('pointercancel', up);
  }

  #draw() {
    if (this.#width < 60) return;
    const ratio = Math.min(2, devicePixelRatio || 1);
    const {half, height, x0, y0} = this.#size;
    this.canvas.width = this.#width * ratio;
    this.canvas.height = height * ratio;
    this.canvas.style.width = `${this.#width}px`;
    this.canvas.style.height = `${height}px`;
    const pen = this.canvas.getContext('2d');
    pen.scale(ratio, ratio);
    pen.save();
    pen.beginPath();
    pen.ellipse(x0, y0, 2 * half, half, 0, 0, 2 * Math.PI);
    pen.fillStyle = token('--sky');
    pen.fill();
    pen.clip();
    const log = this.#log ?? uneven(this.#counts?.counts ?? []);
    this.logButton.setAttribute('aria-pressed', String(log));
    const colours = density(this.#counts?.counts ?? [], log);
    if (this.#counts) pen.drawImage(this.#raster(ratio, colours), 0, 0, this.#width, height);
    pen.restore();
    this.#lines(pen);
    this.#marks(pen);
    this.#labels(pen);
    if (this.#counts) this.#tell(this.#counts, colours);
  }

  /** @param {number} ratio @param {import('./density.js').Density} colours */
  #raster(ratio, colours) {
    const [width, height] = [this.canvas.width, this.canvas.height];
    const cells = this.#pixels(width, height, ratio);
    const image = new ImageData(width, height);
    for (let i = 0; i < cells.length; i++) {
      const n = cells[i] < 0 ? undefined : this.#byCell.get(cells[i]);
      if (!n) continue;
      const [r, g, b] = colours.rgb(n);
      image.data.set([r, g, b, 255], 4 * i);
    }
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d')?.putImageData(image, 0, 0);
    return canvas;
  }

  /** @param {number} width @param {number} height @param {number} ratio */
  #pixels(width, height, ratio) {
    const order = this.#counts?.order ?? 0;
    const key = `${width}x${height}@${order}`;
    if (this.#lookup?.key === key) return this.#lookup.cells;
    const {half, x0, y0} = this.#size;
    const cells = new Int32Array(width * height).fill(-1);
    for (let row = 0; row < height; row++) {
      const y = Math.max(-1, Math.min(1, (y0 - (row + 0.5) / ratio) / half));
      const reach = 2 * Math.sqrt(1 - y * y) - 1e-9;
      for (let column = 0; column < width; column++) {
        const x = (((column + 0.5) / ratio) - x0) / half;
        if (Math.abs(x) > reach + 0.02) continue;
        const at = unproject(Math.max(-reach, Math.min(reach, x)), y);
        if (at) cells[row * width + column] = cellOf(order, at[0], at[1]);
      }
    }
    this.#lookup = {key, cells};
    return cells;
  }

  /** @param {CanvasRenderingContext2D} pen */
  #lines(pen) {
    const {half, x0, y0} = this.#size;
    pen.lineWidth = 0.8;
    pen.strokeStyle = token('--graticule');
    for (let ra = 30; ra < 360; ra += 30) this.#path(pen, d3.range(-90, 90.1, 3).map((/** @type {number} */ dec) => [ra, dec]));
    for (let dec = -60; dec <= 60; dec += 30) this.#path(pen, d3.range(0.001, 360, 4).concat(359.999).map((/** @type {number} */ ra) => [ra, dec]));
    pen.strokeStyle = token('--galactic');
    pen.setLineDash([6, 4]);
    pen.lineWidth = 1.3;
    this.#path(pen, d3.range(0, 361, 2).map(galacticPlane));
    pen.setLineDash([]);
    pen.strokeStyle = token('--rule-strong');
    pen.beginPath();
    pen.ellipse(x0, y0, 2 * half, half, 0, 0, 2 * Math.PI);
    pen.stroke();
  }

  /** Draws a line over the sky, lifting the pen where it leaves on one side and returns on the other. */
  #path(/** @type {CanvasRenderingContext2D} */ pen, /** @type {number[][]} */ points) {
    const {half, x0, y0} = this.#size;
    pen.beginPath();
    let before = NaN;
    for (const [ra, dec] of points) {
      const [x, y] = project(ra, dec);
      if (Math.abs(x - before) < 0.9) pen.lineTo(x0 + x * half, y0 - y * half);
      else pen.moveTo(x0 + x * half, y0 - y * half);
      before = x;
    }
    pen.stroke();
  }

  /** @param {CanvasRenderingContext2D} pen */
  #marks(pen) {
    const {half, x0, y0} = this.#size;
    pen.font = `600 11px ${token('--font')}`;
    pen.lineJoin = 'round';
    if (this.#landmarks && this.#width > 520) {
      for (const mark of LANDMARKS) {
        const [x, y] = project(mark.raDeg, mark.decDeg);
        const [px, py] = [x0 + x * half, y0 - y * half];
        pen.beginPath();
        pen.arc(px, py, 3.5, 0, 2 * Math.PI);
        this.#haloed(pen, () => pen.stroke());
        pen.textAlign = 'left';
        this.#write(pen, mark.name, px + 7, py + 4);
      }
    }
    if (!this.#cone) return;
    const {raDeg, decDeg, radiusDeg} = this.#cone;
    const [x, y] = project(raDeg, decDeg);
    const edge = circle(raDeg, decDeg, radiusDeg);
    for (const [colour, width] of [[token('--surface'), 5], [token('--select'), 2.4]]) {
      pen.strokeStyle = String(colour);
      pen.lineWidth = Number(width);
      this.#path(pen, edge);
      pen.beginPath();
      for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
        pen.moveTo(x0 + x * half + 4 * dx, y0 - y * half + 4 * dy);
        pen.lineTo(x0 + x * half + 10 * dx, y0 - y * half + 10 * dy);
      }
      pen.stroke();
    }
  }

  /** @param {CanvasRenderingContext2D} pen */
  #labels(pen) {
    const {half, x0, y0} = this.#size;
    pen.font = `12px ${token('--font')}`;
    const small = this.#width < 520;
    pen.textAlign = 'center';
    for (let ra = small ? 60 : 30; ra < 360; ra += small ? 60 : 30) this.#write(pen, `${ra}°`, x0 + project(ra, 0)[0] * half, y0 + 15);
    for (let dec = -60; dec <= 60; dec += 30) {
      const [x, y] = project(359.999, dec);
      pen.textAlign = 'right';
      this.#write(pen, `${dec > 0 ? '+' : dec < 0 ? '\u2212' : ''}${Math.abs(dec)}°`, Math.max(24, x0 + x * half - 4), y0 - y * half + (dec === 0 ? 4 : dec > 0 ? 0 : 9));
    }
    pen.textAlign = 'center';
    this.#write(pen, '+90°', x0, y0 - half - 6);
    this.#write(pen, '\u221290°', x0, y0 + half + 15);
  }

  /** Text readable on any colour. */
  #write(/** @type {CanvasRenderingContext2D} */ pen, /** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) {
    pen.lineWidth = 3.5;
    pen.lineJoin = 'round';
    pen.strokeStyle = token('--halo');
    pen.strokeText(text, x, y);
    pen.fillStyle = token('--ink');
    pen.fillText(text, x, y);
  }

  /** @param {CanvasRenderingContext2D} pen @param {() => void} draw */
  #haloed(pen, draw) {
    pen.strokeStyle = token('--halo');
    pen.lineWidth = 3.5;
    draw();
    pen.strokeStyle = token('--ink');
    pen.lineWidth = 1.4;
    draw();
  }

  /** @param {SkyCounts} counts @param {import('./density.js').Density} colours */
  #tell(counts, colours) {
    const total = counts.counts.reduce((a, b) => a + b, 0);
    const area = cellArea(counts.order);
    fill(this.legend, colourBar(colours, `events per cell of ${number(area, 2)} square degrees`));
    this.note.textContent = `${count(total)} events in ${count(counts.cells.length)} cells`
      + (counts.nulls ? ` · ${count(counts.nulls)} without a direction` : '') + ' · dashed: galactic plane · drag to draw a cone';
    const bands = [0, 0, 0];
    counts.cells.forEach((cell, i) => (bands[bandOf(counts.order, cell)] += counts.counts[i]));
    fill(this.table, el('table', {}, el('caption', {}, 'Selected events by HEALPix base region'),
      el('thead', {}, el('tr', {}, el('th', {scope: 'col'}, 'Part of the sky'), el('th', {scope: 'col'}, 'Events'))),
      el('tbody', {}, ...['north cap', 'equatorial belt', 'south cap'].map((name, i) =>
        el('tr', {}, el('td', {}, name), el('td', {}, count(bands[i])))))));
  }
}

/** 0 north, 1 belt, 2 south: by base cell. @param {number} order @param {number} cell */
const bandOf = (order, cell) => Math.floor(cell / 4 ** order / 4);

/** True if a few cells hold so much that the others would look alike. @param {number[]} counts */
const uneven = (counts) => counts.length > 0 && d3.max(counts) > 12 * d3.mean(counts);

/** @param {number} value @param {number} decimals */
const tidy = (value, decimals) => Number(value.toFixed(decimals));
