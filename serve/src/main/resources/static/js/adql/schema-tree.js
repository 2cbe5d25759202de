import {el, fill} from '../dom.js';
import {count, unitLabel} from '../figures.js';
import {facts} from './completion.js';

/**
 * Schemas, tables and columns as a tree (WAI-ARIA tree view pattern). Enter and a click put a name into the query; the arrow
 * keys and the triangle open and close.
 *
 * @typedef {import('./completion.js').Schema} Schema
 * @typedef {import('./completion.js').Table} Table
 * @typedef {import('./completion.js').Column} Column
 */
export class SchemaTree {
  #schemas;
  #insert;
  #about;
  #groups = 0;
  /** What each item stands for. @type {WeakMap<Element, {name: string, kind: string, about: string, fill?: () => Node[]}>} */
  #items = new WeakMap();

  /**
   * @param {HTMLElement} host
   * @param {HTMLElement} about tells of the item in hand
   * @param {Schema[]} schemas
   * @param {(name: string, kind: string) => void} insert
   */
  constructor(host, about, schemas, insert) {
    this.#schemas = schemas;
    this.#insert = insert;
    this.#about = about;
    this.tree = el('ul', {role: 'tree', class: 'tree', 'aria-label': 'Schemas, tables and columns'});
    this.none = el('p', {class: 'soft tree-none', hidden: true});
    fill(host, this.tree, this.none);
    this.tree.addEventListener('click', (/** @type {MouseEvent} */ e) => this.#clicked(e));
    this.tree.addEventListener('keydown', (/** @type {KeyboardEvent} */ e) => this.#pressed(e));
    this.tree.addEventListener('focusin', (/** @type {Event} */ e) => this.#tell(e.target));
    this.tree.addEventListener('mouseover', (/** @type {Event} */ e) => this.#tell(e.target));
    this.filter('');
  }

  /** Only what holds all these words. @param {string} text */
  filter(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const has = (/** @type {(string | null)[]} */ ...texts) => {
      const all = texts.filter(Boolean).join(' ').toLowerCase();
      return words.every((w) => all.includes(w));
    };
    const few = this.#schemas.length <= 3;
    const items = this.#schemas.flatMap((schema) => {
      const tables = schema.tables.flatMap((table) => {
        if (!words.length || has(table.name, table.description)) return [this.#table(table, table.columns, false)];
        const columns = table.columns.filter((c) => has(c.plain, c.unit, c.ucd, c.description));
        return columns.length ? [this.#table(table, columns, true)] : [];
      });
      return tables.length ? [this.#schema(schema, tables, words.length > 0 || few || !/^(tap_schema|ivoa)$/i.test(schema.name))] : [];
    });
    fill(this.tree, ...items);
    this.tree.querySelector('[role=treeitem]')?.setAttribute('tabindex', '0');
    this.none.hidden = items.length > 0;
    this.none.textContent = `Nothing here is called or described so.`;
    this.#about.textContent = '';
  }

  /** @param {Schema} schema @param {Element[]} tables @param {boolean} open */
  #schema(schema, tables, open) {
    return this.#item({name: schema.name, kind: 'schema', about: schema.description, fill: () => tables}, open, 1,
      el('span', {class: 'tree-name'}, plain(schema.name)));
  }

  /** @param {Table} table @param {Column[]} columns @param {boolean} open */
  #table(table, columns, open) {
    const about = `${table.description.replace(/\.?$/, '.')}${table.rows >= 0 ? ` ${count(table.rows)} rows, ${table.columns.length} columns.` : ''}`;
    return this.#item({name: table.name, kind: 'table', about, fill: () => columns.map((c) => this.#column(c))}, open, 2,
      el('span', {class: 'tree-name'}, table.plain), table.rows >= 0 ? el('span', {class: 'tree-side'}, count(table.rows)) : '');
  }

  /** @param {Column} column */
  #column(column) {
    return this.#item({name: column.name, kind: 'column', about: `${facts(column)}. ${column.description ?? ''}`}, null, 3,
      el('span', {class: 'tree-name'}, column.plain), el('span', {class: 'tree-side'}, column.unit ? unitLabel(column.unit) : ''),
      el('span', {class: 'tree-text'}, column.description ?? ''));
  }

  /** @param {any} known @param {boolean | null} open null of a leaf @param {number} level @param {...(Node | string)} row */
  #item(known, open, level, ...row) {
    const item = el('div', {role: 'treeitem', tabindex: -1, 'aria-level': level, 'aria-expanded': open === null ? null : String(open), class: `tree-row is-${known.kind}`},
      open === null ? '' : el('span', {class: 'tree-turn', 'aria-hidden': 'true'}), ...row);
    const node = el('li', {role: 'none'}, item);
    this.#items.set(item, known);
    if (open) this.#grow(item);
    return node;
  }

  /** @param {Element} item */
  #grow(item) {
    const id = `tree-${this.#groups++}`;
    item.setAttribute('aria-owns', id);
    item.after(el('ul', {role: 'group', id}, .../** @type {any} */ (this.#items.get(item)).fill()));
  }

  /** @param {Element} item @param {boolean} open */
  #turn(item, open) {
    if (item.getAttribute('aria-expanded') === String(open) || !item.hasAttribute('aria-expanded')) return;
    item.setAttribute('aria-expanded', String(open));
    if (open) this.#grow(item);
    else {
      item.nextElementSibling?.remove();
      item.removeAttribute('aria-owns');
    }
  }

  /** @param {Element} item */
  #take(item) {
    const known = this.#items.get(item);
    if (!known) return;
    if (known.kind === 'schema') this.#turn(item, item.getAttribute('aria-expanded') !== 'true');
    else this.#insert(known.name, known.kind);
  }

  /** @param {MouseEvent} e */
  #clicked(e) {
    const at = /** @type {Element} */ (e.target);
    const item = at.closest('[role=treeitem]');
    if (!item) return;
    this.#focusable(item);
    if (at.closest('.tree-turn')) this.#turn(item, item.getAttribute('aria-expanded') !== 'true');
    else this.#take(item);
  }

  /** Only one item is reached by Tab. @param {Element} item */
  #focusable(item) {
    this.tree.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    item.setAttribute('tabindex', '0');
  }

  /** @param {Element | null | undefined} item */
  #go(item) {
    if (!(item instanceof HTMLElement)) return;
    this.#focusable(item);
    item.focus();
  }

  /** @param {KeyboardEvent} e */
  #pressed(e) {
    const item = /** @type {Element} */ (e.target).closest('[role=treeitem]');
    if (!item || e.ctrlKey || e.metaKey || e.altKey) return;
    const all = [...this.tree.querySelectorAll('[role=treeitem]')];
    const at = all.indexOf(item);
    const open = item.getAttribute('aria-expanded');
    const parent = item.closest('[role=group]')?.previousElementSibling;
    switch (e.key) {
      case 'ArrowDown': this.#go(all[at + 1]); break;
      case 'ArrowUp': this.#go(all[at - 1]); break;
      case 'Home': this.#go(all[0]); break;
      case 'End': this.#go(all.at(-1)); break;
      case 'ArrowRight':
        if (open === 'false') this.#turn(item, true);
        else if (open === 'true') this.#go(all[at + 1]);
        break;
      case 'ArrowLeft':
        if (open === 'true') this.#turn(item, false);
        else this.#go(parent);
        break;
      case 'Enter': this.#take(item); break;
      case ' ':
        if (open === null) this.#take(item);
        else this.#turn(item, open !== 'true');
        break;
      default:
        if (e.key.length !== 1) return;
        this.#go([...all.slice(at + 1), ...all.slice(0, at)].find((i) => plain(this.#items.get(i)?.name ?? '').toLowerCase().startsWith(e.key.toLowerCase())));
    }
    e.preventDefault();
    e.stopPropagation();
  }

  /** @param {EventTarget | null} at */
  #tell(at) {
    const item = at instanceof Element ? at.closest('[role=treeitem]') : null;
    const known = item && this.#items.get(item);
    if (known) fill(this.#about, el('strong', {}, plain(known.name)), ' ', known.about);
  }
}

/** @param {string} name */
const plain = (name) => name.replaceAll('"', '');
