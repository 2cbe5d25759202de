/**
 * The selection language as the cut panels see it: a list of clauses joined by `and`. What a panel can show becomes a
 * range, a flag, a choice, a cone or a polygon; all else is kept word for word, so that text typed by hand is never lost.
 *
 * @typedef {{inclusive: boolean, value: string}} Bound
 * @typedef {{kind: 'range', column: string, low: Bound | null, high: Bound | null}} RangeClause
 * @typedef {{kind: 'flag', column: string, wanted: boolean}} FlagClause
 * @typedef {{kind: 'choice', column: string, values: string[]}} ChoiceClause
 * @typedef {{kind: 'cone', ra: string, dec: string, raDeg: number, decDeg: number, radiusDeg: number}} ConeClause
 * @typedef {{kind: 'polygon', ra: string, dec: string, corners: [number, number][]}} PolygonClause
 * @typedef {{kind: 'other', text: string}} OtherClause
 * @typedef {RangeClause | FlagClause | ChoiceClause | ConeClause | PolygonClause | OtherClause} Clause
 * @typedef {{name: string, type: string, unit: string}} ColumnForm
 */

const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?`;
const MOMENT = String.raw`\d{4}-\d\d-\d\d(?:[T ][\d:.]+Z?)?`;
const NAME = String.raw`[A-Za-z_][A-Za-z0-9_]*`;
const COMPARE = new RegExp(String.raw`^(${NAME})\s*(<=|>=|<|>|=)\s*(${MOMENT}|${NUMBER})\s*(.*)$`);
const BETWEEN = new RegExp(
  String.raw`^(${NAME})\s+between\s+(${MOMENT}|${NUMBER})\s*(.*?)\s+and\s+(${MOMENT}|${NUMBER})\s*(.*)$`, 'i');
const CONE = new RegExp(
  String.raw`^cone\(\s*(${NAME})\s*,\s*(${NAME})\s*,\s*(${NUMBER})(?:\s*deg)?\s*,\s*(${NUMBER})(?:\s*deg)?\s*,\s*(${NUMBER})\s*deg\s*\)$`, 'i');
const POLYGON = new RegExp(
  String.raw`^polygon\(\s*(${NAME})\s*,\s*(${NAME})((?:\s*,\s*${NUMBER}(?:\s*deg)?\s*,\s*${NUMBER}(?:\s*deg)?){3,})\s*\)$`, 'i');
const FLAG = new RegExp(String.raw`^(not\s+)?(${NAME})$`, 'i');
const CHOICE = new RegExp(String.raw`^(${NAME})\s+in\s*\(\s*('(?:[^']|'')*'(?:\s*,\s*'(?:[^']|'')*')*)\s*\)$`, 'i');
const EQUALS_TEXT = new RegExp(String.raw`^(${NAME})\s*=\s*('(?:[^']|'')*')$`);

/**
 * @param {string} text
 * @param {ColumnForm[]} columns
 * @returns {Clause[]}
 */
export function parse(text, columns) {
  const byName = new Map(columns.map((c) => [c.name, c]));
  /** @type {Clause[]} */
  const clauses = [];
  for (const part of split(text)) {
    const clause = read(part, byName);
    const same = clause.kind === 'range' ? rangeOf(clauses, clause.column) : null;
    if (clause.kind !== 'range' || !same) clauses.push(clause);
    else if (same.low === null && clause.low !== null && clause.high === null) same.low = clause.low;
    else if (same.high === null && clause.high !== null && clause.low === null) same.high = clause.high;
    else clauses.push({kind: 'other', text: part});
  }
  return clauses;
}

/** @param {Clause[]} clauses */
export const format = (clauses) => clauses.map((c) => write(c, clauses.length > 1)).join(' and ');

/** The cuts on all other columns: what the events of a column's own histogram must pass. */
export const without = (/** @type {Clause[]} */ clauses, /** @type {string} */ column) =>
  clauses.filter((c) => !('column' in c && c.column === column));

/** @param {Clause[]} clauses @param {string} column @returns {RangeClause | null} */
export const rangeOf = (clauses, column) =>
  /** @type {any} */ (clauses.find((c) => c.kind === 'range' && c.column === column)) ?? null;

const isRegion = (/** @type {Clause} */ c) => c.kind === 'cone' || c.kind === 'polygon';

/** The part of the sky selected: the first cone or polygon. @param {Clause[]} clauses @returns {ConeClause | PolygonClause | null} */
export const regionOf = (clauses) => /** @type {any} */ (clauses.find(isRegion)) ?? null;

/**
 * A part of the sky as a clause.
 *
 * @param {{ra: string, dec: string}} columns
 * @param {import('./sky-marks.js').Region | null} region
 * @returns {ConeClause | PolygonClause | null}
 */
export function regionClause({ra, dec}, region) {
  if (!region) return null;
  return 'corners' in region ? {kind: 'polygon', ra, dec, corners: region.corners}
    : {kind: 'cone', ra, dec, raDeg: region.raDeg, decDeg: region.decDeg, radiusDeg: region.radiusDeg};
}

/**
 * Sets the clause of a column, in the place of the old one.
 *
 * @param {Clause[]} clauses
 * @param {RangeClause | FlagClause | ChoiceClause} clause a range without bounds takes the cut away
 */
export function withClause(clauses, clause) {
  const empty = (clause.kind === 'range' && !clause.low && !clause.high)
    || (clause.kind === 'choice' && clause.values.length === 0);
  return replace(clauses, (c) => c.kind === clause.kind && c.column === clause.column, empty ? null : clause);
}

