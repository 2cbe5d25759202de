/**
 * The same selection in the words of other tools.
 *
 * @typedef {import('./where.js').Clause} Clause
 * @typedef {{collection: string, table: string, columns: string[], clauses: Clause[], where: string,
 *   written: Map<string, string>, adqlTable: string, url: (format: string) => string}} Shown
 */

/** @param {Shown} s */
export const curl = (s, format = 'csv') => `curl -L -o ${s.collection}-${s.table}.${extension(format)} \\\n  '${s.url(format).replaceAll("'", '%27')}'`;

/** @param {Shown} s */
export const astropy = (s) => `from astropy.table import Table\n\nevents = Table.read(\n    "${s.url('fits')}",\n    format="fits",\n)`;

/** @param {Shown} s */
export const pandas = (s) => `import pandas as pd\n\nevents = pd.read_parquet(\n    "${s.url('parquet')}"\n)`;

/** Names as ADQL wants them are the server's. @param {Shown} s */
export function adql(s) {
  const written = (/** @type {string} */ column) => s.written.get(column) ?? column;
  const what = s.columns.length ? s.columns.map(written).join(', ') : '*';
  const cuts = s.clauses.map((c) => cut(c, written));
  return `SELECT ${what}\nFROM ${s.adqlTable}` + (cuts.length ? `\nWHERE ${cuts.join('\n  AND ')}` : '');
}

/** @param {Clause} c @param {(column: string) => string} written @returns {string} */
function cut(c, written) {
  switch (c.kind) {
    case 'flag': return `${written(c.column)} = ${c.wanted ? 1 : 0}`;
    case 'choice': return `${written(c.column)} IN (${c.values.map(text).join(', ')})`;
    case 'cone': return `1 = CONTAINS(POINT(${written(c.ra)}, ${written(c.dec)}), CIRCLE(${c.raDeg}, ${c.decDeg}, ${c.radiusDeg}))`;
    case 'polygon': return `1 = CONTAINS(POINT(${written(c.ra)}, ${written(c.dec)}), POLYGON(${c.corners.flat().join(', ')}))`;
    case 'other': return `(${c.text})`;
    case 'range':
      return [c.low && `${written(c.column)} ${c.low.inclusive ? '>=' : '>'} ${value(c.low.value)}`,
        c.high && `${written(c.column)} ${c.high.inclusive ? '<=' : '<'} ${value(c.high.value)}`].filter(Boolean).join(' AND ');
  }
}

/** @param {string} v */
const value = (v) => (/^\d{4}-\d\d-\d\d/.test(v) ? text(v) : v);

/** @param {string} v */
const text = (v) => `'${v.replaceAll("'", "''")}'`;

/** @param {string} format */
const extension = (format) => ({hdf5: 'h5', votable: 'vot', rntuple: 'rntuple.root'})[format] ?? format;
