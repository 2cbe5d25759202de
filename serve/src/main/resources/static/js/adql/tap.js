/**
 * A client of TAP 1.1, like any other: what it gets is what TOPCAT and pyvo get.
 *
 * @typedef {{name: string, type: string, shape: (number | null)[], unit?: string, ucd?: string, description?: string}} Column
 * @typedef {{columns: Column[], rows: unknown[][], more: boolean, bytes: number}} Answer  `more` if rows were left out
 */
const UWS = 'http://www.ivoa.net/xml/UWS/v1.0';

/** What the service refused or failed at. */
export class TapProblem extends Error {
  /** @param {number} status 0 without an answer @param {string} message @param {string} [detail] lines with the place */
  constructor(status, message, detail = '') {
    super(message);
    this.status = status;
    this.detail = detail;
  }
}

/** @param {string} tap @param {Record<string, string>} parameters */
export const syncUrl = (tap, parameters) => `${tap}/sync?${new URLSearchParams({LANG: 'ADQL', ...parameters})}`;

/**
 * @param {string} tap address of the service
 * @param {string} query
 * @param {number} limit
 * @param {AbortSignal} signal leaving cancels the query on the server too
 * @returns {Promise<Answer>}
 * @throws {TapProblem} but an abort stays a DOMException
 */
export async function ask(tap, query, limit, signal) {
  const response = await send(`${tap}/sync`, {LANG: 'ADQL', QUERY: query, MAXREC: String(limit), RESPONSEFORMAT: 'json'}, signal);
  const text = await response.text();
  const {columns, rows} = parse(text);
  return {columns, rows, more: response.headers.get('X-Herald-Overflow') !== null, bytes: text.length};
}

/** Whole numbers beyond 2^53 stay exact. @param {string} text */
function parse(text) {
  if (!/"type":"u?int64"/.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_, value, context) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '') ? BigInt(context.source) : value);
}

/** @param {string} url @param {Record<string, string>} form @param {AbortSignal} [signal] */
async function send(url, form, signal) {
  let response;
  try {
    response = await fetch(url, {method: 'POST', body: new URLSearchParams(form), signal});
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw new TapProblem(0, 'The server does not answer. It may be restarting; try again.');
  }
  if (!response.ok) throw await refused(response);
  return response;
}

/** @param {Response} response */
async function refused(response) {
  const document = new DOMParser().parseFromString(await response.text(), 'text/xml');
  const info = (/** @type {string} */ name) => document.querySelector(`INFO[name="${name}"]`)?.textContent ?? '';
  return new TapProblem(response.status, info('QUERY_STATUS') || `The server answered ${response.status}`, info('herald_diagnostic'));
}

/** Starts a job. @returns {Promise<string>} its address */
export async function startJob(/** @type {string} */ tap, /** @type {string} */ query, /** @type {string} */ format, /** @type {number} */ limit) {
  const response = await send(`${tap}/async`, {LANG: 'ADQL', QUERY: query, RESPONSEFORMAT: format, MAXREC: String(limit), PHASE: 'RUN'});
  return response.url;
}

/**
 * How far a job is.
 *
 * @param {string} url
 * @param {number} seconds to wait at most for a change
 * @param {string} phase known so far
 */
export async function jobState(url, seconds, phase) {
  let response;
  try {
    response = await fetch(seconds ? `${url}?WAIT=${seconds}&PHASE=${phase}` : url);
  } catch {
    throw new TapProblem(0, 'The server does not answer');
  }
  if (!response.ok) throw await refused(response);
  const document = new DOMParser().parseFromString(await response.text(), 'text/xml');
  const text = (/** @type {string} */ name) => document.getElementsByTagNameNS(UWS, name)[0]?.textContent ?? '';
  const result = document.getElementsByTagNameNS(UWS, 'result')[0];
  return {
    phase: text('phase'), message: text('message'),
    started: Date.parse(text('startTime')), ended: Date.parse(text('endTime')),
    result: result?.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ?? null,
  };
}

/** @param {string} url */
export const abortJob = (url) => send(`${url}/phase`, {PHASE: 'ABORT'});

/** @param {string} url */
export const deleteJob = (url) => fetch(url, {method: 'DELETE'});
