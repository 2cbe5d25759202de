import {separation} from './mollweide.js';
import {cellOf, centreOf} from './healpix.js';

/**
 * Counts in HEALPix cells and their picture.
 *
 * @typedef {{order: number, cells: number[], counts: number[], nulls: number}} SkyCounts
 */
/** Up to this order there is a number for every cell. */
const DENSE = 8;

export class SkyCells {
  #byCell;
  /** @type {{key: string, cells: Int32Array} | null} which cell each pixel shows */
  #lookup = null;
  /** @type {{canvas: HTMLCanvasElement, image: ImageData, pixels: Uint32Array} | null} */
  #sheet = null;

  /** @param {SkyCounts} counts */
  constructor(counts) {
    this.counts = counts;
    this.order = counts.order;
    this.#byCell = new Map(counts.cells.map((cell, i) => [cell, counts.counts[i]]));
  }

  /** Events in the cell at a direction. @param {number} raDeg @param {number} decDeg */
  at(raDeg, decDeg) {
    return this.#byCell.get(cellOf(this.order, raDeg, decDeg)) ?? 0;
  }

  get total() {
    return this.counts.counts.reduce((a, b) => a + b, 0);
  }

  /** The smallest cone about their middle that holds all cells, nearly; null if there is none. */
  get field() {
    if (this.counts.cells.length === 0) return null;
    const centres = this.counts.cells.map((cell) => centreOf(this.order, cell));
    const [x, y, z] = centres.reduce(([a, b, c], [ra, dec]) => {
      const [r, d] = [(ra * Math.PI) / 180, (dec * Math.PI) / 180];
      return [a + Math.cos(d) * Math.cos(r), b + Math.cos(d) * Math.sin(r), c + Math.sin(d)];
    }, [0, 0, 0]);
    const raDeg = ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
    const decDeg = (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI;
    const widest = d3.max(centres, (/** @type {[number, number]} */ c) => separation(raDeg, decDeg, ...c));
    return {raDeg, decDeg, radiusDeg: widest + 30 / 2 ** this.order};
  }

  /**
   * @param {import('./sky-view.js').SkyView} view
   * @param {number} ratio device pixels a pixel
   * @param {import('./density.js').Density} colours
   */
  picture(view, ratio, colours) {
    const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
    const cells = this.#pixels(view, width, height, ratio);
    const {canvas, image, pixels} = this.#sheetOf(width, height);
    if (this.order <= DENSE) {
      const words = new Uint32Array(12 * 4 ** this.order);
      for (const [cell, n] of this.#byCell) if (n > 0) words[cell] = colours.word(n);
      for (let i = 0; i < cells.length; i++) pixels[i] = cells[i] < 0 ? 0 : words[cells[i]];
    } else {
      for (let i = 0; i < cells.length; i++) {
        const n = cells[i] < 0 ? undefined : this.#byCell.get(cells[i]);
        pixels[i] = n ? colours.word(n) : 0;
      }
    }
    canvas.getContext('2d')?.putImageData(image, 0, 0);
    return canvas;
  }

  /** The canvas of the last picture, if it has the size. @param {number} width @param {number} height */
  #sheetOf(width, height) {
    if (this.#sheet?.canvas.width === width && this.#sheet.canvas.height === height) return this.#sheet;
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const image = new ImageData(width, height);
    return (this.#sheet = {canvas, image, pixels: new Uint32Array(image.data.buffer)});
  }

  /** Other counts in cells of the same order: the pixels are known. @param {SkyCounts} counts */
  recount(counts) {
    this.counts = counts;
    this.#byCell = new Map(counts.cells.map((cell, i) => [cell, counts.counts[i]]));
  }

  /** @param {import('./sky-view.js').SkyView} view @param {number} width @param {number} height @param {number} ratio */
  #pixels(view, width, height, ratio) {
    const key = [width, height, view.raDeg, view.decDeg, view.zoom].join(' ');
    if (this.#lookup?.key === key) return this.#lookup.cells;
    const cells = new Int32Array(width * height).fill(-1);
    for (let row = 0; row < height; row++) {
      const py = (row + 0.5) / ratio;
      for (let column = 0; column < width; column++) {
        const at = view.at((column + 0.5) / ratio, py);
        if (at) cells[row * width + column] = cellOf(this.order, at[0], at[1]);
      }
    }
    this.#lookup = {key, cells};
    return cells;
  }
}
