import {el} from '../dom.js';

/** Ids in the first rows of all events lead to the event, where the collection has one table of events. */
const rows = document.getElementById('rows');
const parts = document.getElementById('parts');

function link() {
  const tables = new Map();
  for (const line of parts?.querySelectorAll('tbody tr') ?? []) {
    const collection = line.querySelector('th a')?.getAttribute('href')?.split('/').pop();
    const table = line.querySelector('td')?.textContent?.trim();
    tables.set(collection, tables.has(collection) ? null : table);
  }
  const heads = [...(rows?.querySelectorAll('thead th') ?? [])].map((th) => th.firstChild?.textContent?.trim());
  const [id, collection] = [heads.indexOf('id'), heads.indexOf('collection')];
  if (id < 0 || collection < 0) return;
  for (const line of rows?.querySelectorAll('tbody tr') ?? []) {
    const cell = line.children[id];
    const of = line.children[collection].textContent?.trim();
    const table = tables.get(of);
    if (!table || cell.querySelector('a')) continue;
    const uuid = cell.textContent?.trim() ?? '';
    cell.replaceChildren(el('a', {href: `/collections/${of}/${table}/events/${uuid}`}, uuid));
  }
}

if (rows) new MutationObserver(link).observe(rows, {childList: true});
link();
