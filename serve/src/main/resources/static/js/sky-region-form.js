import {el} from './dom.js';
import {number} from './figures.js';
import {isPolygon} from './sky-polygon.js';

/**
 * The part of the sky of a selection in numbers: a cone, or the corners of a polygon.
 *
 * @typedef {import('./sky-marks.js').Region} Region
 */
export class RegionForm {
  #changed;

  /** @param {(region: Region | null) => void} changed */
  constructor(changed) {
    this.#changed = changed;
    const field = (/** @type {string} */ label, /** @type {string} */ hint) =>
      el('input', {type: 'text', inputmode: 'decimal', autocomplete: 'off', 'aria-label': `${label}, degrees`, placeholder: hint});
    this.fields = {raDeg: field('Right ascension of the cone', 'RA'), decDeg: field('Declination of the cone', 'Dec'), radiusDeg: field('Radius of the cone', 'radius')};
    this.corners = el('input', {type: 'text', class: 'corners', autocomplete: 'off', 'aria-label': 'Corners of the polygon: right ascension and declination of each, degrees',
      placeholder: 'RA Dec, RA Dec, RA Dec, …'});
    this.shape = el('select', {'aria-label': 'Shape on the sky', onchange: () => this.#layOut()},
      el('option', {value: 'cone'}, 'Cone'), el('option', {value: 'polygon'}, 'Polygon'));
    this.cone = el('span', {class: 'cone-fields'}, this.fields.raDeg, this.fields.decDeg, el('span', {'aria-hidden': 'true'}, '±'), this.fields.radiusDeg);
    this.element = el('form', {class: 'limits cone', onsubmit: (/** @type {Event} */ e) => this.#submit(e)},
      this.shape, this.cone, this.corners,
      el('span', {class: 'unit'}, 'deg'), el('button', {type: 'submit', class: 'button is-small'}, 'Set'),
      el('button', {type: 'button', class: 'link', onclick: () => this.#changed(null)}, 'Clear'));
    this.#layOut();
  }

  #layOut() {
    this.cone.hidden = this.shape.value !== 'cone';
    this.corners.hidden = this.shape.value === 'cone';
  }

  /** @param {'cone' | 'polygon'} shape */
  choose(shape) {
    this.shape.value = shape;
    this.#layOut();
  }

  /** @param {Region | null} region */
  show(region) {
    if (region) this.choose('corners' in region ? 'polygon' : 'cone');
    const cone = region && !('corners' in region) ? region : null;
    for (const [name, input] of Object.entries(this.fields)) {
      if (document.activeElement !== input) input.value = cone ? number(cone[/** @type {'raDeg'} */ (name)], 7) : '';
    }
    if (document.activeElement !== this.corners) {
      this.corners.value = region && 'corners' in region ? region.corners.map((c) => c.join(' ')).join(', ') : '';
    }
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    if (this.shape.value === 'polygon') return this.#polygon();
    const values = Object.fromEntries(Object.entries(this.fields).map(([name, input]) => [name, Number(input.value)]));
    const bad = {
      raDeg: !(values.raDeg >= 0 && values.raDeg <= 360), decDeg: !(Math.abs(values.decDeg) <= 90),
      radiusDeg: !(values.radiusDeg > 0 && values.radiusDeg <= 180),
    };
    for (const [name, input] of Object.entries(this.fields)) {
      input.setAttribute('aria-invalid', String(bad[/** @type {'raDeg'} */ (name)] || input.value.trim() === ''));
    }
    const wrong = this.element.querySelector('.cone-fields [aria-invalid=true]');
    if (wrong) wrong.focus();
    else this.#changed(/** @type {any} */ ({...values, raDeg: values.raDeg % 360}));
  }

  #polygon() {
    const corners = this.corners.value.split(/[,;]/).map((/** @type {string} */ c) => c.trim().split(/\s+/).map(Number));
    const good = corners.every(([ra, dec, more]) => more === undefined && ra >= 0 && ra <= 360 && Math.abs(dec) <= 90) && isPolygon(corners);
    this.corners.setAttribute('aria-invalid', String(!good));
    if (good) this.#changed({corners});
    else this.corners.focus();
  }
}
