import {token} from './dom.js';
import {drawGraticule, labelGraticule} from './sky-graticule.js';
import {drawLandmarks} from './sky-marks.js';
import {outline} from './sky-pen.js';

/** Lines and names over the cells of a map, kept as long as the view stays. */
export class SkyOverlay {
  /** @type {{key: string, canvas: HTMLCanvasElement} | null} */
  #kept = null;

  /**
   * @param {import('./sky-view.js').SkyView} view
   * @param {number} ratio device pixels a pixel
   * @param {boolean} landmarks
   */
  picture(view, ratio, landmarks) {
    const [width, height] = [Math.floor(view.width * ratio), Math.floor(view.height * ratio)];
    const key = [width, height, view.raDeg, view.decDeg, view.zoom, landmarks, token('--ink'), document.fonts.status].join(' ');
    if (this.#kept?.key === key) return this.#kept.canvas;
    const canvas = document.createElement('canvas');
    Object.assign(canvas, {width, height});
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    pen.scale(ratio, ratio);
    pen.save();
    outline(pen, view);
    pen.clip();
    drawGraticule(pen, view);
    if (landmarks) drawLandmarks(pen, view);
    pen.restore();
    outline(pen, view);
    pen.strokeStyle = token('--rule-strong');
    pen.stroke();
    labelGraticule(pen, view);
    this.#kept = {key, canvas};
    return canvas;
  }
}
