import {el} from '../dom.js';

/**
 * Asks the server what is wrong with a query that is being written.
 *
 * @typedef {{code: string, detail: string, help: string | null, start?: number, length?: number}} Mistake
 * @typedef {{columns: {name: string, unit: string | null}[], errors: Mistake[]}} Verdict
 */

/**
 * @param {(verdict: Verdict | null, failed: boolean) => void} tell null without a query, or if the server does not answer
 * @returns {(text: string) => Promise<any[]>} marks for the editor
 */
export function checker(tell) {
  /** @type {AbortController | null} */
  let running = null;
  return async (text) => {
    running?.abort();
    if (!text.trim()) {
      tell(null, false);
      return [];
    }
    const mine = (running = new AbortController());
    try {
      const answer = await fetch('/api/v1/adql/check', {method: 'POST', signal: mine.signal,
        headers: {'content-type': 'application/json', accept: 'application/json'}, body: JSON.stringify({query: text})});
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const verdict = /** @type {Verdict} */ (await answer.json());
      tell(verdict, false);
      return verdict.errors.map((mistake) => mark(mistake, text));
    } catch {
      if (!mine.signal.aborted) tell(null, true);
      return [];
    }
  };
}

/** @param {Mistake} mistake @param {string} text */
function mark(mistake, text) {
  const from = Math.min(mistake.start ?? 0, text.length);
  const to = Math.min(from + (mistake.length ?? text.length), text.length);
  const better = /^did you mean `([^`]+)`\?/.exec(mistake.help ?? '')?.[1];
  return {
    from, to, severity: 'error', message: mistake.detail,
    renderMessage: () => el('div', {}, el('p', {}, ...quoted(mistake.detail)), mistake.help ? el('p', {class: 'soft'}, ...quoted(mistake.help)) : ''),
    actions: better && to > from ? [{name: `Replace by ${better}`, apply: (/** @type {any} */ view, /** @type {number} */ a, /** @type {number} */ b) =>
      view.dispatch({changes: {from: a, to: b, insert: better}})}] : [],
  };
}

/** Backquotes of a diagnostic become code. @param {string} text */
export const quoted = (text) => text.split('`').map((part, i) => (i % 2 ? el('code', {}, part) : part));
