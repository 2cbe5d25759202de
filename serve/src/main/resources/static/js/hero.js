import {address, getJson} from './api.js';
import {density} from './density.js';
import {token} from './dom.js';
import {cellOf} from './healpix.js';
import {project, unproject} from './mollweide.js';

/**
 * Home: all events of all collections on the sky, as a picture.
 */
const figure = /** @type {HTMLElement | null} */ (document.querySelector('[data-hero]'));
const ORDER = 4;

/** @param {HTMLElement} host */
async function show(host) {
  const sky = await getJson(address('/api/v1/events/sky', '', {order: ORDER}));
  if (sky.cells.length === 0) return;
  host.hidden = false;
  const byCell = new Map(sky.cells.map((/** @type {number} */ cell, /** @type {number} */ i) => [cell, sky.counts[i]]));
  const draw = () => paint(/** @type {HTMLCanvasElement} */ (host.querySelector('canvas')), byCell, density(sky.counts, true));
  draw();
  document.documentElement.addEventListener('themechange', draw);
  new ResizeObserver(draw).observe(host);
}

/** @param {HTMLCanvasElement} canvas @param {Map<number, number>} byCell @param {import('./density.js').Density} colours */
function paint(canvas, byCell, colours) {
  const ratio = Math.min(2, devicePixelRatio || 1);
  const width = Math.round(canvas.clientWidth * ratio);
  const height = Math.round(width / 2);
  if (width < 20) return;
  canvas.width = width;
  canvas.height = height;
  const half = height / 2 - 2;
  const [x0, y0] = [width / 2, height / 2];
  const image = new ImageData(width, height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = unproject((column + 0.5 - x0) / half, (y0 - row - 0.5) / half);
      const n = at && byCell.get(cellOf(ORDER, ...at));
      if (n) image.data.set([...colours.rgb(n), 255], 4 * (row * width + column));
    }
  }
  const layer = document.createElement('canvas');
  layer.width = width;
  layer.height = height;
  layer.getContext('2d')?.putImageData(image, 0, 0);
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  pen.beginPath();
  pen.ellipse(x0, y0, 2 * half, half, 0, 0, 2 * Math.PI);
  pen.save();
  pen.clip();
  pen.fillStyle = token('--sky');
  pen.fill();
  pen.drawImage(layer, 0, 0);
  pen.strokeStyle = token('--graticule');
  pen.globalAlpha = 0.55;
  pen.lineWidth = ratio * 0.8;
  for (let ra = 0; ra < 360; ra += 60) line(pen, d3.range(-90, 91, 3).map((/** @type {number} */ dec) => project(ra + 0.001, dec)), x0, y0, half);
  for (const dec of [-60, -30, 0, 30, 60]) line(pen, [project(0.001, dec), project(359.999, dec)], x0, y0, half);
  pen.restore();
  pen.strokeStyle = token('--rule-strong');
  pen.lineWidth = ratio;
  pen.beginPath();
  pen.ellipse(x0, y0, 2 * half, half, 0, 0, 2 * Math.PI);
  pen.stroke();
}

/** @param {CanvasRenderingContext2D} pen @param {number[][]} points @param {number} x0 @param {number} y0 @param {number} half */
function line(pen, points, x0, y0, half) {
  pen.beginPath();
  points.forEach(([x, y], i) => (i ? pen.lineTo(x0 + x * half, y0 - y * half) : pen.moveTo(x0 + x * half, y0 - y * half)));
  pen.stroke();
}

if (figure) show(figure).catch(() => figure.remove());
