import {el, fill} from './dom.js';

/**
 * What the format in hand leaves to choose: a small select each, gone with the format.
 *
 * @typedef {{name: string, meaning: string, usual: string, values: {name: string, meaning: string}[]}} Option
 */
export class FormatChoices {
  #host;
  #all;
  #changed;

  /** @param {HTMLElement} host @param {Object<string, Option[]>} all by format @param {() => void} changed */
  constructor(host, all, changed) {
    this.#host = host;
    this.#all = all;
    this.#changed = changed;
  }

  /** @param {string} format @param {Object<string, string>} chosen by name; the usual values elsewhere */
  show(format, chosen) {
    fill(this.#host, ...(this.#all[format] ?? []).map((option) => el('label', {title: option.meaning}, option.name, ' ',
      el('select', {name: option.name, form: 'selection', onchange: () => this.#changed()}, ...option.values.map((v) =>
        el('option', {value: v.name, title: v.meaning, selected: v.name === (chosen[option.name] ?? option.usual)}, v.name))))));
  }

  /** What is chosen that is not usual, by name. @param {string} format @returns {Object<string, string>} */
  chosen(format) {
    const selects = [...this.#host.querySelectorAll('select')];
    return Object.fromEntries((this.#all[format] ?? []).flatMap((option) => {
      const value = selects.find((s) => s.name === option.name)?.value;
      return value === undefined || value === option.usual ? [] : [[option.name, value]];
    }));
  }

  /** What an address says of the format's choices. @param {string} format @param {URLSearchParams} query @returns {Object<string, string>} */
  read(format, query) {
    return Object.fromEntries((this.#all[format] ?? []).flatMap(({name, usual, values}) => {
      const value = query.get(name);
      return value !== null && value !== usual && values.some((v) => v.name === value) ? [[name, value]] : [];
    }));
  }
}
