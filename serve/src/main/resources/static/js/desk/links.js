import {el} from '../dom.js';

/** Buttons beside the download that lead to pages about the same selection keep in step with it. */
const download = /** @type {HTMLAnchorElement | null} */ (document.querySelector('[data-download]'));
const MEANT = /\/collections\/([^/]+)\/tables\/([^/]+)\/rows$/;

function tell() {
  const {pathname, searchParams} = new URL(/** @type {HTMLAnchorElement} */ (download).href);
  const table = MEANT.exec(pathname);
  if (!table) return;
  const order = new URLSearchParams([['collection', table[1]], ['table', table[2]], ...searchParams]);
  document.querySelector('[data-order]')?.setAttribute('href', `/requests/new?${order}`);
  const a = new URLSearchParams();
  if (searchParams.get('where')) a.set('a', /** @type {string} */ (searchParams.get('where')));
  if (searchParams.get('release')) a.set('release-a', /** @type {string} */ (searchParams.get('release')));
  document.querySelector('[data-compare]')?.setAttribute('href', `/collections/${table[1]}/${table[2]}/compare?${a}`);
}

/** A link to the whole event before each of the first rows, which are the first of the selection. */
function rows() {
  const table = document.querySelector('#rows table');
  const meant = MEANT.exec(new URL(/** @type {HTMLAnchorElement} */ (download).href).pathname);
  if (!table || !meant || table.querySelector('.event-link')) return;
  const {searchParams} = new URL(/** @type {HTMLAnchorElement} */ (download).href);
  table.querySelector('thead tr')?.prepend(el('th', {scope: 'col', class: 'event-link'}, el('span', {class: 'hidden-visually'}, 'Event')));
  [...table.querySelectorAll('tbody tr')].forEach((row, i) => {
    const query = new URLSearchParams({at: String(i)});
    for (const name of ['where', 'release']) if (searchParams.get(name)) query.set(name, /** @type {string} */ (searchParams.get(name)));
    row.prepend(el('td', {class: 'event-link'}, el('a', {href: `/collections/${meant[1]}/${meant[2]}/events?${query}`, 'aria-label': `Event ${i + 1} in full`}, 'view')));
  });
}

const first = document.getElementById('rows');
if (download) {
  if (first) new MutationObserver(rows).observe(first, {childList: true});
  new MutationObserver(tell).observe(download, {attributes: true, attributeFilter: ['href']});
  tell();
}
