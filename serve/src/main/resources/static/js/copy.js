/**
 * Buttons that copy: `data-copy` names the element whose text goes to the clipboard. What happened is told to screen
 * readers too.
 */
import {el} from './dom.js';

const told = el('p', {class: 'hidden-visually', role: 'status'});
document.body.append(told);

document.addEventListener('click', async (event) => {
  const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('[data-copy]'));
  if (!button) return;
  const source = document.getElementById(button.dataset.copy ?? '');
  const text = source instanceof HTMLInputElement ? source.value : (source?.textContent ?? '');
  const done = await write(text.trim());
  const before = button.textContent;
  button.textContent = done ? 'Copied' : 'Select and copy by hand';
  told.textContent = done ? 'Copied to the clipboard' : 'The browser does not allow copying';
  setTimeout(() => (button.textContent = before), 1600);
});

/** The clipboard of a page without TLS is closed: then a selected text area does it. @param {string} text */
async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = el('textarea', {class: 'hidden-visually', 'aria-hidden': 'true'});
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
for (const button of document.querySelectorAll('[data-copy]')) button.removeAttribute('hidden');
