import {Steps} from './steps.js';

/**
 * The buttons and keys that undo and redo steps of the selection.
 *
 * @param {{undo: HTMLButtonElement, redo: HTMLButtonElement}} buttons
 * @param {string} first
 * @param {(text: string) => void} go to a text
 */
export function shopSteps({undo, redo}, first, go) {
  const steps = new Steps(first, () => {
    undo.disabled = !steps.canUndo;
    redo.disabled = !steps.canRedo;
  });
  /** @param {-1 | 1} by */
  const walk = (by) => {
    const text = steps.go(by);
    if (text !== null) go(text);
  };
  undo.addEventListener('click', () => walk(-1));
  redo.addEventListener('click', () => walk(1));
  document.addEventListener('keydown', (e) => {
    const writes = e.target instanceof HTMLElement && e.target.matches('input:not([type=radio], [type=checkbox]), textarea, select');
    const key = e.key.toLowerCase();
    if (writes || !(e.ctrlKey || e.metaKey) || e.altKey || (key !== 'z' && key !== 'y')) return;
    e.preventDefault();
    walk(key === 'y' || e.shiftKey ? 1 : -1);
  });
  return steps;
}
