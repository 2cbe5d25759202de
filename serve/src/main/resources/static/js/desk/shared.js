import {getJson} from '../api.js';
import {take, visit} from './parts.js';

/** A request that was shared: asked how far it is until it has ended. */
document.documentElement.classList.add('has-script');
const EVERY = 1500;
const SELECTOR = '[data-shared]';
const card = () => /** @type {HTMLElement | null} */ (document.querySelector(SELECTOR));

async function look() {
  const here = card();
  const state = here?.dataset.state ?? '';
  if (!here || !['Scheduled', 'Running'].includes(state)) return;
  try {
    const told = await getJson(`/api/v1${here.dataset.shared}`);
    if (told.state !== state) {
      const {ok, page} = await visit(here.dataset.shared ?? '');
      if (ok) take(page, SELECTOR);
    } else if (told.progress !== undefined) {
      here.querySelector('progress')?.setAttribute('value', String(told.progress));
      const words = here.querySelector('[data-words]');
      if (words) words.textContent = `${Math.floor(100 * told.progress)} % done`;
    }
  } catch {
    // the server may be restarting: the next question may be answered
  }
  setTimeout(look, document.hidden ? 5 * EVERY : EVERY);
}
setTimeout(look, EVERY);
