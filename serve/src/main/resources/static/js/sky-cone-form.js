import {el} from './dom.js';
import {number} from './figures.js';

/** The cone of a selection as three numbers. */
export class ConeForm {
  #changed;

  /** @param {(cone: import('./sky-marks.js').Cone | null) => void} changed */
  constructor(changed) {
    this.#changed = changed;
    const field = (/** @type {string} */ label, /** @type {string} */ hint) =>
      el('input', {type: 'text', inputmode: 'decimal', autocomplete: 'off', 'aria-label': `${label}, degrees`, placeholder: hint});
    this.fields = {raDeg: field('Right ascension of the cone', 'RA'), decDeg: field('Declination of the cone', 'Dec'), radiusDeg: field('Radius of the cone', 'radius')};
    this.element = el('form', {class: 'limits cone', onsubmit: (/** @type {Event} */ e) => this.#submit(e)},
      el('span', {class: 'cone-word'}, 'Cone'), this.fields.raDeg, this.fields.decDeg, el('span', {'aria-hidden': 'true'}, '±'), this.fields.radiusDeg,
      el('span', {class: 'unit'}, 'deg'), el('button', {type: 'submit', class: 'button is-small'}, 'Set'),
      el('button', {type: 'button', class: 'link', onclick: () => this.#changed(null)}, 'Clear'));
  }

  /** @param {import('./sky-marks.js').Cone | null} cone */
  show(cone) {
    for (const [name, input] of Object.entries(this.fields)) {
      if (document.activeElement !== input) input.value = cone ? number(cone[/** @type {'raDeg'} */ (name)], 7) : '';
    }
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
    const wrong = this.element.querySelector('[aria-invalid=true]');
    if (wrong) wrong.focus();
    else this.#changed(/** @type {any} */ ({...values, raDeg: values.raDeg % 360}));
  }
}
