const THIN_SPACE = '\u2009';

/** 78569 becomes `78 569`, grouped by thin spaces as ISO 80000-1 wants it. @param {number} n */
export const count = (n) => String(Math.round(n)).replace(/\B(?=(\d{3})+(?!\d))/g, THIN_SPACE);

/** Share of a whole in per cent, never rounded to 0 or 100 unless it is. @param {number} part @param {number} whole */
export function share(part, whole) {
  if (whole === 0) return '0' + THIN_SPACE + '%';
  const percent = (100 * part) / whole;
  let text = percent >= 99.95 || percent === 0 ? percent.toFixed(0) : percent.toPrecision(percent < 10 ? 2 : 3);
  if (percent < 0.01 && percent > 0) text = '<' + THIN_SPACE + '0.01';
  else if (percent < 1) text = percent.toFixed(2);
  if (part < whole && text === '100') text = '>' + THIN_SPACE + '99.9';
  return text.replace(/\.0$/, '') + THIN_SPACE + '%';
}

/** A size in powers of 1000. @param {number} n */
export function bytes(n) {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let step = 0;
  let value = n;
  while (value >= 999.5 && step < units.length - 1) {
    value /= 1000;
    step++;
  }
  return (step === 0 ? value.toFixed(0) : value.toPrecision(value >= 100 ? 3 : 2)) + THIN_SPACE + units[step];
}

/** How long a person waits. @param {number} seconds */
export function duration(seconds) {
  if (seconds < 0.95) return 'about ' + Math.max(0.1, seconds).toFixed(1) + THIN_SPACE + 's';
  if (seconds < 90) return 'about ' + Math.round(seconds) + THIN_SPACE + 's';
  return 'about ' + Math.round(seconds / 60) + THIN_SPACE + 'min';
}

/**
 * A whole number as it is, another one as short as the significant digits allow: 0.002, 15.5, 2.1e17.
 *
 * @param {number} value
 * @param {number} [digits]
 */
export function number(value, digits = 6) {
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const size = Math.abs(value);
  if (size >= 1e7 || size < 1e-4) {
    return value.toExponential(digits - 1).replace(/\.?0+e/, 'e').replace('e+', 'e');
  }
  return String(Number(value.toPrecision(digits)));
}

/** A moment to the millisecond, UTC, without the parts that say nothing. @param {number} ms since 1970 */
export function moment(ms) {
  const text = new Date(ms).toISOString();
  if (!text.endsWith('.000Z')) return text;
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19) + 'Z';
}

/** A column's unit for people: none stays empty. @param {string | null | undefined} unit */
export const unitLabel = (unit) => (unit ? unit.replaceAll('**', '^').replaceAll('.', '·') : '');
