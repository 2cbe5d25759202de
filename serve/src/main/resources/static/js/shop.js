import {address, ApiProblem, getJson, latest} from './api.js';
import {flagPanel} from './choice.js';
import {Crossfilter} from './crossfilter.js';
import {Cuts} from './cuts.js';
import {el, fill, pageData} from './dom.js';
import {FormatChoices} from './format-choices.js';
import {count} from './figures.js';
import {cellsWithin} from './healpix.js';
import {Heatmap} from './heatmap.js';
import {showProblem} from './problem.js';
import {showRows} from './sample-rows.js';
import {savedViews} from './saved-views.js';
import {readAddress, SelectionText, writeAddress} from './shop-state.js';
import {SkyMap} from './sky-map.js';
import {Steps} from './steps.js';
import {Tally} from './tally.js';
import {adql, astropy, curl, pandas} from './snippets.js';
import {coneOf, format, rangeOf, withClause, withCone, without} from './where.js';

/**
 * The data shop: one selection, shown as text, handles, map, count and rows, all kept in step with the address.
 */
const data = pageData('shop-data');
const base = data.base;
const by = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id));
const parts = {
  form: by('selection'), where: by('where'), problem: by('problem'), rows: by('rows'), empty: by('empty'), flags: by('flags'),
  looked: by('looked'), undo: by('undo'), redo: by('redo'),
};
const selection = new SelectionText(data.columns);
const tally = new Tally(by('tally'));
const choices = new FormatChoices(/** @type {HTMLElement} */ (by('tally').querySelector('[data-choices]')), data.choices, () => keep(false));
let here = readAddress(location.search);
/** The last selection that let events pass, for the way back. */
let lastFull = '';

const cuts = new Cuts(by('cuts'), base, data.columns, {
  clauses: () => selection.clauses,
  change: (clauses, done, active) => change(() => selection.setClauses(clauses), done, active),
  layout: () => layout(),
  near: (column) => near(column),
  release: here.release,
});
const sky = data.common.ra ? new SkyMap((cone, done) =>
  change(() => selection.setClauses(withCone(selection.clauses,
    cone && coneClause(cone))), done, '#sky'), () => lookAgain(), data.rows > 30_000 ? 5 : 4) : null;
const pairColumns = data.columns.filter((/** @type {any} */ c) => Cuts.canCut(c) && c.type !== 'string');
const pair = pairColumns.length > 1 ? new Heatmap(pairColumns, firstPair(), () => layout()) : null;
if (sky) {
  by('sky').append(sky.element);
  let timer = 0;
  sky.element.addEventListener('pointerenter', () => (timer = setTimeout(() => near('#sky'), 120)));
  sky.element.addEventListener('pointerleave', () => clearTimeout(timer));
}
if (pair) by('cuts').append(pair.element);
const flags = data.columns.filter((/** @type {any} */ c) => c.type === 'bool' && c.scalar && !inAll(c)).map((/** @type {any} */ c) => {
  const rows = data.components.find((/** @type {any} */ k) => `has_${k.name}` === c.name)?.rows ?? null;
  const panel = flagPanel({...c, rows}, {changed: (wanted) => change(() => selection.setClauses(wanted === null
    ? without(selection.clauses, c.name)
    : withClause(selection.clauses, {kind: 'flag', column: c.name, wanted})), true)});
  parts.flags.append(panel.element);
  return {name: c.name, panel};
});
parts.flags.hidden = flags.length === 0;

/** @param {{raDeg: number, decDeg: number, radiusDeg: number}} cone */
function coneClause(cone) {
  return {kind: /** @type {'cone'} */ ('cone'), ra: data.common.ra, dec: data.common.dec, ...cone};
}

/** A component of every event is nothing to choose by. @param {any} c */
function inAll(c) {
  return data.components.some((/** @type {any} */ k) => `has_${k.name}` === c.name && k.rows === data.rows);
}

