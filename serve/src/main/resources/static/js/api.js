/**
 * A refusal of the REST API (RFC 9457) or a server that does not answer.
 *
 * @property {number} status 0 if there was no answer
 * @property {string | null} help what to do next
 * @property {{start: number, length: number} | null} span characters of the selection that are at fault
 */
export class ApiProblem extends Error {
  /** @param {number} status @param {any} body */
  constructor(status, body) {
    super(body.detail ?? body.title ?? 'The server does not answer');
    this.status = status;
    this.code = body.code ?? null;
    this.help = body.help ?? null;
    this.span = Number.isInteger(body.start) ? {start: body.start, length: body.length ?? 1} : null;
  }
}

/**
 * An address of the REST API. Parameters that are null or empty are left out.
 *
 * @param {string} base such as `/api/v1/collections/kascade/tables/events`
 * @param {string} path such as `count`
 * @param {Object<string, unknown>} parameters
 */
export function address(base, path, parameters) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return base + (path ? '/' + path : '') + (text ? '?' + text : '');
}

/**
 * @param {string} url
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>} the JSON
 * @throws {ApiProblem} but an abort stays a DOMException named AbortError
 */
export async function getJson(url, signal) {
  let response;
  try {
    response = await fetch(url, {signal, headers: {accept: 'application/json'}});
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw new ApiProblem(0, {detail: 'The server does not answer', help: 'It may be restarting; try again.'});
  }
  if (response.ok) return response.json();
  const body = await response.json().catch(() => ({}));
  throw new ApiProblem(response.status, {detail: `The server answered ${response.status}`, ...body});
}

/** How many `latest` have been called and have not yet ended. */
let asking = 0;

/** @param {number} more */
function count(more) {
  asking += more;
  document.documentElement.toggleAttribute('data-asking', asking > 0);
}

/**
 * Runs only the newest of the calls made within `ms`, and cancels the one before it. From the call to the end of the work the page says
 * so by `data-asking`.
 *
 * @param {number} ms
 * @param {(signal: AbortSignal) => Promise<void>} work
 * @returns {() => void}
 */
export function latest(ms, work) {
  let timer = 0;
  /** @type {AbortController | null} */
  let running = null;
  return () => {
    if (!timer && !running) count(+1);
    clearTimeout(timer);
    timer = setTimeout(async () => {
      timer = 0;
      running?.abort();
      const mine = (running = new AbortController());
      try {
        await work(mine.signal);
      } catch (failure) {
        if (!mine.signal.aborted) throw failure;
      } finally {
        if (running === mine) {
          running = null;
          if (!timer) count(-1);
        }
      }
    }, ms);
  };
}
