import {project, separation, unproject} from './mollweide.js';
import {projectAround, unprojectAround} from './zenithal.js';

/**
 * What part of the sky a map shows, and where: the whole sky as Mollweide's ellipse, or a field around a direction, in a frame.
 * Pixels are those of CSS, from the upper left corner.
 */
const MARGIN = 26;
/** Room for the labels of a field. */
const FRAME = {left: 46, top: 6, right: 10, bottom: 26};
/** How much larger than on the whole sky: a field at least, and at most. */
const FIELD = 2;
const CLOSEST = 256;
/** Cells should be as many pixels wide. */
const CELL = 4.5;
/** Cells of the finest order that the server counts. */
const FINEST = 10;

export class SkyView {
  width = 0;
  raDeg = 180;
  decDeg = 0;
  zoom = 1;

  get isWhole() {
    return this.zoom < FIELD;
  }

  /** Pixels of the ellipse's shorter half axis, on the whole sky. */
  get half() {
    return (this.width - 2 * MARGIN) / 4;
  }

  get height() {
    return Math.round(2 * this.half + 2 * MARGIN);
  }

  /** The part of the canvas that shows sky. */
  get frame() {
    return this.isWhole
      ? {x: MARGIN, y: MARGIN, width: 4 * this.half, height: 2 * this.half}
      : {x: FRAME.left, y: FRAME.top, width: this.width - FRAME.left - FRAME.right, height: this.height - FRAME.top - FRAME.bottom};
  }

  get middle() {
    const {x, y, width, height} = this.frame;
    return {x: x + width / 2, y: y + height / 2};
  }

  /** Degrees that a pixel spans in the middle of a field. */
  get degreesPerPixel() {
    return (180 / Math.PI) * Math.SQRT2 / (this.half * this.zoom);
  }

  /** Radius of the cone that holds all that is shown. */
  get radiusDeg() {
    if (this.isWhole) return 180;
    const {x, y, width, height} = this.frame;
    const corners = [[x, y], [x + width, y], [x, y + height], [x + width, y + height]].map(([px, py]) => this.at(px, py));
    return corners.reduce((r, at) => (at ? Math.max(r, separation(this.raDeg, this.decDeg, ...at)) : 180), 0);
  }

  /** Order of the cells to ask for. @param {number} whole that of the whole sky */
  order(whole) {
    if (this.isWhole) return whole;
    const wanted = Math.floor(Math.log2(58.6 / (CELL * this.degreesPerPixel)));
    return Math.max(whole, Math.min(FINEST, wanted + whole - 5));
  }

  /** @param {number} raDeg @param {number} decDeg @returns {[number, number] | null} pixel; null if it cannot be shown */
  place(raDeg, decDeg) {
    const at = this.isWhole ? project(raDeg, decDeg) : projectAround(raDeg, decDeg, this.raDeg, this.decDeg);
    if (!at) return null;
    const scale = this.half * this.zoom;
    return [this.middle.x + at[0] * scale, this.middle.y - at[1] * scale];
  }

  /** The sky at a pixel; null outside. @param {number} px @param {number} py @returns {[number, number] | null} */
  at(px, py) {
    const scale = this.half * this.zoom;
    const [x, y] = [(px - this.middle.x) / scale, (this.middle.y - py) / scale];
    return this.isWhole ? unproject(x, y) : unprojectAround(x, y, this.raDeg, this.decDeg);
  }

  /** @param {number} px @param {number} py */
  isInside(px, py) {
    const {x, y, width, height} = this.frame;
    return px >= x && px <= x + width && py >= y && py <= y + height;
  }

  whole() {
    Object.assign(this, {raDeg: 180, decDeg: 0, zoom: 1});
  }

  /** Turns a field so that a direction shows at a pixel. @param {[number, number]} sky @param {number} px @param {number} py */
  hold(sky, px, py) {
    for (let step = 0; step < 6 && !this.isWhole; step++) {
      const now = this.place(...sky);
      if (!now) return;
      const middle = this.at(this.middle.x + now[0] - px, this.middle.y + now[1] - py);
      if (!middle) return;
      [this.raDeg, this.decDeg] = middle;
    }
  }

  /** Moves a field by pixels. @param {number} dx @param {number} dy */
  move(dx, dy) {
    const middle = this.isWhole ? null : this.at(this.middle.x - dx, this.middle.y - dy);
    if (middle) [this.raDeg, this.decDeg] = middle;
  }

  /**
   * Comes closer or goes away; the sky at the pixel stays where it is, if it can.
   *
   * @param {number} factor above 1: closer
   * @param {number} [px]
   * @param {number} [py]
   */
  zoomBy(factor, px = this.middle.x, py = this.middle.y) {
    const sky = this.at(px, py);
    const wanted = this.isWhole && factor > 1 ? FIELD : this.zoom * factor;
    if (wanted < FIELD * 0.999) return this.whole();
    if (this.isWhole && sky) [this.raDeg, this.decDeg] = sky;
    this.zoom = Math.min(CLOSEST, wanted);
    if (sky) this.hold(sky, px, py);
  }

  /**
   * Shows a cone as large as it fits; the whole sky if it is wider than half of it.
   *
   * @param {{raDeg: number, decDeg: number, radiusDeg: number}} cone
   */
  fit({raDeg, decDeg, radiusDeg}) {
    this.whole();
    if (radiusDeg > 50) return;
    const room = Math.min(this.width - FRAME.left - FRAME.right, this.height - FRAME.top - FRAME.bottom) / 2;
    const reach = Math.SQRT2 * Math.sin((radiusDeg * Math.PI) / 360) * 1.08;
    Object.assign(this, {raDeg, decDeg, zoom: Math.max(FIELD, Math.min(CLOSEST, room / (this.half * Math.max(reach, 1e-9))))});
  }
}