/** What to open when the address does not say: energy, time, direction, then what comes first. */
function firstPanels() {
  const able = data.columns.filter((/** @type {any} */ c) => Cuts.canCut(c) && c.type !== 'string');
  const rank = (/** @type {any} */ c) => (c.energy ? 0 : /^pos\.(az\.zd|angDistance)/.test(c.ucd) ? 1
    : c.name === data.common.time ? 2 : c.computed || /^(pos|time|meta\.(id|record|code))/.test(c.ucd) ? 9 : c.component ? 4 : 5);
  const ranked = able.toSorted((/** @type {any} */ a, /** @type {any} */ b) => rank(a) - rank(b));
  const first = ranked.filter((/** @type {any} */ c, /** @type {number} */ i) =>
    c.ucd === '' || ranked.findIndex((/** @type {any} */ d) => d.ucd === c.ucd) === i);
  return first.slice(0, 4).map((/** @type {any} */ c) => c.name);
}

/** @returns {[string, string]} */
function firstPair() {
  const names = pairColumns.map((/** @type {any} */ c) => c.name);
  const asked = (here.pair ?? []).filter((n) => names.includes(n));
  if (asked.length === 2) return [asked[0], asked[1]];
  const first = firstPanels().filter((/** @type {string} */ n) => n !== data.common.time);
  return [first[0] ?? names[0], first[2] ?? first[1] ?? names[1]];
}

/** Opens the panels that the address and the cuts want. */
function openPanels() {
  const cut = selection.clauses.flatMap((c) => (c.kind === 'range' || c.kind === 'choice' ? [c.column] : []));
  cuts.open([...new Set([...(here.show ?? firstPanels()), ...cut])]);
}

/** Puts every part where the selection has it. */
function place() {
  cuts.place();
  sky?.setCone(coneOf(selection.clauses));
  for (const flag of flags) {
    const clause = selection.clauses.find((c) => c.kind === 'flag' && c.column === flag.name);
    flag.panel.set(clause?.kind === 'flag' ? clause.wanted : null);
  }
  for (const button of document.querySelectorAll('[data-cut]')) {
    button.setAttribute('aria-pressed', String(cuts.names.includes(/** @type {HTMLElement} */ (button).dataset.cut ?? '')));
  }
}

/** Of so many rows that a sample is looked at first. */
const BIG = 4_000_000;
const crossfilter = new Crossfilter(base, () => linkedState(), data.rows > BIG);
/** The view that is being brushed, or was last. */
let active = '';
let moving = false;
let frame = 0;

/** All views and the cuts that none of them has. */
function linkedState() {
  const views = cuts.linked(() => moving);
  const taken = new Set(views.flatMap((v) => rangeOf(selection.clauses, v.id) ?? []));
  const cone = coneOf(selection.clauses);
  if (sky) {
    if (cone) taken.add(cone);
    views.push({id: '#sky', cut: cone ? format([cone]) : '', active: sky.active, linked: sky.linked,
      show: (view, counts, looked) => sky.follow(view.order, counts, looked.of / looked.rows, looked.exact, moving)});
  }
  if (pair) {
    views.push({id: '#pair', cut: '', active: null, linked: pair.linked,
      show: (view, counts, looked) => pair.follow(view, counts, looked.of / looked.rows, looked.exact, moving)});
  }
  return {views, where: format(selection.clauses.filter((c) => !taken.has(/** @type {any} */ (c)))), release: here.release};
}

/** A hand comes near a view: its cubes are fetched. @param {string} id */
function near(id) {
  if (moving || document.hidden) return;
  crossfilter.prepare(id).then(() => stopsOf(id));
}

/** @param {string} id */
function stopsOf(id) {
  const file = crossfilter.ready(id)?.file;
  if (file?.active.kind === 'slices') cuts.setStops(id, file.active.values);
}

/** What a view's brush selects, as the crossfilter wants it. @param {string} id */
function brushOf(id) {
  if (id !== '#sky') return cuts.brushOf(id);
  const cone = coneOf(selection.clauses);
  return {inside: (/** @type {number} */ size) =>
    /** @type {[number, number][]} */ (cone ? cellsWithin(Math.round(Math.log2((size - 1) / 12) / 2), cone) : [[0, size]])};
}

/** Shows by cubes what the active brush selects; false if they are not there. @param {boolean} [own] the active view, too */
function follow(own = false) {
  const brush = brushOf(active);
  const shown = brush && crossfilter.brush(active, brush, own);
  if (!shown) return false;
  tally.follow(shown.rows * (shown.looked.of / shown.looked.rows), data.rows, shown.looked.exact);
  tellLooked(shown.looked);
  return true;
}

