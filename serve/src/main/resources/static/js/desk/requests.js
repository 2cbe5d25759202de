import {el, fill} from '../dom.js';
import {act} from './actions.js';
import {follow} from './live.js';
import {forget, forgetAll, remember, remembered} from './memory.js';
import {about} from './actions.js';
import {visit} from './parts.js';

/** The list of requests: of the account or, without one, of this browser. */
const list = /** @type {HTMLElement} */ (document.getElementById('requests'));
const empty = /** @type {HTMLElement} */ (document.getElementById('no-requests'));
const gone = /** @type {HTMLElement} */ (document.getElementById('gone'));
const remembers = list.dataset.signedIn !== 'true';

const count = () => (empty.hidden = list.childElementCount > 0);

/** Those that the server still knows; of the others what would order them again. */
async function fromMemory() {
  const mine = remembered();
  if (!mine.length) return;
  const {ok, page} = await visit(`/requests?ids=${mine.map((r) => r.id).join(',')}`);
  if (!ok) return;
  const found = [...page.querySelectorAll('[data-request]')];
  list.append(...found.map((card) => document.importNode(card, true)));
  const known = new Set(found.map((c) => /** @type {HTMLElement} */ (c).dataset.request));
  const lost = mine.filter((r) => !known.has(r.id));
  gone.hidden = lost.length === 0;
  if (!lost.length) return;
  fill(gone, 'No longer kept: ', ...lost.flatMap((r, i) => [i ? ', ' : '', el('a', {href: `/requests/new?from=${r.identifier}`}, `order ${r.name} again`)]), '. ',
    el('button', {type: 'button', class: 'link', onclick: () => {
      lost.forEach((r) => forget(r.id));
      gone.hidden = true;
    }}, 'Forget them'));
}

document.documentElement.classList.add('has-script');
act({
  remembers,
  gone: (card) => {
    const next = /** @type {HTMLElement | null} */ (card.nextElementSibling ?? card.previousElementSibling);
    card.remove();
    count();
    /** @type {HTMLElement | null} */ (next?.querySelector('h2 a') ?? document.querySelector('#main'))?.focus();
  },
  ordered: (card) => {
    list.prepend(card);
    count();
    /** @type {HTMLElement | null} */ (card.querySelector('h2 a'))?.focus();
  },
});
document.querySelector('[data-forget]')?.addEventListener('click', () => {
  forgetAll();
  list.replaceChildren();
  gone.hidden = true;
  count();
});
if (remembers && list.dataset.named === 'true') {
  [...list.children].reverse().forEach((card) => remember(about(/** @type {HTMLElement} */ (card))));
}
if (remembers && list.dataset.named !== 'true') {
  list.classList.add('is-loading');
  await fromMemory().catch(() => {});
  list.classList.remove('is-loading');
}
count();
follow();
