import {getJson} from '../api.js';
import {visit} from './parts.js';

/**
 * Keeps cards of requests up to date: told by the server as things happen or, where it does not tell, asked every so often.
 * Progress moves in place; a card whose state has changed is taken anew.
 *
 * @typedef {{id: string, state?: string, progress?: number, ahead?: number}} Told
 */
const EVERY = 2000;
const ACTIVE = ['Scheduled', 'Running'];

/** @returns {HTMLElement[]} */
const cards = () => [...document.querySelectorAll('[data-request]')].map((c) => /** @type {HTMLElement} */ (c));
const active = () => cards().filter((c) => ACTIVE.includes(c.dataset.state ?? ''));

/** @param {Told} told */
export async function show(told) {
  const card = cards().find((c) => c.dataset.request === told.id);
  if (!card) return;
  if (told.state !== undefined && card.dataset.state !== told.state) return renew(card);
  const state = card.dataset.state;
  const words = card.querySelector('[data-words]');
  if (state === 'Running' && told.progress !== undefined) {
    card.querySelector('progress')?.setAttribute('value', String(told.progress));
    if (words) words.textContent = `${Math.floor(100 * told.progress)} % done`;
  } else if (state === 'Scheduled' && told.ahead !== undefined && words) {
    words.textContent = told.ahead === 0 ? 'next in the queue' : told.ahead === 1 ? 'one request before it' : `${told.ahead} requests before it`;
  }
}

/** Takes a card anew, the reader's place in it kept. @param {HTMLElement} card */
export async function renew(card) {
  const id = card.dataset.request ?? '';
  const alone = card.querySelector('h1') !== null;
  const {ok, page} = await visit(alone ? `/requests/${id}` : `/requests?ids=${id}`);
  const fresh = ok && page.querySelector(`[data-request="${id}"]`);
  if (!fresh) return;
  const focus = /** @type {HTMLElement | null} */ (document.activeElement);
  const within = focus && card.contains(focus) ? label(focus) : null;
  const mine = document.importNode(fresh, true);
  card.replaceWith(mine);
  const told = /** @type {HTMLElement | null} */ (mine.querySelector('[data-told]'));
  told?.setAttribute('role', 'status');
  if (within) [...mine.querySelectorAll('a, button, summary')].map((e) => /** @type {HTMLElement} */ (e)).find((e) => label(e) === within)?.focus();
}

/** @param {Element} e */
const label = (e) => e.getAttribute('aria-label') ?? e.textContent?.trim() ?? '';

/** Follows every card that is not done, also those that come later. */
export function follow() {
  /** @type {EventSource | null} */
  let source = null;
  let watched = '';
  let tells = 'EventSource' in window;
  const listen = () => {
    const ids = active().map((c) => c.dataset.request).join(',');
    if (!tells || ids === watched) return;
    source?.close();
    source = null;
    watched = ids;
    if (!ids) return;
    const mine = (source = new EventSource(`/api/v1/requests/events?ids=${ids}`));
    let any = false;
    const heard = (/** @type {MessageEvent} */ e) => {
      any = true;
      try {
        const told = JSON.parse(e.data);
        if (told?.id) show(told).then(listen);
      } catch {
        // not one of ours
      }
    };
    for (const kind of ['state', 'progress']) mine.addEventListener(kind, heard);
    mine.addEventListener('gone', (/** @type {MessageEvent} */ e) => cards().find((c) => c.dataset.request === JSON.parse(e.data).id)?.remove());
    mine.addEventListener('error', () => {
      if (mine.readyState === EventSource.CLOSED && !any) tells = false;
    });
  };
  const ask = async () => {
    const waiting = active();
    if (waiting.length && (!tells || source?.readyState !== EventSource.OPEN)) {
      try {
        const {requests} = await getJson(`/api/v1/requests?ids=${waiting.map((c) => c.dataset.request).join(',')}`);
        for (const told of requests) await show(told);
        const known = new Set(requests.map((/** @type {Told} */ r) => r.id));
        for (const card of waiting) if (!known.has(card.dataset.request)) card.remove();
      } catch {
        // the server may be restarting: the next question may be answered
      }
    }
    listen();
    setTimeout(ask, document.hidden ? 5 * EVERY : EVERY);
  };
  listen();
  setTimeout(ask, EVERY / 2);
}