/** @param {import('./crossfilter.js').Looked | null} looked */
function tellLooked(looked) {
  const text = !looked || looked.exact ? '' : looked.sampled
    ? `≈ first look at a sample: ${count(looked.rows)} of ${count(looked.of)} events; exact counts replace it.`
    : '≈ whole cells of the sky while the cone moves; exact counts follow.';
  parts.looked.hidden = text === '';
  if (parts.looked.textContent !== text) parts.looked.textContent = text;
}

/**
 * @param {() => void} act
 * @param {boolean} done whether the address may become a step of the history
 * @param {string} [brushed] the view whose brush made the change
 */
function change(act, done, brushed) {
  act();
  if (brushed) active = brushed;
  moving = !done && brushed !== undefined;
  if (parts.where.value.trim() !== selection.text) {
    parts.where.value = selection.text;
    if (!moving) grow();
  }
  if (moving && crossfilter.ready(active)) {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => follow() || refresh());
    return;
  }
  cancelAnimationFrame(frame);
  grow();
  place();
  keep(done);
  if (done) steps.add(selection.text);
  if (brushed && crossfilter.ready(active)) follow();
  refresh();
}

/** Panels were opened, closed or zoomed: the selection stays. */
function layout() {
  here.show = cuts.names;
  place();
  keep(false);
  refresh();
}

/** @param {boolean} step */
function keep(step) {
  here.where = selection.text;
  here.columns = chosenColumns();
  here.format = tally.formats.value;
  here.choices = choices.chosen(here.format);
  if (pair && here.pair) here.pair = [pair.axes.x.name, pair.axes.y.name];
  const url = writeAddress(here);
  if (url === location.pathname + location.search) return tell();
  if (step) history.pushState(null, '', url);
  else history.replaceState(history.state, '', url);
  tell();
}

/** Names ticked; none if all are. */
function chosenColumns() {
  const boxes = [...document.querySelectorAll('input[name=columns]')].map((b) => /** @type {HTMLInputElement} */ (b));
  const ticked = boxes.filter((b) => b.checked).map((b) => b.value);
  return ticked.length === boxes.length ? [] : ticked;
}

/** @param {string} format */
const rowsUrl = (format) => address(base, 'rows', {where: selection.text, columns: here.columns.join(','), format,
  ...(format === here.format ? here.choices : {}), release: here.release});

/** Columns as ADQL writes them. @type {Map<string, string>} */
const written = new Map(data.columns.map((/** @type {any} */ c) => [c.name, c.adql]));

/** Download link and the texts to copy. */
function tell() {
  tally.link(rowsUrl(here.format));
  const shown = {
    collection: data.collection, table: data.table, columns: here.columns, clauses: selection.clauses, where: selection.text,
    written, adqlTable: data.adql,
    url: (/** @type {string} */ format) => new URL(rowsUrl(format), location.href).href,
  };
  by('copy-address').textContent = location.href;
  by('copy-curl').textContent = curl(shown, here.format);
  by('copy-astropy').textContent = astropy(shown);
  by('copy-pandas').textContent = pandas(shown);
  const query = adql(shown);
  by('copy-adql').textContent = query;
  by('to-adql').setAttribute('href', `/adql?${new URLSearchParams({query})}`);
}

/** The last counts asked for; others come too late. */
let skyWanted = '';

/** Another part of the sky is in view; the selection stays. */
const lookAgain = latest(110, async (signal) => {
  sky?.setLoading();
  try {
    await drawSky(signal);
  } catch (failure) {
    if (!(failure instanceof ApiProblem)) throw failure;
    showProblem(parts.problem, failure, selection.text, lookAgain);
  }
});

