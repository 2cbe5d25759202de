/**
 * Light, dark or as the system says; kept in this browser.
 */
const KEY = 'herald-theme';
const root = document.documentElement;

try {
  const kept = localStorage.getItem(KEY);
  if (kept === 'light' || kept === 'dark') root.dataset.theme = kept;
} catch {
  // Storage may be forbidden: the system's scheme stays.
}

/** True if the page is dark now. */
const isDark = () =>
  root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;

/** @param {HTMLElement} button */
const tell = (button) => button.setAttribute('aria-pressed', String(isDark()));

for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-theme-toggle]'))) {
  button.hidden = false;
  tell(button);
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try {
      localStorage.setItem(KEY, root.dataset.theme);
    } catch {
      // Then it holds for this page only.
    }
    tell(button);
    root.dispatchEvent(new CustomEvent('themechange'));
  });
}

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => root.dispatchEvent(new CustomEvent('themechange')));
