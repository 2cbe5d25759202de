import {address, ApiProblem, getJson, latest} from './api.js';
import {el, fill, pageData, writtenBefore} from './dom.js';
import {EventViews} from './event-views.js';
import {count, share} from './figures.js';
import {showProblem} from './problem.js';
import {showRows} from './sample-rows.js';
import {SkyMap} from './sky-map.js';
import {Tally} from './tally.js';
import {format, parse, regionClause, regionOf, withRegion} from './where.js';

/**
 * One selection over all collections: counts side by side, a common map, the first events.
 */
const {base, rows: most, columns, titles, time} = pageData('events-data');
const by = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id));
const [form, where, problemHost, parts, rowsHost] = ['selection', 'where', 'problem', 'parts', 'rows'].map(by);
const tally = new Tally(by('tally'));
const COMMON = {ra: 'ra', dec: 'dec'};
const clauses = () => parse(where.value.trim(), columns);
const sky = new SkyMap((region, done) => {
  const act = () => {
    where.value = format(withRegion(clauses(), regionClause(COMMON, region)));
    changed(done);
  };
  if (views) views.brush('#sky', done, act);
  else act();
}, () => lookAgain(), 5);
/** The last counts of the sky asked for; others come too late. */
let skyWanted = '';
by('sky').append(sky.element);
/** Events of the collections asked. */
let all = 0;
/** Null where no event has a time. */
const views = time && new EventViews({
  base, time, most, looked: by('looked'), clauses, collections: () => asked(), sky, tally, of: () => all, refresh: () => refresh(),
  change: (wanted, done) => {
    where.value = format(wanted);
    changed(done);
  },
});
if (views) by('time').append(views.panel.element);
by('time').hidden = !views;

/** What passes all cuts but the cone, within the part of the sky in view. @param {AbortSignal} signal */
async function drawSky(signal) {
  const {order, within} = sky.request;
  const url = address(base, 'sky', {where: format(withRegion(clauses(), regionClause(COMMON, within))), collections: asked(), order});
  skyWanted = url;
  const counts = await getJson(url, signal);
  if (url === skyWanted) sky.setCounts(counts);
}

const lookAgain = latest(150, async (signal) => {
  sky.setLoading();
  try {
    await drawSky(signal);
  } catch (failure) {
    if (!(failure instanceof ApiProblem)) throw failure;
    showProblem(problemHost, failure, where.value.trim(), lookAgain);
  }
});

const boxes = () => /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('input[name=collections]')]);

/** Names ticked; empty if all are. */
function asked() {
  const ticked = boxes().filter((b) => b.checked).map((b) => b.value);
  return ticked.length === boxes().length ? '' : ticked.join(',');
}

/** @param {boolean} step whether this becomes a step of the history */
function changed(step) {
  if (views?.moving && views.hand.soon(refresh)) return;
  const url = address(location.pathname, '', {where: where.value.trim(), collections: asked()}).replaceAll('%2C', ',');
  if (url !== location.pathname + location.search) history[step ? 'pushState' : 'replaceState'](null, '', url);
  tell();
  place();
  refresh();
}

function place() {
  sky.setRegion(regionOf(clauses()));
  views?.place();
}

const tell = () => tally.link(address(base, '', {where: where.value.trim(), collections: asked(), format: tally.formats.value}));

const refresh = latest(150, async (signal) => {
  const text = where.value.trim();
  const common = {where: text, collections: asked()};
  tally.loading();
  sky.setLoading();
  const outcome = await Promise.allSettled([
    getJson(address(base, 'count', common), signal).then(showCounts),
    views?.isBig ? views.rest().then((shown) => shown || drawSky(signal)) : Promise.all([drawSky(signal), views?.rest()]),
    getJson(address(base, '', {...common, limit: 20, format: 'json'}), signal).then(showSample),
  ]);
  if (signal.aborted) return;
  const failed = outcome.find((o) => o.status === 'rejected');
  const problem = failed?.status === 'rejected' ? failed.reason : null;
  if (problem && !(problem instanceof ApiProblem)) throw problem;
  showProblem(problemHost, problem, text, refresh);
  where.setAttribute('aria-invalid', String(problem !== null && problem.status === 400));
  if (problem) {
    tally.failed();
    for (const part of document.querySelectorAll('.is-loading')) part.classList.remove('is-loading');
  }
});

/** @param {any} answer */
function showCounts(answer) {
  all = answer.of;
  tally.show({...answer, estimates: {}});
  const name = (/** @type {any} */ collection) => {
    const id = collection.value ?? collection;
    return el('th', {scope: 'row'},
    el('span', {class: `tag is-${titles[id].messenger}`}, el('a', {href: `/collections/${id}`}, titles[id].title)));
  };
  const rows = answer.parts.map((/** @type {any} */ p) => el('tr', {}, name(p.collection), el('td', {}, p.table),
    ...[count(p.rows), count(p.of), share(p.rows, p.of)].map((t) => el('td', {class: 'is-number'}, t))));
  const left = answer.skipped.map((/** @type {any} */ s) => el('tr', {}, name(s.collection), el('td', {}, s.table),
    el('td', {class: 'soft', colspan: 3}, `left out: ${s.why}`)));
  fill(parts.querySelector('tbody'), ...rows, ...left);
}

/** @param {any} answer */
function showSample(answer) {
  showRows(rowsHost, answer.columns, answer.rows);
}

form.addEventListener('submit', (/** @type {Event} */ e) => {
  e.preventDefault();
  changed(true);
});
where.addEventListener('keydown', (/** @type {KeyboardEvent} */ e) => {
  if (e.key !== 'Enter' || e.shiftKey) return;
  e.preventDefault();
  form.requestSubmit();
});
tally.formats.addEventListener('change', tell);
document.addEventListener('change', (e) => {
  const box = /** @type {HTMLInputElement} */ (e.target);
  if (box.name !== 'collections') return;
  if (boxes().every((b) => !b.checked)) box.checked = true;
  changed(true);
});
for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-where]'))) {
  button.addEventListener('click', () => {
    where.value = button.dataset.where ?? '';
    changed(true);
  });
}

function restore() {
  const q = new URLSearchParams(location.search);
  where.value = q.get('where') ?? '';
  const chosen = q.getAll('collections').flatMap((v) => v.split(',')).filter((v) => v);
  for (const box of boxes()) box.checked = chosen.length === 0 || chosen.includes(box.value);
  if (views) views.moving = false;
  place();
  tell();
  refresh();
}
addEventListener('popstate', restore);
document.documentElement.classList.add('has-script');
if (matchMedia('(max-width: 60rem)').matches) document.querySelector('.chooser')?.removeAttribute('open');
const early = writtenBefore(where);
restore();
if (early !== null) {
  where.value = early;
  changed(true);
}
