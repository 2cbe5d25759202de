import {about, act} from './actions.js';
import {follow} from './live.js';
import {remember} from './memory.js';

/** One request. What was just ordered here is remembered by this browser. */
document.documentElement.classList.add('has-script');
const card = /** @type {HTMLElement | null} */ (document.querySelector('[data-request]'));
if (card) {
  const address = new URL(location.href);
  if (address.searchParams.has('ordered')) {
    remember(about(card));
    history.replaceState(null, '', address.pathname);
  }
  act({
    remembers: true,
    gone: () => location.assign('/requests'),
    ordered: (made) => location.assign(`/requests/${/** @type {HTMLElement} */ (made).dataset.request}`),
  });
  follow();
}
