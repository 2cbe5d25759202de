import {el, fill} from './dom.js';

/**
 * Says what is wrong with a selection: the text with a mark under the faulty part, and what to do.
 *
 * @param {HTMLElement} host
 * @param {import('./api.js').ApiProblem | null} problem null when all is well
 * @param {string} text what was asked
 * @param {() => void} retry
 */
export function showProblem(host, problem, text, retry) {
  host.hidden = problem === null;
  if (!problem) return fill(host);
  const {span} = problem;
  fill(host,
    el('p', {class: 'problem-message'}, problem.code ? el('span', {class: 'code'}, problem.code) : '', ' ', ...quoted(problem.message)),
    span ? el('pre', {class: 'problem-place', 'aria-hidden': 'true'},
      text.replaceAll('\n', ' ') + '\n' + ' '.repeat(span.start) + '^'.repeat(Math.max(1, span.length))) : '',
    problem.help ? el('p', {class: 'problem-help'}, ...quoted(problem.help)) : '',
    problem.status === 0 || problem.status >= 500
      ? el('button', {type: 'button', class: 'button is-small', onclick: retry}, 'Try again') : '');
}

/** Backquotes of a diagnostic become code. @param {string} text */
const quoted = (text) => text.split('`').map((part, i) => (i % 2 ? el('code', {}, part) : part));
