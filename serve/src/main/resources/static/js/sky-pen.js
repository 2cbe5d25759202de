import {token} from './dom.js';

/**
 * Lines and words over a map of the sky.
 *
 * @typedef {import('./sky-view.js').SkyView} SkyView
 */

/** A line through directions, the pen lifted where it leaves on one side and returns on the other. */
export function trace(
  /** @type {CanvasRenderingContext2D} */ pen, /** @type {SkyView} */ view, /** @type {number[][]} */ directions) {
  const jump = view.isWhole ? 0.9 * view.half : 2 * view.width;
  pen.beginPath();
  /** @type {[number, number] | null} */
  let before = null;
  for (const [ra, dec] of directions) {
    const here = view.place(ra, dec);
    if (here && before && Math.hypot(here[0] - before[0], here[1] - before[1]) < jump) pen.lineTo(...here);
    else if (here) pen.moveTo(...here);
    before = here;
  }
  pen.stroke();
}

/** Text readable on any colour. */
export function write(
  /** @type {CanvasRenderingContext2D} */ pen, /** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) {
  pen.lineWidth = 3.5;
  pen.lineJoin = 'round';
  pen.strokeStyle = token('--halo');
  pen.strokeText(text, x, y);
  pen.fillStyle = token('--ink');
  pen.fillText(text, x, y);
}

/** @param {CanvasRenderingContext2D} pen @param {() => void} draw */
export function haloed(pen, draw) {
  pen.strokeStyle = token('--halo');
  pen.lineWidth = 3.5;
  draw();
  pen.strokeStyle = token('--ink');
  pen.lineWidth = 1.4;
  draw();
}

/** The shape of the sky shown, as a path. @param {CanvasRenderingContext2D} pen @param {SkyView} view */
export function outline(pen, view) {
  const {x, y, width, height} = view.frame;
  pen.beginPath();
  if (view.isWhole) pen.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
  else pen.rect(x, y, width, height);
}
