/**
 * The requests that this browser remembers, newest first, for people without an account.
 *
 * @typedef {{id: string, identifier: string, name: string}} Remembered
 */
const KEY = 'herald.requests';
const MOST = 100;

/** @returns {Remembered[]} */
export function remembered() {
  try {
    const read = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(read) ? read.filter((r) => typeof r?.id === 'string') : [];
  } catch {
    return [];
  }
}

/** @param {Remembered[]} all */
function write(all) {
  try {
    localStorage.setItem(KEY, JSON.stringify(all.slice(0, MOST)));
  } catch {
    // a browser that keeps nothing: the address of the request still leads to it
  }
}

/** @param {Remembered} request */
export const remember = (request) => write([request, ...remembered().filter((r) => r.id !== request.id)]);

/** @param {string} id */
export const forget = (id) => write(remembered().filter((r) => r.id !== id));

export const forgetAll = () => write([]);
