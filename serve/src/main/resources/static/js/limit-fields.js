import {el} from './dom.js';
import {moment, number} from './figures.js';

/**
 * The two fields of a cut's limits: numbers, or times in milliseconds since 1970 written as ISO 8601.
 *
 * @typedef {import('./range-slider.js').Limits} Limits
 */
export class LimitFields {
  #isTime;

  /** @param {string} name of the column @param {boolean} isTime @param {(side: 'low' | 'high', value: number | null) => void} changed */
  constructor(name, isTime, changed) {
    this.#isTime = isTime;
    this.low = this.#field('low', `${name} from`, changed);
    this.high = this.#field('high', `${name} to`, changed);
  }

  /** @param {'low' | 'high'} side @param {string} label @param {(side: 'low' | 'high', value: number | null) => void} changed */
  #field(side, label, changed) {
    const change = () => {
      const text = input.value.trim();
      const value = text === '' ? null : this.#isTime ? Date.parse(text.length === 10 ? text : text.replace(/Z?$/, 'Z')) : Number(text);
      input.setAttribute('aria-invalid', String(value !== null && !Number.isFinite(value)));
      if (value === null || Number.isFinite(value)) changed(side, value);
    };
    const input = el('input', {
      type: 'text', inputmode: this.#isTime ? 'text' : 'decimal', autocomplete: 'off', 'data-side': side,
      'aria-label': label, placeholder: side === 'low' ? 'lowest' : 'highest', onchange: change,
    });
    return input;
  }

  /** Not while somebody writes. @param {Limits} limits */
  show(limits) {
    for (const side of /** @type {const} */ (['low', 'high'])) {
      const field = this[side];
      if (document.activeElement !== field || field.value === '') {
        const value = limits[side];
        field.value = value === null ? '' : this.#isTime ? moment(value) : number(value, 8);
        field.removeAttribute('aria-invalid');
      }
    }
  }
}
