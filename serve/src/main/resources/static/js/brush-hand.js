/** A hand that drags a brush: what it selects is shown at the next frame, or as soon as cubes for it come, which it asks for once a drag. */
export class BrushHand {
  #crossfilter;
  #views;
  #frame = 0;
  /** Whether the cubes of this drag are fetched, or were and cannot be had. */
  #sought = '';

  /**
   * @param {import('./crossfilter.js').Crossfilter} crossfilter
   * @param {{active: string, moving: boolean, follow: () => boolean}} views `follow` shows what the brush of `active` selects; false if its cubes are not there
   */
  constructor(crossfilter, views) {
    this.#crossfilter = crossfilter;
    this.#views = views;
  }

  /** Whether the active view's brush can be shown without the server. */
  get isReady() {
    return this.#crossfilter.ready(this.#views.active) !== null;
  }

  /**
   * @param {() => void} otherwise if there are no cubes for what the hand selects
   * @returns {boolean} false if there are none, and none will come
   */
  soon(otherwise) {
    cancelAnimationFrame(this.#frame);
    if (this.isReady) this.#frame = requestAnimationFrame(() => this.#views.follow() || otherwise());
    else if (!this.#sought) this.#seek(otherwise);
    return this.#sought !== 'missing';
  }

  /** @param {() => void} otherwise */
  async #seek(otherwise) {
    this.#sought = 'coming';
    await this.#crossfilter.prepare(this.#views.active);
    if (!this.#views.moving || this.isReady) return;
    this.#sought = 'missing';
    otherwise();
  }

  /** The hand lets go. */
  stop() {
    cancelAnimationFrame(this.#frame);
    this.#sought = '';
  }
}
