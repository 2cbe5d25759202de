import {address, getJson} from './api.js';
import {colourBar} from './colour-bar.js';
import {density} from './density.js';
import {fill, token} from './dom.js';
import {count, number} from './figures.js';
import {cellArea} from './healpix.js';
import {Moc} from './moc.js';
import {SkyCells} from './sky-cells.js';
import {drawGraticule, labelGraticule} from './sky-graticule.js';
import {drawLandmarks} from './sky-marks.js';
import {outline} from './sky-pen.js';
import {SkyView} from './sky-view.js';

/**
 * Where a collection has events: their density, and the border of its coverage map. Data of a small field are shown from near.
 */
const ORDER = 5;
const FINEST = 10;
/** Data within so many degrees are shown from near. */
const SPECK = 20;

/** @param {HTMLElement} figure */
async function show(figure) {
  const {api = '', tables = '', release = ''} = figure.dataset;
  const by = (/** @type {string} */ name) => /** @type {any} */ (figure.querySelector(name));
  const counted = async (/** @type {number} */ order) => merged(order, await Promise.all(tables.split(' ').map((table) =>
    getJson(address(`${api}/tables/${table}`, 'sky', {order, release})))));
  const [coarse, map] = await Promise.all([counted(ORDER), getJson(address(api, 'moc', {release}))]);
  const moc = new Moc(map);
  if (moc.isEmpty) return figure.remove();
  const view = new SkyView();
  figure.classList.remove('is-loading');
  view.width = by('.sky-stage').clientWidth;
  let cells = new SkyCells(coarse);
  const field = cells.field;
  if (field && field.radiusDeg < SPECK) {
    view.fit(field);
    cells = new SkyCells(await counted(Math.min(FINEST, view.order(ORDER))));
    if (cells.field) view.fit(cells.field);
  }
  const border = moc.degraded(cells.order - 1);
  const draw = () => paint(by('canvas'), view, cells, border, by('.colour-bar'));
  draw();
  by('[data-note]').textContent = `${count(cells.total)} events; the line is the border of their coverage, in cells of ${number(cellArea(border.order), 2)} square degrees (the map itself: order ${moc.order}, ${number(moc.area, 3)} square degrees).`
    + (view.isWhole ? '' : ' A field, Lambert zenithal projection.');
  document.documentElement.addEventListener('themechange', draw);
  new ResizeObserver((entries) => {
    const width = Math.round(entries[0].contentRect.width);
    if (width === view.width || width === 0) return;
    view.width = width;
    draw();
  }).observe(by('.sky-stage'));
}

/** Counts of several tables together. @param {number} order @param {import('./sky-cells.js').SkyCounts[]} all */
function merged(order, all) {
  const sum = new Map();
  for (const {cells, counts} of all) cells.forEach((cell, i) => sum.set(cell, (sum.get(cell) ?? 0) + counts[i]));
  return {order, cells: [...sum.keys()], counts: [...sum.values()], nulls: 0};
}

/** @param {any} canvas @param {SkyView} view @param {SkyCells} cells @param {Moc} moc @param {HTMLElement} legend */
function paint(canvas, view, cells, moc, legend) {
  if (view.width < 60) return;
  const ratio = Math.min(2, devicePixelRatio || 1);
  Object.assign(canvas, {width: view.width * ratio, height: view.height * ratio});
  Object.assign(canvas.style, {width: `${view.width}px`, height: `${view.height}px`});
  const colours = density(cells.counts.counts, true);
  const pen = canvas.getContext('2d');
  pen.scale(ratio, ratio);
  pen.save();
  outline(pen, view);
  pen.fillStyle = token('--sky');
  pen.fill();
  pen.clip();
  pen.drawImage(cells.picture(view, ratio, colours), 0, 0, view.width, view.height);
  drawGraticule(pen, view);
  const {r, g, b} = d3.rgb(token('--select'));
  pen.drawImage(moc.border(view, ratio, [r, g, b]), 0, 0, view.width, view.height);
  drawLandmarks(pen, view);
  pen.restore();
  outline(pen, view);
  pen.strokeStyle = token('--rule-strong');
  pen.stroke();
  labelGraticule(pen, view);
  fill(legend, colourBar(colours, `events per cell of ${number(cellArea(cells.order), 2)} square degrees`));
}

const figure = /** @type {HTMLElement | null} */ (document.querySelector('[data-sky]'));
document.documentElement.classList.add('has-script');
if (figure) show(figure).catch(() => figure.remove());
