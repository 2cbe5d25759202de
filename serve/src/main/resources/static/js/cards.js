import {address, getJson} from './api.js';
import {outline} from './bars.js';
import {axis} from './axis.js';
import {el, fill} from './dom.js';

/**
 * Home: filters the cards by words and draws a small energy spectrum on each.
 */
const search = /** @type {HTMLInputElement | null} */ (document.getElementById('search'));
const cards = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.card[data-text]')]);
const none = document.getElementById('no-card');

/** Hides the cards that lack one of the words. */
function filter() {
  const words = (search?.value ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  for (const card of cards) {
    const item = /** @type {HTMLElement} */ (card.closest('li'));
    item.hidden = !words.every((w) => card.dataset.text?.includes(w));
  }
  for (const group of document.querySelectorAll('.messenger')) {
    /** @type {HTMLElement} */ (group).hidden = [...group.querySelectorAll('li')].every((li) => li.hidden);
  }
  const left = cards.filter((c) => !c.closest('li')?.hidden).length;
  if (none) none.textContent = left === 0 ? 'No collection has all of these words.' : words.length ? `${left} of ${cards.length} collections` : '';
}
search?.addEventListener('input', filter);
if (search) search.form?.addEventListener('submit', (e) => e.preventDefault());

/** @param {Element} svg */
async function spark(svg) {
  const {base, column, scale, label} = /** @type {any} */ (svg).dataset;
  try {
    const h = await getJson(address(base, 'histogram', {column, bins: 48, scale}));
    const width = svg.clientWidth || 260;
    const x = axis(scale, h.edges[0], h.edges[h.edges.length - 1], width);
    const top = Math.max(1, ...h.counts);
    const y = axis('log', 0.6, top * 1.3, 42, true);
    svg.setAttribute('viewBox', `0 0 ${width} 44`);
    fill(svg, el('svg:path', {d: outline({x, y, counts: h, height: 42})}), el('svg:line', {x2: width, y1: 42.5, y2: 42.5}));
    const caption = svg.nextElementSibling;
    if (caption) caption.textContent = label;
  } catch {
    svg.remove();
  }
}
const seen = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    seen.unobserve(entry.target);
    spark(entry.target);
  }
});
for (const svg of document.querySelectorAll('svg.spark')) seen.observe(svg);
filter();
