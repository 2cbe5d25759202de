import {el} from '../dom.js';
import {forget, remember} from './memory.js';
import {renew} from './live.js';
import {visit} from './parts.js';

/**
 * Cancelling, keeping, ordering again and deleting without leaving the list.
 *
 * @param {{remembers: boolean, gone: (card: HTMLElement) => void, ordered: (card: Element) => void}} page
 */
export function act(page) {
  document.addEventListener('submit', async (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    const card = /** @type {HTMLElement | null} */ (form.closest('[data-request]'));
    const what = form.dataset.act;
    if (!card || !what) return;
    event.preventDefault();
    const body = new URLSearchParams([...new FormData(form)].map(([k, v]) => [k, String(v)]));
    const {ok, url, page: answer} = await visit(form.action, {method: 'POST', body});
    if (what === 'delete') {
      if (ok && page.remembers) forget(card.dataset.request ?? '');
      if (ok) return page.gone(card);
    } else if (what === 'again') {
      const fresh = answer.querySelector('[data-request]');
      if (!ok || !fresh) return location.assign(`/requests/new?from=${card.dataset.identifier}`);
      if (page.remembers) remember(about(/** @type {HTMLElement} */ (fresh)));
      const list = await visit(`/requests?ids=${new URL(url).pathname.split('/').pop()}`);
      const made = list.page.querySelector('[data-request]');
      return made ? page.ordered(document.importNode(made, true)) : location.assign(url);
    }
    await renew(card);
    if (!ok) tell(card.dataset.request ?? '', answer);
  });
}

/** What the server refused, on the card. @param {string} id @param {Document} answer */
function tell(id, answer) {
  const said = answer.querySelector('#main h1')?.textContent ?? 'The server refused it';
  document.querySelector(`[data-request="${id}"] .request-actions`)?.before(el('p', {class: 'problem', role: 'alert'}, said));
}

/** @param {HTMLElement} card */
export const about = (card) => ({id: card.dataset.request ?? '', identifier: card.dataset.identifier ?? '', name: card.dataset.name ?? ''});
