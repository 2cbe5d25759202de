import {el, fill} from './dom.js';
import {count} from './figures.js';

/**
 * Panels of cuts that are no ranges: a detector component that must be there or must not, and words to choose from.
 */

/**
 * @param {{name: string, description: string, rows?: number | null}} column boolean
 * @param {{changed: (wanted: boolean | null) => void}} listeners
 */
export function flagPanel(column, listeners) {
  const name = `flag-${column.name}`;
  const radio = (/** @type {string} */ label, /** @type {boolean | null} */ value) => {
    const input = el('input', {type: 'radio', name, value: String(value), checked: value === null, form: 'no-form',
      onchange: () => listeners.changed(value)});
    return el('label', {class: 'segment'}, input, el('span', {}, label));
  };
  const element = el('fieldset', {class: 'flag', 'data-column': column.name},
    el('legend', {}, column.name),
    el('div', {class: 'segments'}, radio('any', null), radio('yes', true), radio('no', false)),
    column.rows === null || column.rows === undefined ? '' : el('span', {class: 'figure-note'}, `${count(column.rows)} have it`));
  return {
    element,
    /** @param {boolean | null} wanted */
    set(wanted) {
      element.querySelector(`input[value="${wanted}"]`).checked = true;
    },
  };
}

/**
 * @param {{name: string, description: string}} column of strings
 * @param {{changed: (values: string[]) => void, remove: () => void}} listeners
 */
export function choicePanel(column, listeners) {
  const list = el('div', {class: 'choices'});
  const element = el('section', {class: 'panel cut', 'data-column': column.name, 'aria-label': `cut on ${column.name}`},
    el('header', {class: 'panel-head'}, el('h3', {}, column.name),
      el('div', {class: 'chips'}, el('button', {type: 'button', class: 'chip is-remove', 'aria-label': `remove the cut on ${column.name}`, onclick: listeners.remove}, '✕'))),
    el('p', {class: 'panel-description'}, column.description), list);
  /** @type {string[]} */
  let chosen = [];
  const boxes = () => [...list.querySelectorAll('input:checked')].map((b) => /** @type {HTMLInputElement} */ (b).value);
  return {
    element,
    /** @param {{value: string, rows: number}[]} values @param {number} seen rows looked at */
    setValues(values, seen) {
      fill(list, ...values.map((v) => el('label', {class: 'choice'},
        el('input', {type: 'checkbox', value: v.value, checked: chosen.includes(v.value), onchange: () => listeners.changed(boxes())}),
        el('span', {}, v.value || '(empty)'))),
      el('p', {class: 'figure-note'}, `Values among the first ${count(seen)} rows; others can be written in the selection.`));
    },
    /** @param {string[]} values */
    set(values) {
      chosen = values;
      for (const box of list.querySelectorAll('input')) box.checked = values.includes(box.value);
    },
  };
}
