import {latest} from '../api.js';
import {take, visit} from './parts.js';

/** The order: every change is counted at once, by the server's own page. */
const form = /** @type {HTMLFormElement} */ (document.getElementById('order'));
document.documentElement.classList.add('has-script');

/** The selection of the form as an address; empty fields left out. */
function address() {
  const fields = [...new FormData(form)].map(([k, v]) => [k, String(v)]).filter(([, v]) => v !== '');
  return `/requests/new?${new URLSearchParams(fields)}`;
}

/** How often parts came or went: what was counted before that is not of the order as it is. */
let moves = 0;

const count = latest(60, async (signal) => {
  const before = moves;
  form.classList.add('is-counting');
  try {
    const {page} = await visit(address(), {signal});
    if (moves !== before) return;
    take(page, '#order .cost-told');
    take(page, '#choices');
    for (const here of document.querySelectorAll('.order-part')) {
      const key = /** @type {HTMLElement} */ (here).dataset.part;
      if (key) take(page, `.order-part[data-part="${key}"] .request-parts`);
    }
    const button = page.querySelector('.order-buttons .button');
    for (const b of document.querySelectorAll('.order-buttons .button, [data-default]')) {
      b.toggleAttribute('disabled', button?.hasAttribute('disabled') ?? false);
    }
  } finally {
    form.classList.remove('is-counting');
  }
});

// a selection is added or taken away without leaving the page
form.addEventListener('submit', async (event) => {
  const button = /** @type {HTMLButtonElement | null} */ (/** @type {SubmitEvent} */ (event).submitter);
  if (!button || !(button.name === 'drop' || 'add' in button.dataset)) return;
  event.preventDefault();
  const chosen = /** @type {HTMLSelectElement} */ (form.elements.namedItem('add'));
  if (button.name !== 'drop' && !chosen.value) return chosen.focus();
  const more = button.name === 'drop' ? {drop: button.value} : {add: chosen.value};
  chosen.value = '';
  moves++;
  const {page} = await visit(`${address()}&${new URLSearchParams(more)}`);
  moves++;
  for (const part of ['#parts', '#sizes', '#choices', '#order .cost-told']) take(page, part);
  const off = page.querySelector('.order-buttons .button')?.hasAttribute('disabled') ?? false;
  for (const b of document.querySelectorAll('.order-buttons .button, [data-default]')) b.toggleAttribute('disabled', off);
  history.replaceState(null, '', address());
  const last = [...document.querySelectorAll('.order-part')].pop();
  const next = /** @type {HTMLElement | null | undefined} */ (button.name === 'drop' ? document.querySelector('[data-add]') : last?.querySelector('summary'));
  if (button.name !== 'drop') last?.querySelector('details')?.setAttribute('open', '');
  next?.focus();
});

form.addEventListener('change', (event) => {
  if (/** @type {HTMLInputElement} */ (event.target).name === 'add') return;
  history.replaceState(null, '', address());
  if (/** @type {HTMLInputElement} */ (event.target).name !== 'title') count();
});
// what was chosen before this script was there
if ([...form.querySelectorAll('input')].some((i) => i.type === 'radio' && i.checked !== i.defaultChecked)) count();
