import {el, fill, pageData} from '../dom.js';
import {AnswerView} from './answer.js';
import {checker, quoted} from './check.js';
import {completions} from './completion.js';
import {curl, pyvo, stilts} from './copies.js';
import {Editor} from './editor.js';
import {Forecast} from './forecast.js';
import {History, seconds} from './history.js';
import {Jobs} from './jobs.js';
import {SchemaTree} from './schema-tree.js';
import {tabs} from './tabs.js';
import {ask, TapProblem} from './tap.js';

/**
 * The page for queries in ADQL: what is written goes to the service's checks as it is typed, and to TAP when it is run.
 */
const data = pageData('adql-data');
const by = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id));
const [form, state, clock, cancel, limit] = ['ask', 'state', 'clock', 'cancel', 'limit'].map(by);
const LONGEST = 6000;
document.documentElement.classList.add('has-script');

const field = by('query');
const given = field.value;
const editor = new Editor(by('editor'), {
  text: given,
  words: data.words,
  functions: data.functions.map((/** @type {any} */ f) => f.name),
  complete: completions(data),
  check: checker(tell),
  run,
  changed,
});
field.remove();
by('query-label').removeAttribute('for');

/** @type {AbortController | null} */
let running = null;
const jobs = new Jobs(by('jobs'), data.tap, take);
const history_ = new History(by('history'), take);
const asJob = (/** @type {string} */ query, /** @type {string} */ format) =>
  jobs.start(query, format, data.maxRows).catch((failure) => answer.fail(failure, run));
const forecast = new Forecast(by('forecast'), {formats: data.formats, maxRows: data.maxRows, job: asJob});
const answer = new AnswerView(by('answer'), {tap: data.tap, formats: data.formats, maxRows: data.maxRows});
const tree = new SchemaTree(by('tree-host'), by('tree-about'), data.schemas, (name, kind) =>
  kind === 'table' && !editor.text.trim() ? take(`SELECT TOP 100 *\nFROM ${name}`) : editor.insert(name));
tabs(by('tab-tables').parentElement);
if (matchMedia('(max-width: 60rem)').matches) by('side').removeAttribute('open');

/** Brings a query into the editor, without running it. @param {string} query */
function take(query) {
  editor.text = query;
  editor.focus();
}

/** What the service says of the query as it stands. @param {import('./check.js').Verdict | null} verdict @param {boolean} failed */
function tell(verdict, failed) {
  const first = verdict?.errors.toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0))[0];
  state.classList.toggle('is-bad', Boolean(first));
  state.classList.toggle('is-good', Boolean(verdict && !first));
  forecast.of(verdict && !first ? editor.text : null);
  if (failed) return fill(state, 'The query is not checked: the server does not answer.');
  if (!verdict) return fill(state);
  if (!first) return fill(state, `Sound: ${verdict.columns.length === 1 ? 'one column' : `${verdict.columns.length} columns`}.`);
  const {start = 0, length = 1} = first;
  const more = verdict.errors.length - 1;
  fill(state, el('button', {type: 'button', class: 'link', onclick: () => editor.select(start, start + length)}, `Line ${editor.lineOf(start)}`), ' ',
    el('span', {}, ...quoted(first.detail)), first.help ? el('span', {class: 'soft'}, ' ', ...quoted(first.help)) : '', more ? ` (and ${more} more)` : '');
}

function changed() {
  const query = editor.text.trim();
  const tap = new URL(data.tap, location.href).href;
  by('copy-pyvo').textContent = query ? pyvo(tap, query) : '';
  by('copy-stilts').textContent = query ? stilts(tap, query) : '';
  by('copy-curl').textContent = query ? curl(tap, query, 'csv') : '';
  by('code-title').parentElement.hidden = !query;
}

/** The address of this page with the query, unless that would be too long for servers on the way. @param {string} query */
function address(query) {
  const path = query ? `/adql?${new URLSearchParams({query})}` : '/adql';
  return path.length > LONGEST ? '/adql' : path;
}

async function run() {
  const query = editor.text.trim();
  if (!query) {
    fill(state, 'Write a query first, or take one of the examples.');
    editor.focus();
    return;
  }
  running?.abort();
  const mine = (running = new AbortController());
  if (address(query) !== location.pathname + location.search) history.pushState(null, '', address(query));
  const start = performance.now();
  const most = Number(limit.value);
  const tick = setInterval(() => (clock.textContent = seconds(performance.now() - start)), 100);
  cancel.hidden = false;
  answer.loading();
  try {
    const rows = await ask(data.tap, query, most, mine.signal);
    const ms = performance.now() - start;
    answer.show(query, rows, ms, most);
    clock.textContent = seconds(ms);
    history_.add({query, at: Date.now(), rows: rows.rows.length, more: rows.more, ms});
  } catch (failure) {
    if (mine.signal.aborted) {
      if (running === mine) clock.textContent = `Cancelled after ${seconds(performance.now() - start)}`;
      return;
    }
    clock.textContent = '';
    answer.fail(failure instanceof TapProblem ? failure : new TapProblem(0, 'The answer broke off on its way.'), run);
    if (!(failure instanceof TapProblem)) console.warn(failure);
  } finally {
    clearInterval(tick);
    if (running === mine) {
      running = null;
      cancel.hidden = true;
      answer.stopped();
    }
  }
}

form.addEventListener('submit', (/** @type {Event} */ e) => {
  e.preventDefault();
  run();
});
cancel.addEventListener('click', () => running?.abort());
by('tidy-clear').addEventListener('click', () => take(''));
by('copy-link').addEventListener('click', async () => {
  const button = by('copy-link');
  const link = new URL(address(editor.text.trim()), location.href).href;
  const done = await navigator.clipboard?.writeText(link).then(() => true, () => false);
  if (!done) history.replaceState(null, '', link);
  button.textContent = done ? 'Copied' : 'It is the address above now';
  setTimeout(() => (button.textContent = 'Copy link'), 1800);
});
let typing = 0;
by('filter').addEventListener('input', (/** @type {any} */ e) => {
  clearTimeout(typing);
  typing = setTimeout(() => tree.filter(e.target.value), 120);
});
fill(by('examples'), ...data.examples.map((/** @type {any} */ x) => el('li', {}, el('button', {type: 'button', onclick: () => take(x.query)},
  el('span', {class: 'queries-title'}, x.title), el('span', {class: 'queries-about'}, ...quoted(x.text)), el('span', {class: 'queries-text'}, x.query)))));
addEventListener('popstate', () => {
  const query = new URLSearchParams(location.search).get('query') ?? '';
  if (query === editor.text) return;
  editor.text = query;
  if (query) run();
});
changed();
if (given.trim()) run();
else if (matchMedia('(pointer: fine)').matches) editor.focus();
