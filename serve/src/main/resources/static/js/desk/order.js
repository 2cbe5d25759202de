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

const count = latest(60, async (signal) => {
  form.classList.add('is-counting');
  try {
    const {page} = await visit(address(), {signal});
    take(page, '#order .cost-told');
    take(page, '#choices');
    const button = page.querySelector('.order-buttons .button');
    document.querySelector('.order-buttons .button')?.toggleAttribute('disabled', button?.hasAttribute('disabled') ?? false);
  } finally {
    form.classList.remove('is-counting');
  }
});

form.addEventListener('change', (event) => {
  history.replaceState(null, '', address());
  if (/** @type {HTMLInputElement} */ (event.target).name !== 'title') count();
});
// what was chosen before this script was there
if ([...form.querySelectorAll('input')].some((i) => i.type === 'radio' && i.checked !== i.defaultChecked)) count();
