/** Tabs by the WAI-ARIA pattern: arrow keys walk, the panel follows. @param {HTMLElement} list */
export function tabs(list) {
  const all = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[role=tab]')]);
  const show = (/** @type {HTMLElement} */ tab) => {
    for (const one of all) {
      const chosen = one === tab;
      one.setAttribute('aria-selected', String(chosen));
      one.tabIndex = chosen ? 0 : -1;
      const panel = document.getElementById(one.getAttribute('aria-controls') ?? '');
      if (panel) panel.hidden = !chosen;
    }
  };
  list.addEventListener('click', (e) => {
    const tab = /** @type {Element} */ (e.target).closest('[role=tab]');
    if (tab instanceof HTMLElement) show(tab);
  });
  list.addEventListener('keydown', (e) => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[e.key];
    if (!step) return;
    const next = all[(all.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + step + all.length) % all.length];
    show(next);
    next.focus();
    e.preventDefault();
  });
}
