import {el} from './dom.js';
import {csv} from './figure-csv.js';
import {drawing, picture} from './figure-svg.js';

/**
 * Figures to take away: as SVG and PNG with their caption inside, their numbers as CSV. Made by the page alone.
 *
 * @typedef {{name: string, unit?: string}} FileColumn
 * @typedef {{
 *   name: string, stage: HTMLElement, below?: (Element | null)[], caption: string[],
 *   columns: FileColumn[], rows: (string | number | null)[][]
 * }} Figure  `stage` holds what is drawn, canvases and SVG; `below` what belongs under it, such as the key of the colours
 */

/**
 * A small menu that hands out a figure.
 *
 * @param {() => Figure} make called when a file is wanted, with the page in light colours
 * @param {string} [what] of which figure, for those who cannot see it
 */
export function figureMenu(make, what = '') {
  const item = (/** @type {string} */ text, /** @type {(f: Figure) => Promise<[Blob, string]> | [Blob, string]} */ write) =>
    el('button', {type: 'button', class: 'link', onclick: () => hand(write)}, text);
  const said = el('span', {class: 'figure-said', role: 'status'});
  const menu = el('details', {class: 'figure-menu', onkeydown: (/** @type {KeyboardEvent} */ e) => {
    if (e.key === 'Escape' && menu.open) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  }},
    el('summary', {class: 'chip', 'aria-label': what ? `take away the figure of ${what}` : 'take away this figure'}, 'save'),
    el('div', {class: 'figure-files'},
      item('SVG', async (f) => [new Blob([(await drawing(f)).text], {type: 'image/svg+xml'}), 'svg']),
      item('PNG', async (f) => [await picture(await drawing(f), 2), 'png']),
      item('Numbers as CSV', (f) => [new Blob([csv(f)], {type: 'text/csv'}), 'csv']), said));
  const hand = async (/** @type {(f: Figure) => Promise<[Blob, string]> | [Blob, string]} */ write) => {
    try {
      const {figure, result} = inLight(() => {
        const figure = withContext(make());
        return {figure, result: write(figure)};
      });
      const [blob, ending] = await result;
      const link = el('a', {href: URL.createObjectURL(blob), download: `${figure.name.replace(/[^\w.-]+/g, '-')}.${ending}`});
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      menu.open = false;
    } catch (failure) {
      said.textContent = 'The figure could not be written.';
      throw failure;
    }
  };
  return menu;
}

/** Figures are for paper: what is drawn is drawn in light colours meanwhile. @template T @param {() => T} work @returns {T} */
function inLight(work) {
  const root = document.documentElement;
  const before = root.getAttribute('data-theme');
  const change = () => root.dispatchEvent(new CustomEvent('themechange'));
  root.setAttribute('data-theme', 'light');
  change();
  try {
    return work();
  } finally {
    if (before === null) root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', before);
    change();
  }
}

/** What the page knows besides: selection, release, citation, address, day. @param {Figure} figure @returns {Figure} */
function withContext(figure) {
  const where = /** @type {HTMLTextAreaElement | null} */ (document.getElementById('where'))?.value.trim();
  const cite = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name=figure-cite]'))?.content;
  const selection = where === undefined ? [] : [where ? `Selection: ${where.replace(/\s+/g, ' ')}.` : 'All events.'];
  return {...figure, caption: [...figure.caption, ...selection, ...(cite ? [`Data: ${cite}`] : []),
    `${location.href.replaceAll('%2C', ',')} · ${new Date().toISOString().slice(0, 10)}`]};
}
