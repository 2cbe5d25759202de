import {el, fill} from './dom.js';

/**
 * Views of a table that a visitor named: kept by the browser, and in the address as `view`, so that a shared address tells the name.
 *
 * @param {HTMLElement} host
 * @param {string} table such as `kascade/events`
 * @param {{address: () => string, open: (search: string) => void, name: () => string | null, named: (name: string | null) => void}} page
 */
export function savedViews(host, table, page) {
  const key = `herald.views.${table}`;
  const list = el('ul', {class: 'saved-list'});
  const name = el('input', {type: 'text', maxlength: 60, autocomplete: 'off', 'aria-label': 'Name of this view', placeholder: 'name of this view'});
  const told = el('p', {class: 'figure-note', role: 'status'});
  const form = el('form', {class: 'saved-form', onsubmit: (/** @type {Event} */ e) => {
    e.preventDefault();
    const wanted = name.value.trim();
    if (!wanted) return name.focus();
    page.named(wanted);
    const others = read(key).filter((v) => v.name !== wanted);
    told.textContent = write(key, [...others, {name: wanted, search: page.address()}].slice(-50))
      ? `Saved as “${wanted}” in this browser; the address of the page holds it, too.`
      : 'This browser keeps nothing; the address of the page holds the view.';
    show();
  }}, name, el('button', {type: 'submit', class: 'chip'}, 'Save'));
  const show = () => {
    const views = read(key).sort((a, b) => a.name.localeCompare(b.name));
    fill(list, ...views.map((v) => el('li', {},
      el('button', {type: 'button', class: 'link', 'aria-current': v.name === page.name() ? 'true' : null, onclick: () => {
        page.open(v.search);
        told.textContent = `“${v.name}” is open.`;
        show();
      }}, v.name),
      el('button', {type: 'button', class: 'chip is-remove', 'aria-label': `forget the view ${v.name}`, onclick: () => {
        write(key, read(key).filter((o) => o.name !== v.name));
        show();
      }}, '✕'))));
    list.hidden = views.length === 0;
    name.value = page.name() ?? name.value;
  };
  fill(host, el('summary', {}, 'Saved views'), el('div', {class: 'saved-body'}, list, form, told));
  show();
  return {show};
}

/** @param {string} key @returns {{name: string, search: string}[]} */
function read(key) {
  try {
    const views = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(views) ? views.filter((v) => typeof v?.name === 'string' && typeof v?.search === 'string') : [];
  } catch {
    return [];
  }
}

/** @param {string} key @param {{name: string, search: string}[]} views */
function write(key, views) {
  try {
    localStorage.setItem(key, JSON.stringify(views));
    return true;
  } catch {
    return false;
  }
}