const refresh = latest(110, async (signal) => {
  tally.loading();
  const common = {where: selection.text, release: here.release};
  const views = async () => {
    if (data.rows > BIG && await rest()) return;
    sky?.setLoading();
    pair?.setLoading();
    await Promise.all([cuts.refresh(signal), drawSky(signal), drawPair(common, signal)]);
    if (!signal.aborted) tellLooked(null);
  };
  const outcome = await Promise.allSettled([countEvents(common, signal), views(), firstRows(common, signal)]);
  if (signal.aborted) return;
  const failed = outcome.find((o) => o.status === 'rejected');
  const problem = failed?.status === 'rejected' ? failed.reason : null;
  if (problem && !(problem instanceof ApiProblem)) throw problem;
  showProblem(parts.problem, problem, selection.text, refresh);
  parts.where.setAttribute('aria-invalid', String(problem !== null && problem.status === 400));
  if (problem) {
    tally.failed();
    for (const part of document.querySelectorAll('.is-loading')) part.classList.remove('is-loading');
  }
});

/** Large tables: all views by the cubes of the one brushed last; a sample's first, then exact. False if they cannot be had. */
async function rest() {
  if (!cuts.brushOf(active) && active !== '#sky') active = cuts.names.find((n) => cuts.brushOf(n)) ?? '';
  if (!active) return false;
  if (active === '#sky') return false;
  const asked = selection.text;
  crossfilter.onready = () => selection.text === asked && !moving && follow(true);
  if (!follow(true)) await crossfilter.prepare(active);
  if (!crossfilter.ready(active) || crossfilter.ready(active)?.sampled) await crossfilter.prepare(active);
  if (selection.text === asked && !follow(true)) {
    await crossfilter.prepare(active, true);
    if (selection.text === asked && !follow(true)) return false;
  }
  stopsOf(active);
  return crossfilter.ready(active) !== null;
}

/** @param {Object<string, unknown>} common @param {AbortSignal} signal */
async function countEvents(common, signal) {
  const answer = await getJson(address(base, 'count', {...common, columns: here.columns.join(',')}), signal);
  tally.show(answer);
  showEmpty(answer.rows === 0);
  if (answer.rows > 0) lastFull = selection.text;
}

/** @param {boolean} isEmpty */
function showEmpty(isEmpty) {
  parts.empty.hidden = !isEmpty;
  if (!isEmpty) return;
  const before = new Set(readClauses(lastFull));
  const culprit = readClauses(selection.text).filter((c) => !before.has(c)).join(' and ');
  fill(parts.empty,
    el('p', {}, el('strong', {}, 'No event passes.'), ' ', culprit ? el('span', {}, 'What emptied the selection: ', el('code', {}, culprit), '.') : 'The cuts exclude each other.'),
    el('div', {class: 'actions'},
      el('button', {type: 'button', class: 'button is-small', onclick: () => change(() => selection.setText(lastFull), true)}, 'Undo the last cut'),
      el('button', {type: 'button', class: 'link', onclick: () => change(() => selection.setText(''), true)}, 'Take all cuts away')));
}

/** @param {string} text */
function readClauses(text) {
  const other = new SelectionText(data.columns);
  other.setText(text);
  return other.clauses.map((c) => format([c]));
}

/** The map shows what passes all cuts but the cone, within the part of the sky in view. @param {AbortSignal} signal */
async function drawSky(signal) {
  if (!sky) return;
  const {order, within} = sky.request;
  const url = address(base, 'sky', {
    where: format(withCone(selection.clauses, within && coneClause(within))), release: here.release, order});
  skyWanted = url;
  const counts = await getJson(url, signal);
  if (url === skyWanted) sky.setCounts(counts);
}

/** @param {Object<string, unknown>} common @param {AbortSignal} signal */
async function drawPair(common, signal) {
  if (pair) pair.setData(await getJson(address(base, 'histogram', {...common, ...pair.request}), signal));
}

/** @param {Object<string, unknown>} common @param {AbortSignal} signal */
async function firstRows(common, signal) {
  const {columns, rows} = await getJson(address(base, 'rows', {...common, columns: here.columns.join(','), limit: 12, format: 'json'}), signal);
  showRows(parts.rows, columns, rows);
}

/** The text field is as high as its text. */
function grow() {
  parts.where.style.blockSize = 'auto';
  parts.where.style.blockSize = `${parts.where.scrollHeight + 2}px`;
}