/** Another part of the sky, in the place of the old one. @param {Clause[]} clauses @param {ConeClause | PolygonClause | null} region */
export const withRegion = (clauses, region) => replace(clauses, isRegion, region);

/** @param {Clause[]} clauses @param {(c: any) => boolean} matches @param {Clause | null} by @returns {Clause[]} */
function replace(clauses, matches, by) {
  const at = clauses.findIndex(matches);
  if (at < 0) return by ? [...clauses, by] : clauses;
  return by ? clauses.with(at, by) : clauses.toSpliced(at, 1);
}

/** @param {Clause} c @param {boolean} joined */
function write(c, joined) {
  switch (c.kind) {
    case 'flag': return (c.wanted ? '' : 'not ') + c.column;
    case 'choice': return c.values.length === 1
      ? `${c.column} = ${quote(c.values[0])}`
      : `${c.column} in (${c.values.map(quote).join(', ')})`;
    case 'cone': return `cone(${c.ra}, ${c.dec}, ${c.raDeg}, ${c.decDeg}, ${c.radiusDeg} deg)`;
    case 'polygon': return `polygon(${c.ra}, ${c.dec}, ${c.corners.flat().join(', ')})`;
    case 'other': return joined && hasTopLevelOr(c.text) ? `(${c.text})` : c.text;
    case 'range':
      if (c.low && c.high && c.low.inclusive && c.high.inclusive) {
        return `${c.column} between ${c.low.value} and ${c.high.value}`;
      }
      return [
        c.low && `${c.column} ${c.low.inclusive ? '>=' : '>'} ${c.low.value}`,
        c.high && `${c.column} ${c.high.inclusive ? '<=' : '<'} ${c.high.value}`,
      ].filter(Boolean).join(' and ');
  }
}

/** @param {string} value */
const quote = (value) => `'${value.replaceAll("'", "''")}'`;

/** @param {string} part @param {Map<string, ColumnForm>} columns @returns {Clause} */
function read(part, columns) {
  const cone = CONE.exec(part);
  if (cone) {
    return {kind: 'cone', ra: cone[1], dec: cone[2], raDeg: +cone[3], decDeg: +cone[4], radiusDeg: +cone[5]};
  }
  const polygon = POLYGON.exec(part);
  if (polygon) {
    const numbers = [...polygon[3].matchAll(new RegExp(NUMBER, 'g'))].map((m) => Number(m[0]));
    return {kind: 'polygon', ra: polygon[1], dec: polygon[2],
      corners: numbers.flatMap((n, i) => (i % 2 ? [] : [/** @type {[number, number]} */ ([n, numbers[i + 1]])]))};
  }
  const between = BETWEEN.exec(part);
  if (between && own(columns.get(between[1]), between[3]) && own(columns.get(between[1]), between[5])) {
    const [low, high] = [between[2], between[4]].map((value) => ({inclusive: true, value}));
    return {kind: 'range', column: between[1], low, high};
  }
  const compare = COMPARE.exec(part);
  if (compare && compare[2] !== '=' && own(columns.get(compare[1]), compare[4])) {
    const bound = {inclusive: compare[2].endsWith('='), value: compare[3]};
    const lower = compare[2].startsWith('>');
    return {kind: 'range', column: compare[1], low: lower ? bound : null, high: lower ? null : bound};
  }
  const flag = FLAG.exec(part);
  if (flag && columns.get(flag[2])?.type === 'bool') return {kind: 'flag', column: flag[2], wanted: !flag[1]};
  const choice = CHOICE.exec(part) ?? EQUALS_TEXT.exec(part);
  if (choice && columns.get(choice[1])?.type === 'string') {
    const values = [...choice[2].matchAll(/'((?:[^']|'')*)'/g)].map((m) => m[1].replaceAll("''", "'"));
    return {kind: 'choice', column: choice[1], values};
  }
  return {kind: 'other', text: part};
}

/** A slider shows a bound only if it is in the column's own unit. */
const own = (/** @type {ColumnForm | undefined} */ column, /** @type {string} */ unit) =>
  column !== undefined && (unit === '' || unit === column.unit);

/** Splits at each `and` outside brackets and quotes that does not belong to a `between`. @param {string} text */
function split(text) {
  if (text.trim() === '') return [];
  if (hasTopLevelOr(text)) return [text.trim()];
  const parts = [''];
  let between = false;
  for (const word of words(text)) {
    if (word.depth === 0 && /^between$/i.test(word.text)) between = true;
    const joins = word.depth === 0 && /^and$/i.test(word.text);
    if (joins && !between) parts.push('');
    else parts[parts.length - 1] += word.text;
    if (joins) between = false;
  }
  return parts.map((p) => unwrap(p.trim())).filter((p) => p !== '');
}

/** @param {string} text */
const hasTopLevelOr = (text) => words(text).some((w) => w.depth === 0 && /^or$/i.test(w.text));

/** `(a or b)` reads as `a or b`: brackets are put back when written. @param {string} part */
function unwrap(part) {
  if (!part.startsWith('(') || !part.endsWith(')')) return part;
  const inner = part.slice(1, -1);
  let depth = 0;
  for (const letter of inner) {
    if (letter === '(') depth++;
    if (letter === ')' && --depth < 0) return part;
  }
  return hasTopLevelOr(inner) ? inner.trim() : part;
}

/** Words, quoted strings, blanks and signs, each with the depth of brackets around it. @param {string} text */
function words(text) {
  let depth = 0;
  return (text.match(/'(?:[^']|'')*'?|[A-Za-z_]\w*|\s+|./gs) ?? []).map((word) => {
    if (word === ')') depth--;
    const here = {text: word, depth};
    if (word === '(') depth++;
    return here;
  });
}
