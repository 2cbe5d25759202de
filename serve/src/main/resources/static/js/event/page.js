import {pageData} from '../dom.js';
import {DetectorView} from './detector-view.js';
import {tracePanel} from './trace.js';

/** The page of one event: its stations drawn, its long lists as lines, its neighbours by the arrow keys. */
const data = pageData('event-data');
document.documentElement.classList.add('has-script');
const host = document.getElementById('detector');
if (host && data.stations) host.append(new DetectorView(data.stations, data).element);
document.getElementById('traces')?.append(...data.traces.slice(0, 12).map((/** @type {any} */ t) => tracePanel(t, data)));

document.addEventListener('keydown', (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || target.closest('input, select, textarea, [data-keys], [tabindex="0"]')) return;
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector(`.event-walk a[data-key="${event.key}"]`));
  if (link) location.assign(link.href);
});
