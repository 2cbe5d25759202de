/** The same query in the words of other programs. */

/** @param {string} tap absolute address of the service @param {string} query */
export const pyvo = (tap, query) => `import pyvo

tap = pyvo.dal.TAPService("${tap}")
rows = tap.search(${python(query)})
print(rows.to_table())`;

/** @param {string} query */
const python = (query) => (/["\\]|\n/.test(query) ? `r"""\n${query.replaceAll('"""', '" "" "')}\n"""` : `"${query}"`);

/** @param {string} tap @param {string} query */
export const stilts = (tap, query) => `stilts tapquery \\\n  tapurl=${tap} \\\n  adql=${shell(query)} \\\n  out=answer.fits`;

/** @param {string} tap @param {string} query @param {string} format */
export const curl = (tap, query, format) => `curl ${tap}/sync \\\n  -d LANG=ADQL -d RESPONSEFORMAT=${format} \\\n  --data-urlencode QUERY=${shell(query)} \\\n  -o answer.${format.replace('votable', 'vot')}`;

/** A word of a POSIX shell. @param {string} text */
const shell = (text) => `'${text.replaceAll("'", "'\\''")}'`;
