import {el} from '../dom.js';
import {unitLabel} from '../figures.js';

/**
 * What can be written next: columns of the tables that the query names, tables, functions, words.
 *
 * @typedef {{name: string, plain: string, type: string, unit: string | null, ucd: string | null, description: string | null, indexed: boolean}} Column
 * @typedef {{name: string, plain: string, description: string, rows: number, about: string | null, columns: Column[]}} Table
 * @typedef {{name: string, description: string, tables: Table[]}} Schema
 * @typedef {{name: string, forms: string[], description: string}} Call
 */
const PART = '(?:"(?:[^"]|"")*"|[A-Za-z_]\\w*)';
const PATH = new RegExp(`(?:${PART}\\.)+$`);
const NAMED = new RegExp(`(${PART})\\s*\\.\\s*(${PART})(?:\\s+(?:AS\\s+)?(${PART}))?`, 'gi');

/** A name without its quotes, in lower case unless quoted. @param {string} written */
const bare = (written) => (written.startsWith('"') ? written.replace(/^"|"$/g, '').replaceAll('""', '"') : written).toLowerCase();

/** Strings and comments blanked out, so that what they hold is no name. @param {string} text */
const code = (text) => text.replace(/'(?:[^']|'')*'?|--[^\n]*/g, (part) => ' '.repeat(part.length));

/**
 * @param {{schemas: Schema[], functions: Call[], words: string[]}} known
 * @returns {(context: any) => any} a completion source of CodeMirror
 */
export function completions({schemas, functions, words}) {
  const tables = new Map(schemas.flatMap((s) => s.tables.map((t) => [key(t.name), t])));
  const reserved = new Set(words);
  const calls = functions.map((f) => ({label: f.name, type: 'function', apply: call, info: () => aboutCall(f)}));
  const named = new Set(functions.map((f) => f.name.toUpperCase()));
  const keywords = words.filter((w) => !named.has(w)).map((w) => ({label: w, type: 'keyword'}));
  const allTables = schemas.flatMap((s) => s.tables.map(tableOption));

  /** Tables that a query names, with their aliases. @param {string} text */
  function used(text) {
    /** @type {{table: Table, alias: string | null}[]} */
    const found = [];
    for (const [, schema, name, alias] of code(text).matchAll(NAMED)) {
      const table = tables.get(`${bare(schema)}.${bare(name)}`);
      if (table) found.push({table, alias: alias && !reserved.has(alias.toUpperCase()) ? alias : null});
    }
    return found;
  }

  /** @param {string[]} path names before the last dot @param {{table: Table, alias: string | null}[]} here */
  function within(path, here) {
    const [first, second] = path.map(bare);
    if (path.length === 2) return tables.get(`${first}.${second}`)?.columns.map((c) => columnOption(c, '')) ?? [];
    const table = here.find((u) => u.alias !== null && bare(u.alias) === first) ?? here.find((u) => u.table.plain.toLowerCase() === first);
    const schema = schemas.find((s) => bare(s.name) === first);
    return [
      ...(table?.table.columns.map((c) => columnOption(c, '')) ?? []),
      ...(schema?.tables.map((t) => ({...tableOption(t), label: t.name.slice(schema.name.length + 1), displayLabel: t.plain})) ?? []),
    ];
  }

  return (context) => {
    const text = context.state.doc.toString();
    const before = code(text).slice(0, context.pos);
    if (before.slice(-1) === ' ' && /\S/.test(text.slice(context.pos - 1, context.pos))) return null;
    const inQuotes = (before.match(/"/g) ?? []).length % 2 === 1;
    const from = inQuotes ? before.lastIndexOf('"') : before.search(/\w*$/);
    const last = before.slice(from);
    const parts = PATH.exec(before.slice(0, from))?.[0].match(new RegExp(PART, 'g')) ?? [];
    if ((!last && !parts.length && !context.explicit) || /^\d/.test(last)) return null;
    const here = used(text);
    const answer = (/** @type {any[]} */ options) => ({from, options: fitting(options, last), filter: false});
    if (parts.length) return answer(within(parts, here));
    if (/\b(?:from|join)\s+(?:[\w".]+\s*,\s*)*["\w]*$/i.test(before)) return answer([...allTables, ...keywords]);
    const several = here.length > 1;
    const columns = here.length
      ? here.flatMap((u) => u.table.columns.map((c) => columnOption(c, several ? (u.alias ?? u.table.plain) : '')))
      : schemas.flatMap((s) => s.tables.filter((t) => t.about).flatMap((t) => t.columns.map((c) => columnOption(c, t.name))));
    const aliases = here.flatMap((u) => (u.alias ? [{label: u.alias, type: 'variable', detail: u.table.name}] : []));
    return answer([...aliases, ...unique(columns), ...allTables, ...calls, ...keywords]);
  };
}

/** What begins with the letters written, then what holds them. @param {any[]} options @param {string} written */
function fitting(options, written) {
  const letters = written.replaceAll('"', '').toLowerCase();
  if (!letters) return options;
  const place = (/** @type {any} */ o) => (o.displayLabel ?? o.label).replaceAll('"', '').toLowerCase().indexOf(letters);
  const begin = options.filter((o) => place(o) === 0);
  return [...begin, ...options.filter((o) => place(o) > 0 && letters.length > 1)];
}

/** @param {string} name */
const key = (name) => name.match(new RegExp(PART, 'g'))?.map(bare).join('.') ?? '';

/** @param {{label: string, detail: string}[]} options */
const unique = (options) => [...new Map(options.map((o) => [`${o.label} ${o.detail}`, o])).values()];

/** @param {Column} c @param {string} of */
function columnOption(c, of) {
  return {label: c.name, displayLabel: c.plain, type: 'property', info: () => aboutColumn(c),
    detail: [of, c.unit ? unitLabel(c.unit) : ''].filter(Boolean).join(' · ')};
}

/** @param {Table} t */
function tableOption(t) {
  return {label: t.name, type: 'class', detail: 'table', info: () => el('div', {}, el('p', {}, t.description))};
}

/** @param {Column} c */
function aboutColumn(c) {
  return el('div', {}, el('p', {}, c.description ?? ''), el('p', {class: 'about-facts'}, facts(c)));
}

/** @param {Call} f */
function aboutCall(f) {
  return el('div', {}, el('p', {}, f.description), ...f.forms.map((form) => el('p', {}, el('code', {}, form))));
}

/** Type, unit and UCD in a line. @param {Column} c */
export const facts = (c) => [c.type, c.unit && unitLabel(c.unit), c.ucd, c.indexed && 'sorted by it'].filter(Boolean).join(' · ');

/** Puts a function with its brackets and the cursor between them. */
function call(/** @type {any} */ view, /** @type {any} */ completion, /** @type {number} */ from, /** @type {number} */ to) {
  const open = view.state.sliceDoc(to, to + 1) === '(';
  const insert = completion.label + (open ? '' : '()');
  view.dispatch({changes: {from, to, insert}, selection: {anchor: from + completion.label.length + 1}, userEvent: 'input.complete'});
}
