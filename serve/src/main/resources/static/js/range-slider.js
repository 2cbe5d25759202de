import {el} from './dom.js';
import {rounded, step} from './axis.js';

/**
 * Two handles over a plot, for pointer, touch and keyboard (WAI-ARIA pattern "slider, multi-thumb"). Dragging on the free
 * plot draws a new range, dragging within a range, or Shift with the arrows, moves it. A handle at the end of the axis means: no limit on this side.
 *
 * @typedef {import('./axis.js').Axis} Axis
 * @typedef {{low: number | null, high: number | null}} Limits
 * @typedef {{label: string, whole: boolean, say: (value: number) => string}} Words
 */
export class RangeSlider {
  /** @type {Limits} */
  #limits = {low: null, high: null};
  /** @type {Axis | null} */
  #axis = null;
  #words;
  #changed;
  #handles;

  /**
   * @param {Words} words
   * @param {(limits: Limits, done: boolean) => void} changed `done` once the hand lets go
   */
  constructor(words, changed) {
    this.#words = words;
    this.#changed = changed;
    this.#handles = {low: this.#handle('low', 'lower'), high: this.#handle('high', 'upper')};
    this.element = el('div', {class: 'slider'}, this.#handles.low, this.#handles.high);
    this.element.addEventListener('pointerdown', (/** @type {PointerEvent} */ e) => this.#press(e));
  }

  /** Where limits may stop; null for what takes few digits to write. @type {((value: number) => number) | null} */
  snap = null;

  /** @param {Axis} axis @param {Limits} limits */
  show(axis, limits) {
    this.#axis = axis;
    this.#limits = limits;
    for (const side of /** @type {const} */ (['low', 'high'])) {
      const handle = this.#handles[side];
      const value = this.#at(side);
      handle.style.insetInlineStart = `${axis.place(Math.max(axis.min, Math.min(axis.max, value)))}px`;
      handle.setAttribute('aria-valuemin', String(side === 'low' ? axis.min : this.#at('low')));
      handle.setAttribute('aria-valuemax', String(side === 'low' ? this.#at('high') : axis.max));
      handle.setAttribute('aria-valuenow', String(value));
      const free = limits[side] === null;
      handle.setAttribute('aria-valuetext', free ? 'no limit' : this.#words.say(value));
      handle.classList.toggle('is-free', free);
    }
  }

  /** @param {'low' | 'high'} side */
  #at(side) {
    const axis = /** @type {Axis} */ (this.#axis);
    return this.#limits[side] ?? (side === 'low' ? axis.min : axis.max);
  }

  /** @param {'low' | 'high'} side @param {string} word */
  #handle(side, word) {
    return el('div', {
      class: `slider-handle is-${side}`, role: 'slider', tabindex: '0', 'aria-orientation': 'horizontal',
      'aria-label': `${word} limit of ${this.#words.label}`,
      onkeydown: (/** @type {KeyboardEvent} */ e) => this.#key(e, side),
    });
  }

  /** @param {KeyboardEvent} event @param {'low' | 'high'} side */
  #key(event, side) {
    const axis = /** @type {Axis} */ (this.#axis);
    const by = {ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10}[event.key];
    let value;
    if (event.key === 'Home') value = side === 'low' ? axis.min : this.#at('low');
    else if (event.key === 'End') value = side === 'high' ? axis.max : this.#at('high');
    else if (by === undefined) return;
    else {
      const size = step(axis, this.#words.whole);
      value = axis.kind === 'log' ? this.#at(side) * size ** by : this.#at(side) + size * by;
    }
    event.preventDefault();
    const {low, high} = this.#limits;
    if (event.shiftKey && by !== undefined && low !== null && high !== null) this.#shift({low, high}, axis, by * 2);
    else this.#move(side, value, true);
  }

  /** Both limits at once, by so many steps; the range stays as wide as it is on the axis. */
  #shift(/** @type {{low: number, high: number}} */ from, /** @type {Axis} */ axis, /** @type {number} */ by) {
    const pixels = axis.place(axis.kind === 'log' ? axis.min * step(axis, false) : axis.min + step(axis, this.#words.whole)) * (by / 2);
    this.#carry(from, axis, pixels, true);
  }

  /** @param {{low: number, high: number}} from @param {Axis} axis @param {number} pixels @param {boolean} done */
  #carry(from, axis, pixels, done) {
    const [left, right] = [axis.place(from.low), axis.place(from.high)];
    const most = Math.max(-left, Math.min(axis.place(axis.max) - right, pixels));
    const next = {low: this.#tidy(axis.value(left + most)), high: this.#tidy(axis.value(right + most))};
    this.show(axis, next);
    this.#changed(next, done);
  }

  /** @param {PointerEvent} event */
  #press(event) {
    if (event.button !== 0 || !this.#axis) return;
    const box = this.element.getBoundingClientRect();
    const axis = this.#axis;
    const place = (/** @type {PointerEvent} */ e) => Math.max(0, Math.min(box.width, e.clientX - box.left));
    const start = place(event);
    let side = this.#nearest(event, start);
    const anchor = axis.value(start);
    const {low, high} = this.#limits;
    const carried = !side && low !== null && high !== null && anchor > low && anchor < high ? {low, high} : null;
    let moved = false;
    if (side) this.#handles[side].focus({preventScroll: true});
    event.preventDefault();
    this.element.setPointerCapture(event.pointerId);
    const move = (/** @type {PointerEvent} */ e) => {
      if (side) return this.#move(side, axis.value(place(e)), false);
      if (Math.abs(place(e) - start) < 4 && !moved) return;
      if (carried) {
        moved = true;
        return this.#carry(carried, axis, place(e) - start, false);
      }
      side = place(e) < start ? 'low' : 'high';
      this.#limits = {low: this.#tidy(anchor), high: this.#tidy(anchor)};
      this.#move(side, axis.value(place(e)), false);
    };
    const up = () => {
      this.element.removeEventListener('pointermove', move);
      this.element.removeEventListener('pointerup', up);
      this.element.removeEventListener('pointercancel', up);
      if (side || moved) this.#changed(this.#limits, true);
    };
    this.element.addEventListener('pointermove', move);
    this.element.addEventListener('pointerup', up);
    this.element.addEventListener('pointercancel', up);
  }

  /** @param {PointerEvent} event @param {number} place @returns {'low' | 'high' | null} */
  #nearest(event, place) {
    const axis = /** @type {Axis} */ (this.#axis);
    const low = Math.abs(axis.place(this.#at('low')) - place);
    const high = Math.abs(axis.place(this.#at('high')) - place);
    const reach = event.pointerType === 'touch' ? 22 : 12;
    if (Math.min(low, high) > reach) return null;
    return low < high || (low === high && this.#at('low') > axis.min) ? 'low' : 'high';
  }

  /** @param {'low' | 'high'} side @param {number} wanted @param {boolean} done */
  #move(side, wanted, done) {
    const axis = /** @type {Axis} */ (this.#axis);
    const from = side === 'low' ? axis.min : this.#at('low');
    const to = side === 'low' ? this.#at('high') : axis.max;
    const value = Math.max(from, Math.min(to, this.#tidy(wanted)));
    const end = side === 'low' ? value <= axis.min : value >= axis.max;
    const next = {...this.#limits, [side]: end ? null : value};
    this.show(axis, next);
    this.#changed(next, done);
  }

  /** @param {number} value */
  #tidy(value) {
    return this.snap ? this.snap(value) : rounded(value, /** @type {Axis} */ (this.#axis), this.#words.whole);
  }
}
