import {token} from './dom.js';
import {circle} from './mollweide.js';
import {border} from './sky-polygon.js';
import {haloed, trace, write} from './sky-pen.js';

/**
 * Well-known sources, and the cone or polygon of a selection.
 *
 * @typedef {import('./sky-view.js').SkyView} SkyView
 * @typedef {{raDeg: number, decDeg: number, radiusDeg: number}} Cone
 * @typedef {{corners: [number, number][]}} Polygon
 * @typedef {Cone | Polygon} Region
 * @typedef {{name: string, raDeg: number, decDeg: number}} Landmark
 */

/** To find one's way. Positions: SIMBAD, ICRS. @type {Landmark[]} */
const LANDMARKS = [
  {name: 'Crab', raDeg: 83.633, decDeg: 22.014},
  {name: 'Cyg X-3', raDeg: 308.107, decDeg: 40.958},
  {name: 'Mrk 421', raDeg: 166.114, decDeg: 38.209},
  {name: 'TXS 0506+056', raDeg: 77.358, decDeg: 5.693},
  {name: 'Vela', raDeg: 128.836, decDeg: -45.176},
  {name: 'Cen A', raDeg: 201.365, decDeg: -43.019},
  {name: 'Gal. centre', raDeg: 266.417, decDeg: -29.008},
];

/** @param {CanvasRenderingContext2D} pen @param {SkyView} view */
export function drawLandmarks(pen, view) {
  if (view.isWhole && view.width <= 520) return;
  pen.font = `600 11px ${token('--font')}`;
  pen.lineJoin = 'round';
  for (const mark of LANDMARKS) {
    const place = view.place(mark.raDeg, mark.decDeg);
    if (!place || !view.isInside(...place)) continue;
    const [px, py] = place;
    pen.beginPath();
    pen.arc(px, py, 3.5, 0, 2 * Math.PI);
    haloed(pen, () => pen.stroke());
    const room = view.frame.x + view.frame.width - px > 8 + pen.measureText(mark.name).width;
    pen.textAlign = room ? 'left' : 'right';
    write(pen, mark.name, px + (room ? 7 : -7), py + 4);
  }
}

/** @param {CanvasRenderingContext2D} pen @param {SkyView} view @param {Region} region */
export function drawRegion(pen, view, region) {
  const whole = 'corners' in region;
  const middle = whole ? null : view.place(region.raDeg, region.decDeg);
  const edge = whole ? border(region.corners) : circle(region.raDeg, region.decDeg, region.radiusDeg);
  for (const [colour, width] of [[token('--surface'), 5], [token('--select'), 2.4]]) {
    pen.strokeStyle = String(colour);
    pen.lineWidth = Number(width);
    trace(pen, view, edge);
    if (!middle) continue;
    pen.beginPath();
    for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
      pen.moveTo(middle[0] + 4 * dx, middle[1] + 4 * dy);
      pen.lineTo(middle[0] + 10 * dx, middle[1] + 10 * dy);
    }
    pen.stroke();
  }
}