function restore() {
  here = readAddress(location.search);
  moving = false;
  selection.setText(here.where);
  parts.where.value = selection.text;
  tally.formats.value = here.format;
  here.choices = choices.read(here.format, new URLSearchParams(location.search));
  choices.show(here.format, here.choices);
  for (const box of document.querySelectorAll('input[name=columns]')) {
    const b = /** @type {HTMLInputElement} */ (box);
    b.checked = here.columns.length === 0 || here.columns.includes(b.value);
  }
  openPanels();
  grow();
  place();
  tell();
  refresh();
}

parts.form.addEventListener('submit', (/** @type {Event} */ e) => {
  e.preventDefault();
  change(() => selection.setText(parts.where.value), true);
  openPanels();
  place();
});
parts.where.addEventListener('input', () => {
  selection.setText(parts.where.value);
  grow();
  openPanels();
  place();
  keep(false);
  refresh();
});
parts.where.addEventListener('keydown', (/** @type {KeyboardEvent} */ e) => {
  if (e.key === 'Enter' && !e.shiftKey) {
    e.preventDefault();
    parts.form.requestSubmit();
  }
});
tally.formats.addEventListener('change', () => {
  choices.show(tally.formats.value, {});
  keep(false);
});
document.addEventListener('change', (e) => {
  const box = /** @type {HTMLInputElement} */ (e.target);
  if (box.name !== 'columns') return;
  if (!document.querySelector('input[name=columns]:checked')) box.checked = true;
  keep(true);
  refresh();
});
document.addEventListener('click', (e) => {
  const target = /** @type {Element} */ (e.target);
  const cut = /** @type {HTMLElement | null} */ (target.closest('[data-cut]'))?.dataset.cut;
  if (cut) {
    const open = cuts.names.includes(cut);
    if (open) change(() => selection.setClauses(without(selection.clauses, cut)), true);
    cuts.open(open ? cuts.names.filter((n) => n !== cut) : [...cuts.names, cut]);
    layout();
    if (!open) document.querySelector(`.cut[data-column="${cut}"]`)?.scrollIntoView({block: 'nearest'});
  }
  const group = /** @type {HTMLElement | null} */ (target.closest('[data-tick]'));
  if (group) {
    const all = group.dataset.tick === 'all';
    const boxes = [...(group.closest('fieldset')?.querySelectorAll('input[name=columns]') ?? [])];
    boxes.forEach((b) => (/** @type {HTMLInputElement} */ (b).checked = all));
    if (!document.querySelector('input[name=columns]:checked')) /** @type {HTMLInputElement} */ (boxes[0]).checked = true;
    keep(true);
    refresh();
  }
});
by('release')?.addEventListener('change', (/** @type {Event} */ e) => {
  location.href = writeAddress({...here, release: /** @type {HTMLSelectElement} */ (e.target).value || null});
});
addEventListener('popstate', () => {
  restore();
  steps.add(selection.text);
});
const steps = new Steps(here.where, () => {
  parts.undo.disabled = !steps.canUndo;
  parts.redo.disabled = !steps.canRedo;
});
/** @param {-1 | 1} by */
function walk(by) {
  const text = steps.go(by);
  if (text === null) return;
  selection.setText(text);
  parts.where.value = text;
  openPanels();
  grow();
  place();
  keep(true);
  refresh();
}
parts.undo.addEventListener('click', () => walk(-1));
parts.redo.addEventListener('click', () => walk(1));
document.addEventListener('keydown', (e) => {
  const writes = e.target instanceof HTMLElement && e.target.matches('input:not([type=radio], [type=checkbox]), textarea, select');
  const key = e.key.toLowerCase();
  if (writes || !(e.ctrlKey || e.metaKey) || e.altKey || (key !== 'z' && key !== 'y')) return;
  e.preventDefault();
  walk(key === 'y' || e.shiftKey ? 1 : -1);
});
const saved = savedViews(by('saved'), `${data.collection}/${data.table}`, {
  address: () => location.search,
  name: () => here.view,
  named: (name) => {
    here.view = name;
    here.show = cuts.names;
    if (pair) here.pair = [pair.axes.x.name, pair.axes.y.name];
    keep(true);
  },
  open: (search) => {
    history.pushState(null, '', location.pathname + search);
    restore();
    steps.add(selection.text);
  },
});
document.documentElement.classList.add('has-script');
if (matchMedia('(max-width: 60rem)').matches) document.querySelector('.chooser')?.removeAttribute('open');
restore();
