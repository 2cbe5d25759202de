/** The boxes of the columns that are wanted. */

/** Names ticked; none if all are. */
export function chosenColumns() {
  const boxes = boxesIn(document);
  const ticked = boxes.filter((b) => b.checked).map((b) => b.value);
  return ticked.length === boxes.length ? [] : ticked;
}

/** @param {string[]} names none for all */
export function tickColumns(names) {
  for (const box of boxesIn(document)) box.checked = names.length === 0 || names.includes(box.value);
}

/** One column at least stays ticked. @param {() => void} changed */
export function listenToColumns(changed) {
  document.addEventListener('change', (e) => {
    const box = /** @type {HTMLInputElement} */ (e.target);
    if (box.name !== 'columns') return;
    if (!boxesIn(document).some((b) => b.checked)) box.checked = true;
    changed();
  });
  document.addEventListener('click', (e) => {
    const group = /** @type {HTMLElement | null} */ (/** @type {Element} */ (e.target).closest('[data-tick]'));
    if (!group) return;
    const boxes = boxesIn(group.closest('fieldset') ?? document);
    for (const box of boxes) box.checked = group.dataset.tick === 'all';
    if (!boxesIn(document).some((b) => b.checked)) boxes[0].checked = true;
    changed();
  });
}

/** @param {ParentNode} host @returns {HTMLInputElement[]} */
const boxesIn = (host) => [...host.querySelectorAll('input[name=columns]')].map((b) => /** @type {HTMLInputElement} */ (b));
