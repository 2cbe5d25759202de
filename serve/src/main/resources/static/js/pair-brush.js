import {el} from './dom.js';

/**
 * A rectangle over the cells of a pair, for pointer and keyboard: a drag draws one, a drag within it moves it; arrows move it, with Shift they move
 * its upper right corner, Enter begins one, Escape takes it away. Touch scrolls the page unless it begins within the rectangle.
 *
 * @typedef {{x: number, y: number, across: number, up: number}} Cells  first cell and number of cells each way
 */
export class PairBrush {
  /** @type {Cells | null} */
  #cells = null;
  #grid = {nx: 1, ny: 1};
  #changed;

  /** @param {(cells: Cells | null, done: boolean) => void} changed */
  constructor(changed) {
    this.#changed = changed;
    this.frame = el('div', {class: 'pair-frame', hidden: true});
    this.element = el('div', {class: 'pair-brush', tabindex: 0, role: 'group',
      'aria-label': 'Cut on both quantities: Enter begins a rectangle, arrows move it, Shift with arrows changes its size, Escape takes it away',
      onkeydown: (/** @type {KeyboardEvent} */ e) => this.#key(e), onpointerdown: (/** @type {PointerEvent} */ e) => this.#press(e)}, this.frame);
  }

  /**
   * @param {{left: number, top: number, width: number, height: number, nx: number, ny: number}} at pixels within the stage, and cells
   * @param {Cells | null} cells may be broken numbers, where limits are no edges
   */
  show({left, top, width, height, nx, ny}, cells) {
    this.#grid = {nx, ny};
    this.#cells = cells;
    Object.assign(this.element.style, {left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px`});
    this.#draw();
  }

  #draw() {
    const {nx, ny} = this.#grid;
    this.frame.hidden = this.#cells === null;
    if (!this.#cells) return;
    const {x, y, across, up} = this.#cells;
    const share = (/** @type {number} */ part, /** @type {number} */ of) => `${((100 * part) / of).toFixed(3)}%`;
    Object.assign(this.frame.style, {left: share(x, nx), width: share(across, nx), bottom: share(y, ny), height: share(up, ny)});
  }

  /** @param {Cells | null} cells @param {boolean} done */
  #set(cells, done) {
    this.#cells = cells;
    this.#draw();
    this.#changed(cells, done);
  }

  /** Within the grid, at least a cell each way. @param {Cells} cells @returns {Cells} */
  #fit({x, y, across, up}) {
    const {nx, ny} = this.#grid;
    const [w, h] = [clamp(Math.round(across), 1, nx), clamp(Math.round(up), 1, ny)];
    return {x: clamp(Math.round(x), 0, nx - w), y: clamp(Math.round(y), 0, ny - h), across: w, up: h};
  }

  /** @param {KeyboardEvent} e */
  #key(e) {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const by = {ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1]}[e.key];
    const {nx, ny} = this.#grid;
    const now = this.#cells;
    if (by && now) {
      const [dx, dy] = by;
      this.#set(this.#fit(e.shiftKey ? {...now, across: Math.min(now.across + dx, nx - now.x), up: Math.min(now.up + dy, ny - now.y)}
        : {...now, x: now.x + dx, y: now.y + dy}), true);
    } else if (e.key === 'Enter' && !now) this.#set(this.#fit({x: nx / 3, y: ny / 3, across: nx / 3, up: ny / 3}), true);
    else if ((e.key === 'Escape' || e.key === 'Delete') && now) this.#set(null, true);
    else return;
    e.preventDefault();
  }

  /** @param {PointerEvent} e */
  #press(e) {
    if (e.button !== 0) return;
    const box = this.element.getBoundingClientRect();
    const {nx, ny} = this.#grid;
    const place = (/** @type {PointerEvent} */ p) => ({
      x: clamp(((p.clientX - box.left) / box.width) * nx, 0, nx - 1e-6), y: clamp(((box.bottom - p.clientY) / box.height) * ny, 0, ny - 1e-6)});
    const start = place(e);
    const held = this.#cells && start.x >= this.#cells.x && start.x <= this.#cells.x + this.#cells.across
      && start.y >= this.#cells.y && start.y <= this.#cells.y + this.#cells.up ? this.#cells : null;
    if (e.pointerType === 'touch' && !held) return;
    e.preventDefault();
    this.element.focus({preventScroll: true});
    this.element.setPointerCapture(e.pointerId);
    let moved = false;
    const move = (/** @type {PointerEvent} */ p) => {
      if (!moved && Math.hypot(p.clientX - e.clientX, p.clientY - e.clientY) < 4) return;
      moved = true;
      const at = place(p);
      if (held) return this.#set(this.#fit({...held, x: held.x + at.x - start.x, y: held.y + at.y - start.y}), false);
      const [x, y] = [Math.floor(Math.min(at.x, start.x)), Math.floor(Math.min(at.y, start.y))];
      this.#set(this.#fit({x, y, across: Math.floor(Math.max(at.x, start.x)) + 1 - x, up: Math.floor(Math.max(at.y, start.y)) + 1 - y}), false);
    };
    const up = () => {
      this.element.removeEventListener('pointermove', move);
      for (const end of ['pointerup', 'pointercancel']) this.element.removeEventListener(end, up);
      if (moved) this.#changed(this.#cells, true);
    };
    this.element.addEventListener('pointermove', move);
    for (const end of ['pointerup', 'pointercancel']) this.element.addEventListener(end, up);
  }
}

const clamp = (/** @type {number} */ v, /** @type {number} */ low, /** @type {number} */ high) => Math.max(low, Math.min(high, v));
