import {colourBar} from '../colour-bar.js';
import {density} from '../density.js';
import {el, fill, token} from '../dom.js';
import {figureMenu} from '../figure-file.js';
import {count, number} from '../figures.js';
import {cellArea, centreOf} from '../healpix.js';
import {SkyCells} from '../sky-cells.js';
import {drawGraticule, labelGraticule} from '../sky-graticule.js';
import {drawLandmarks} from '../sky-marks.js';
import {outline} from '../sky-pen.js';
import {SkyView} from '../sky-view.js';

/**
 * The skies of both beside each other, in the same view and the same colours.
 *
 * @typedef {import('../sky-cells.js').SkyCounts} SkyCounts
 */
export class ComparedSkies {
  #view = new SkyView();
  /** @type {SkyCells[]} */
  #cells = [];
  #log = false;

  constructor() {
    const side = (/** @type {string} */ name) => {
      const canvas = el('canvas', {role: 'img', 'aria-label': `Map of the sky of ${name}`});
      const stage = el('div', {class: 'sky-stage'}, canvas);
      return {name, canvas, stage};
    };
    this.sides = [side('A'), side('B')];
    this.legend = el('div', {class: 'colour-bar'});
    this.note = el('p', {class: 'figure-note'});
    const log = el('button', {type: 'button', class: 'chip', 'aria-pressed': 'false', 'aria-label': 'logarithmic colours of the skies', onclick: () => {
      this.#log = !this.#log;
      log.setAttribute('aria-pressed', String(this.#log));
      this.#draw();
    }}, 'log');
    this.element = el('section', {class: 'panel skies is-loading', 'aria-labelledby': 'skies-title'},
      el('header', {class: 'panel-head'}, el('h3', {id: 'skies-title'}, 'Sky'), el('div', {class: 'chips'}, log)),
      el('div', {class: 'sky-pair'}, ...this.sides.map((s, i) => el('figure', {class: `is-${s.name.toLowerCase()}`},
        el('figcaption', {}, el('span', {class: 'side-mark', 'aria-hidden': 'true'}), ` ${s.name} `, figureMenu(() => this.#file(i), `the sky of ${s.name}`)), s.stage))),
      this.legend, this.note);
    document.documentElement.addEventListener('themechange', () => this.#draw());
    new ResizeObserver(() => {
      const width = this.sides[0].stage.clientWidth;
      if (width === this.#view.width || width === 0) return;
      this.#view.width = width;
      this.#draw();
    }).observe(this.sides[0].stage);
  }

  /** @param {SkyCounts} a @param {SkyCounts} b */
  setData(a, b) {
    this.#cells = [new SkyCells(a), new SkyCells(b)];
    this.element.classList.remove('is-loading');
    const fields = this.#cells.map((c) => c.field);
    const widest = fields.reduce((w, f) => (f && w && f.radiusDeg > w.radiusDeg ? f : w ?? f), null);
    if (widest && widest.radiusDeg < 20) this.#view.fit(widest);
    this.#draw();
  }

  #draw() {
    const view = this.#view;
    if (this.#cells.length === 0 || view.width < 60) return;
    const colours = density(this.#cells.flatMap((c) => [...c.counts.counts]), this.#log);
    const ratio = Math.min(2, devicePixelRatio || 1);
    this.sides.forEach(({canvas}, i) => {
      Object.assign(canvas, {width: view.width * ratio, height: view.height * ratio});
      Object.assign(canvas.style, {width: `${view.width}px`, height: `${view.height}px`});
      const pen = canvas.getContext('2d');
      pen.scale(ratio, ratio);
      pen.save();
      outline(pen, view);
      pen.fillStyle = token('--sky');
      pen.fill();
      pen.clip();
      pen.drawImage(this.#cells[i].picture(view, ratio, colours), 0, 0, view.width, view.height);
      drawGraticule(pen, view);
      drawLandmarks(pen, view);
      pen.restore();
      outline(pen, view);
      pen.strokeStyle = token('--rule-strong');
      pen.stroke();
      labelGraticule(pen, view);
    });
    fill(this.legend, colourBar(colours, `events per cell of ${number(cellArea(this.#cells[0].order), 2)} square degrees`));
    this.note.textContent = `${count(this.#cells[0].total)} events of A, ${count(this.#cells[1].total)} of B, in the same colours.`;
  }

  /** @param {number} i @returns {import('../figure-file.js').Figure} */
  #file(i) {
    const {counts, order} = this.#cells[i];
    const {name, stage} = this.sides[i];
    const area = /** @type {HTMLTextAreaElement} */ (document.querySelector(`textarea[name=${name.toLowerCase()}]`));
    return {
      name: `sky-${name}`, stage, below: [this.legend.firstElementChild],
      caption: [`Directions of the events of ${name} (${area.value.trim() || 'everything'}), equatorial coordinates (ICRS), in nested HEALPix cells of order ${order}.`],
      columns: [{name: 'healpix'}, {name: 'ra', unit: 'deg'}, {name: 'dec', unit: 'deg'}, {name: 'events'}],
      rows: counts.cells.map((cell, k) => {
        const [ra, dec] = centreOf(order, cell);
        return [cell, Number(ra.toFixed(6)), Number(dec.toFixed(6)), counts.counts[k]];
      }),
    };
  }
}
