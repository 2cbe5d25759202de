import {cellArea, cellOf} from './healpix.js';

/**
 * A multi-order coverage map of the sky (MOC 2.0, section 4.3.2): nested HEALPix cells by order.
 */
export class Moc {
  /** @type {{order: number, cells: Set<number>}[]} */
  #levels;

  /** @param {{[order: string]: number[]}} json */
  constructor(json) {
    this.#levels = Object.entries(json).map(([order, cells]) => ({order: Number(order), cells: new Set(cells)})).filter((l) => l.cells.size > 0);
    this.order = Math.max(0, ...this.#levels.map((l) => l.order));
  }

  get isEmpty() {
    return this.#levels.length === 0;
  }

  /** In cells not finer than that: what holds some of it. @param {number} order */
  degraded(order) {
    /** @type {{[order: string]: number[]}} */
    const json = {};
    for (const level of this.#levels) {
      const up = Math.max(0, level.order - order);
      json[level.order - up] = (json[level.order - up] ?? []).concat([...level.cells].map((cell) => Math.floor(cell / 4 ** up)));
    }
    return new Moc(json);
  }

  /** Square degrees. */
  get area() {
    return this.#levels.reduce((sum, l) => sum + l.cells.size * cellArea(l.order), 0);
  }

  /** @param {number} raDeg @param {number} decDeg */
  has(raDeg, decDeg) {
    return this.#levels.some((l) => l.cells.has(cellOf(l.order, raDeg, decDeg)));
  }

  /**
   * Its border as a picture: what is inside and has a neighbour outside.
   *
   * @param {import('./sky-view.js').SkyView} view
   * @param {number} ratio device pixels a pixel
   * @param {[number, number, number]} colour
   */
  border(view, ratio, colour) {
    const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
    const inside = new Uint8Array(width * height);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const at = view.at((column + 0.5) / ratio, (row + 0.5) / ratio);
        inside[row * width + column] = !at ? 2 : this.has(...at) ? 1 : 0;
      }
    }
    const image = new ImageData(width, height);
    const thick = Math.max(1, Math.round(1.5 * ratio));
    for (let row = thick; row < height - thick; row++) {
      for (let column = thick; column < width - thick; column++) {
        const i = row * width + column;
        if (inside[i] !== 1) continue;
        if ([i - thick, i + thick, i - thick * width, i + thick * width].some((j) => inside[j] === 0)) image.data.set([...colour, 255], 4 * i);
      }
    }
    const canvas = document.createElement('canvas');
    Object.assign(canvas, {width, height});
    canvas.getContext('2d')?.putImageData(image, 0, 0);
    return canvas;
  }
}
