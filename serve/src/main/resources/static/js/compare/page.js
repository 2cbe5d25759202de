import {address, getJson} from '../api.js';
import {el, pageData} from '../dom.js';
import {ComparedHistogram} from './histogram.js';
import {ComparedSkies} from './skies.js';

/** The page that compares: its address says what, which columns (`show`), and how (`scale`, `y`). */
const data = pageData('compare-data');
const here = new URL(location.href);
const how = {shape: here.searchParams.get('scale') !== 'counts', log: here.searchParams.get('y') !== 'linear'};
const host = /** @type {HTMLElement} */ (document.getElementById('histograms'));
const choices = /** @type {HTMLElement} */ (document.getElementById('choices'));
/** @type {Map<string, ComparedHistogram>} */
const open = new Map();

/** What tells most, first: energy, zenith, time, then what was measured. */
function usual() {
  const rank = (/** @type {any} */ c) => (c.name === data.energy ? 0 : /^pos\.(az\.zd|angDistance)/.test(c.ucd) ? 1 : c.name === data.time ? 2
    : c.computed || /^(pos|time|meta\.(id|record|code))/.test(c.ucd) ? 9 : 4);
  return data.columns.toSorted((/** @type {any} */ a, /** @type {any} */ b) => rank(a) - rank(b)).slice(0, 4).map((/** @type {any} */ c) => c.name);
}

function keep() {
  here.searchParams.set('show', [...open.keys()].join(','));
  if (how.shape) here.searchParams.delete('scale');
  else here.searchParams.set('scale', 'counts');
  if (how.log) here.searchParams.delete('y');
  else here.searchParams.set('y', 'linear');
  history.replaceState(null, '', here.href.replaceAll('%2C', ','));
  for (const name of ['show', 'scale', 'y']) {
    const form = /** @type {HTMLFormElement} */ (document.querySelector('.compare-sides'));
    form.querySelector(`input[name=${name}]`)?.remove();
    const value = here.searchParams.get(name);
    if (value) form.append(el('input', {type: 'hidden', name, value}));
  }
}

/** @param {string} name */
async function show(name) {
  const column = data.columns.find((/** @type {any} */ c) => c.name === name);
  if (!column || open.has(name)) return;
  const panel = new ComparedHistogram(column, how, () => {
    open.delete(name);
    panel.element.remove();
    keep();
    add.focus();
  });
  open.set(name, panel);
  host.append(panel.element);
  const [a, b] = await Promise.all(['a', 'b'].map((side) => getJson(address(data.base, 'histogram', {...panel.request, ...selection(side)}))));
  panel.setData(a, b);
}

/** @param {string} side */
const selection = (side) => ({where: data[side].where, release: data[side].release});

const chip = (/** @type {string} */ text, /** @type {string} */ label, /** @type {'shape' | 'log'} */ what) => {
  const button = el('button', {type: 'button', class: 'chip', 'aria-label': label, 'aria-pressed': String(how[what]), onclick: () => {
    how[what] = !how[what];
    button.setAttribute('aria-pressed', String(how[what]));
    for (const panel of open.values()) panel.setHow(how);
    keep();
  }}, text);
  return button;
};
const add = el('select', {'aria-label': 'add a column', onchange: async () => {
  const name = add.value;
  add.value = '';
  await show(name);
  keep();
}}, el('option', {value: ''}, 'add a column…'), ...data.columns.map((/** @type {any} */ c) => el('option', {value: c.name}, c.name)));

document.documentElement.classList.add('has-script');
document.getElementById('swap')?.addEventListener('click', () => {
  const form = /** @type {HTMLFormElement} */ (document.querySelector('.compare-sides'));
  for (const [one, other] of [['a', 'b'], ['release-a', 'release-b']]) {
    const [x, y] = [form.elements.namedItem(one), form.elements.namedItem(other)].map((e) => /** @type {HTMLInputElement} */ (e));
    if (x && y) [x.value, y.value] = [y.value, x.value];
  }
  form.requestSubmit();
});
if (data.sound) {
  choices.append(chip('equal areas', 'scale both to equal areas', 'shape'), chip('log y', 'logarithmic counts', 'log'), add);
  const wanted = here.searchParams.get('show');
  (wanted === null ? usual() : wanted.split(',')).forEach((/** @type {string} */ name) => show(name));
  keep();
  if (data.sky) {
    const skies = new ComparedSkies();
    document.getElementById('skies')?.append(skies.element);
    const order = 4;
    const [a, b] = await Promise.all(['a', 'b'].map((side) => getJson(address(data.base, 'sky', {order, ...selection(side)}))));
    skies.setData(a, b);
  }
}
