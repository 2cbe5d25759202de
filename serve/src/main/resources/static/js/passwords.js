/**
 * Fields of passwords: a button that shows what was typed, and for new ones a meter. The meter advises; what is refused, the
 * server decides.
 */
import {el} from './dom.js';

const SHORTEST = 12;
const LEVELS = ['too short', 'weak', 'fair', 'strong'];

for (const field of document.querySelectorAll('input[type=password]')) {
  const input = /** @type {HTMLInputElement} */ (field);
  const label = input.labels?.[0]?.textContent?.trim() ?? 'Password';
  const word = el('span', {}, 'Show');
  const whose = el('span', {class: 'hidden-visually'}, ` ${label}`);
  const show = el('button', {type: 'button', class: 'link', 'aria-pressed': 'false', onclick: toggle}, word, whose);
  input.after(show);
  if (input.autocomplete === 'new-password') measure(input);

  function toggle() {
    const shown = input.type === 'password';
    input.type = shown ? 'text' : 'password';
    show.setAttribute('aria-pressed', String(shown));
    word.textContent = shown ? 'Hide' : 'Show';
  }
}

/** @param {HTMLInputElement} input */
function measure(input) {
  const meter = el('meter', {min: 0, max: 3, low: 1.5, high: 2.5, optimum: 3, value: 0, 'aria-label': 'Strength'});
  const told = el('span', {class: 'soft', role: 'status'});
  const line = el('p', {class: 'strength', hidden: true}, meter, ' ', told);
  input.closest('.field')?.append(line);
  input.addEventListener('input', () => {
    const level = strength(input.value);
    line.hidden = input.value === '';
    meter.value = level;
    told.textContent = LEVELS[level];
  });
}

/** By length, and how many different characters and pairs of them there are. @param {string} password */
export function strength(password) {
  const letters = [...password];
  if (letters.length < SHORTEST) return 0;
  const pairs = new Set(letters.slice(1).map((letter, i) => letters[i] + letter));
  const bits = pairs.size * Math.log2(Math.max(2, new Set(letters).size));
  return bits < 40 ? 1 : bits < 70 ? 2 : 3;
}
