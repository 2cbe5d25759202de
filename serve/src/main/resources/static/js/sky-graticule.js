import {token} from './dom.js';
import {galacticPlane} from './mollweide.js';
import {trace, write} from './sky-pen.js';

/**
 * Meridians, parallels, the galactic plane, and their labels.
 *
 * @typedef {import('./sky-view.js').SkyView} SkyView
 * @typedef {{at: number, points: number[][]}} Line
 */
const STEPS = [30, 15, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02];
/** Pixels between lines of a field, at least. @param {SkyView} view */
const apart = (view) => Math.max(46, Math.min(88, view.frame.width / 6));

/** @param {CanvasRenderingContext2D} pen @param {SkyView} view */
export function drawGraticule(pen, view) {
  const {meridians, parallels} = lines(view);
  pen.lineWidth = 0.8;
  pen.strokeStyle = token('--graticule');
  for (const line of [...meridians, ...parallels]) trace(pen, view, line.points);
  pen.strokeStyle = token('--galactic');
  pen.setLineDash([6, 4]);
  pen.lineWidth = 1.3;
  trace(pen, view, d3.range(0, 360.01, view.isWhole ? 2 : 0.25).map(galacticPlane));
  pen.setLineDash([]);
}

/** @param {CanvasRenderingContext2D} pen @param {SkyView} view */
export function labelGraticule(pen, view) {
  pen.font = `12px ${token('--font')}`;
  if (view.isWhole) labelWhole(pen, view);
  else labelField(pen, view);
}

/** @param {SkyView} view @returns {{meridians: Line[], parallels: Line[], step: number, raStep: number}} */
function lines(view) {
  const radius = view.radiusDeg;
  const low = Math.max(-90, view.decDeg - radius);
  const high = Math.min(90, view.decDeg + radius);
  const step = view.isWhole ? 30 : stepOf(apart(view) * view.degreesPerPixel);
  const least = Math.cos((Math.min(89, Math.abs(view.decDeg)) * Math.PI) / 180);
  const raStep = view.isWhole ? 30 : stepOf((apart(view) * view.degreesPerPixel) / least);
  const nearest = Math.min(90, Math.max(Math.abs(low), Math.abs(high)));
  const reach = nearest > 89.5 ? 180 : Math.min(180, radius / Math.cos((nearest * Math.PI) / 180));
  const round = reach === 180;
  const from = round ? 0 : Math.ceil((view.raDeg - reach) / raStep) * raStep;
  const to = round ? 359.999 : view.raDeg + reach;
  const decs = d3.range(0, 61).map((/** @type {number} */ i) => low + ((high - low) * i) / 60);
  const [raFrom, raTo] = round ? [0.001, 359.999] : [view.raDeg - reach, view.raDeg + reach];
  const ras = d3.range(0, 121).map((/** @type {number} */ i) => raFrom + ((raTo - raFrom) * i) / 120);
  return {
    step, raStep,
    meridians: d3.range(view.isWhole ? raStep : from, to, raStep).map((/** @type {number} */ ra) =>
      ({at: ((ra % 360) + 360) % 360, points: decs.map((/** @type {number} */ dec) => [ra, dec])})),
    parallels: d3.range(Math.ceil(low / step) * step, high + 1e-9, step).filter((/** @type {number} */ d) => Math.abs(d) < 89.99)
      .map((/** @type {number} */ dec) => ({at: dec, points: ras.map((/** @type {number} */ ra) => [ra, dec])})),
  };
}

/** The finest step that leaves lines apart. @param {number} apartDeg */
const stepOf = (apartDeg) => STEPS.findLast((s) => s >= apartDeg) ?? STEPS[0];

/** @param {CanvasRenderingContext2D} pen @param {SkyView} view */
function labelWhole(pen, view) {
  const {x, y} = view.middle;
  const small = view.width < 520;
  pen.textAlign = 'center';
  for (let ra = small ? 60 : 30; ra < 360; ra += small ? 60 : 30) write(pen, `${ra}°`, view.place(ra, 0)?.[0] ?? x, y + 15);
  for (let dec = -60; dec <= 60; dec += 30) {
    const [px, py] = view.place(359.999, dec) ?? [x, y];
    pen.textAlign = 'right';
    write(pen, signed(dec, 0), Math.max(24, px - 4), py + (dec === 0 ? 4 : dec > 0 ? 0 : 9));
  }
  pen.textAlign = 'center';
  write(pen, '+90°', x, y - view.half - 6);
  write(pen, '\u221290°', x, y + view.half + 15);
}

/** Right ascension below the frame, declination on its left, where the lines meet it. */
function labelField(/** @type {CanvasRenderingContext2D} */ pen, /** @type {SkyView} */ view) {
  const {x, y, width, height} = view.frame;
  const {meridians, parallels, step, raStep} = lines(view);
  let right = -Infinity;
  pen.textAlign = 'center';
  const below = meridians.map((line) => ({text: `${line.at.toFixed(decimals(raStep))}°`, px: crossing(view, line, 1, y + height)}))
    .filter((label) => label.px !== null && label.px > x + 4 && label.px < x + width - 14)
    .sort((a, b) => /** @type {number} */ (a.px) - /** @type {number} */ (b.px));
  for (const {text, px} of below) {
    const half = pen.measureText(text).width / 2;
    if (/** @type {number} */ (px) - half < right + 8) continue;
    right = /** @type {number} */ (px) + half;
    write(pen, text, /** @type {number} */ (px), y + height + 17);
  }
  pen.textAlign = 'right';
  for (const line of parallels) {
    const py = crossing(view, line, 0, x);
    if (py !== null && py > y + 6 && py < y + height - 4) write(pen, signed(line.at, decimals(step)), x - 6, py + 4);
  }
}

/** Where a line crosses an edge of the frame: the other coordinate; null if it does not. */
function crossing(/** @type {SkyView} */ view, /** @type {Line} */ line, /** @type {0 | 1} */ axis, /** @type {number} */ edge) {
  const other = axis === 0 ? 1 : 0;
  let before = null;
  for (const [ra, dec] of line.points) {
    const here = view.place(ra, dec);
    if (here && before && (here[axis] - edge) * (before[axis] - edge) <= 0 && here[axis] !== before[axis]) {
      const share = (edge - before[axis]) / (here[axis] - before[axis]);
      const met = before[other] + share * (here[other] - before[other]);
      const inside = axis === 1 ? view.isInside(met, edge) : view.isInside(edge, met);
      if (inside) return met;
    }
    before = here;
  }
  return null;
}

/** @param {number} step */
const decimals = (step) => Math.max(0, -Math.floor(Math.log10(step) + 1e-9));

/** @param {number} deg @param {number} digits */
const signed = (deg, digits) => `${deg > 1e-9 ? '+' : deg < -1e-9 ? '\u2212' : ''}${Math.abs(deg).toFixed(digits)}°`;
