import {address, ApiProblem, getJson, latest} from './api.js';
import {Cuts} from './cuts.js';
import {pageData, writtenBefore} from './dom.js';
import {FormatChoices} from './format-choices.js';
import {Heatmap} from './heatmap.js';
import {LinkedViews} from './linked-views.js';
import {showProblem} from './problem.js';
import {showRows} from './sample-rows.js';
import {savedViews} from './saved-views.js';
import {tellCode} from './shop-code.js';
import {chosenColumns, listenToColumns, tickColumns} from './shop-columns.js';
import {EmptyNote} from './shop-empty.js';
import {WhereField} from './shop-field.js';
import {flagPanels} from './shop-flags.js';
import {firstPair, firstPanels, numeric} from './shop-panels.js';
import {readAddress, SelectionText, writeAddress} from './shop-state.js';
import {shopSteps} from './shop-steps.js';
import {SkyMap} from './sky-map.js';
import {Tally} from './tally.js';
import {format, regionClause, regionOf, withClause, without, withRegion} from './where.js';

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
const empty = new EmptyNote(parts.empty, data.columns, (text) => change(() => selection.setText(text), true));

const cuts = new Cuts(by('cuts'), base, data.columns, {
  clauses: () => selection.clauses,
  change: (clauses, done, active) => change(() => selection.setClauses(clauses), done, active),
  layout: () => layout(),
  near: (column) => views.near(column),
  release: here.release,
});
const sky = data.common.ra ? new SkyMap((region, done) =>
  change(() => selection.setClauses(withRegion(selection.clauses, regionClause(data.common, region))), done, '#sky'),
() => lookAgain(), data.rows > 30_000 ? 5 : 4) : null;
const pairColumns = numeric(data.columns);
const pair = pairColumns.length > 1 ? new Heatmap(pairColumns, firstPair(data.columns, data.common.time, here.pair), {
  wanted: () => layout(),
  cut: (ranges, done) => change(() => selection.setClauses(ranges.reduce(withClause, selection.clauses)), done, '#pair'),
}) : null;
if (sky) by('sky').append(sky.element);
if (pair) by('cuts').append(pair.element);
for (const [id, view] of /** @type {const} */ ([['#sky', sky], ['#pair', pair]])) {
  let timer = 0;
  view?.element.addEventListener('pointerenter', () => (timer = setTimeout(() => views.near(id), 120)));
  view?.element.addEventListener('pointerleave', () => clearTimeout(timer));
  view?.element.addEventListener('focusin', () => views.near(id));
}
/** Of so many rows that a sample is looked at first. */
const BIG = 4_000_000;
const views = new LinkedViews({
  base, big: data.rows > BIG, rows: data.rows, release: () => here.release, clauses: () => selection.clauses, text: () => selection.text,
  cuts, sky, pair, tally, looked: parts.looked,
});
const placeFlags = flagPanels(data, parts.flags, (act) => change(() => selection.setClauses(act(selection.clauses)), true));

/** Opens the panels that the address and the cuts want. */
function openPanels() {
  const cut = selection.clauses.flatMap((c) => (c.kind === 'range' || c.kind === 'choice' ? [c.column] : []));
  cuts.open([...new Set([...(here.show ?? firstPanels(data.columns, data.common.time)), ...cut])]);
}

/** Puts every part where the selection has it. */
function place() {
  cuts.place();
  sky?.setRegion(regionOf(selection.clauses));
  pair?.place(selection.clauses);
  placeFlags(selection.clauses);
  for (const button of document.querySelectorAll('[data-cut]')) {
    button.setAttribute('aria-pressed', String(cuts.names.includes(/** @type {HTMLElement} */ (button).dataset.cut ?? '')));
  }
}

/**
 * @param {() => void} act
 * @param {boolean} done whether the address may become a step of the history
 * @param {string} [brushed] the view whose brush made the change
 */
function change(act, done, brushed) {
  act();
  if (brushed) views.active = brushed;
  views.moving = !done && brushed !== undefined;
  field.show(selection.text, false);
  if (brushed === '#pair') cuts.place();
  if (!views.moving) views.hand.stop();
  else if (views.hand.soon(refresh)) return;
  field.grow();
  place();
  keep(done);
  if (done) steps.add(selection.text);
  if (brushed && views.hand.isReady) views.follow();
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
  tellCode(shown, here.format);
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
  const figures = async () => {
    if (data.rows > BIG && await views.rest()) return void (sky && !sky.linked && await drawSky(signal));
    sky?.setLoading();
    pair?.setLoading();
    await Promise.all([cuts.refresh(signal), drawSky(signal), drawPair(common, signal)]);
    if (!signal.aborted) views.tell(null);
  };
  const outcome = await Promise.allSettled([countEvents(common, signal), figures(), firstRows(common, signal)]);
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

/** @param {Object<string, unknown>} common @param {AbortSignal} signal */
async function countEvents(common, signal) {
  const answer = await getJson(address(base, 'count', {...common, columns: here.columns.join(',')}), signal);
  tally.show(answer);
  empty.show(answer.rows, selection.text);
}

/** The map shows what passes all cuts but that on the sky, within the part of the sky in view. @param {AbortSignal} signal */
async function drawSky(signal) {
  if (!sky) return;
  const {order, within} = sky.request;
  const url = address(base, 'sky', {
    where: format(withRegion(selection.clauses, regionClause(data.common, within))), release: here.release, order});
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

function restore() {
  here = readAddress(location.search);
  views.moving = false;
  selection.setText(here.where);
  field.show(selection.text);
  tally.formats.value = here.format;
  here.choices = choices.read(here.format, new URLSearchParams(location.search));
  choices.show(here.format, here.choices);
  tickColumns(here.columns);
  openPanels();
  field.grow();
  place();
  tell();
  refresh();
}

/** @param {string} text */
function apply(text) {
  change(() => selection.setText(text), true);
  openPanels();
  place();
}

const field = new WhereField(parts.where, parts.form, {
  applied: () => apply(field.text),
  typed: () => {
    selection.setText(field.text);
    field.grow();
    openPanels();
    place();
    keep(false);
    refresh();
  },
});
tally.formats.addEventListener('change', () => {
  choices.show(tally.formats.value, {});
  keep(false);
});
listenToColumns(() => {
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
});
by('release')?.addEventListener('change', (/** @type {Event} */ e) => {
  location.href = writeAddress({...here, release: /** @type {HTMLSelectElement} */ (e.target).value || null});
});
addEventListener('popstate', () => {
  restore();
  steps.add(selection.text);
});
const steps = shopSteps(parts, here.where, (text) => {
  selection.setText(text);
  field.show(text);
  openPanels();
  field.grow();
  place();
  keep(true);
  refresh();
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
const early = writtenBefore(parts.where);
restore();
if (early !== null) apply(early);
