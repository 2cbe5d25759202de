/** @typedef {import('./figure-file.js').Figure} Figure */

/** The numbers of a figure: its caption in comments, names with units, then a line a row (RFC 4180). @param {Figure} figure */
export function csv({caption, columns, rows}) {
  const head = columns.map((c) => cell(c.unit ? `${c.name} [${c.unit}]` : c.name)).join(',');
  return [...caption.map((line) => `# ${line}`), head, ...rows.map((row) => row.map(cell).join(','))].join('\r\n') + '\r\n';
}

/** @param {string | number | null} value */
function cell(value) {
  if (value === null || value === undefined) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Bins of a histogram as rows.
 *
 * @param {{edges: number[], counts: number[]}} passing @param {{counts: number[]} | null} all in the same bins, if there is one
 * @param {(edge: number) => string | number} [say] how an edge is written
 */
export const binRows = (passing, all = null, say = (v) => v) => passing.counts.map((n, i) =>
  [say(passing.edges[i]), say(passing.edges[i + 1]), n, ...(all ? [all.counts[i] ?? null] : [])]);

/** Pairs of bins as rows, those with events. @param {{edges: number[], edges2: number[], counts: number[][]}} pairs */
export const pairRows = ({edges, edges2, counts}) => counts.flatMap((line, i) => line.flatMap((n, j) =>
  (n > 0 ? [[edges[i], edges[i + 1], edges2[j], edges2[j + 1], n]] : [])));
