import {separation} from './mollweide.js';
import {isPolygon, simplified} from './sky-polygon.js';

/**
 * Pointer, wheel and keys on a map of the sky: a drag draws a cone, or a polygon along its way, or, if moving is on, with Shift, or by a finger, moves the
 * field. The wheel zooms where the map has the focus or Ctrl is held; else it scrolls the page.
 *
 * @typedef {import('./sky-view.js').SkyView} SkyView
 * @typedef {import('./sky-marks.js').Cone} Cone
 */
const STEP = 1.6;

/**
 * @param {HTMLElement} stage which takes the focus
 * @param {HTMLCanvasElement} canvas
 * @param {SkyView} view
 * @param {{
 *   moves: () => boolean, lasso: () => boolean, region: (region: import('./sky-marks.js').Region, done: boolean) => void, shown: (done: boolean) => void,
 *   over: (sky: [number, number] | null) => void, fit: () => void
 * }} act
 */
export function listen(stage, canvas, view, act) {
  const pixel = (/** @type {MouseEvent} */ e) => {
    const box = canvas.getBoundingClientRect();
    return [e.clientX - box.left, e.clientY - box.top];
  };
  const sky = (/** @type {MouseEvent} */ e) => {
    const [px, py] = pixel(e);
    return view.isInside(px, py) ? view.at(px, py) : null;
  };

  canvas.addEventListener('pointermove', (e) => act.over(sky(e)));
  canvas.addEventListener('pointerleave', () => act.over(null));
  canvas.addEventListener('pointerdown', (e) => {
    const start = sky(e);
    const finger = e.pointerType === 'touch';
    if (!start || e.button !== 0 || (finger && view.isWhole)) return;
    e.preventDefault();
    stage.focus({preventScroll: true});
    const moves = finger || e.shiftKey || act.moves();
    if (moves) drag(e, (to) => view.hold(start, .../** @type {[number, number]} */ (pixel(to))), act.shown);
    else if (act.lasso()) drawPolygon(e, start);
    else drawCone(e, start);
  });

  /** @param {PointerEvent} e @param {(to: PointerEvent) => void} follow @param {(done: boolean) => void} told */
  function drag(e, follow, told) {
    canvas.setPointerCapture(e.pointerId);
    let moved = false;
    const move = (/** @type {PointerEvent} */ to) => {
      moved = true;
      follow(to);
      told(false);
    };
    const up = () => {
      canvas.removeEventListener('pointermove', move);
      for (const end of ['pointerup', 'pointercancel']) canvas.removeEventListener(end, up);
      if (moved) told(true);
    };
    canvas.addEventListener('pointermove', move);
    for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, up);
  }

  /** @param {PointerEvent} e @param {[number, number]} centre */
  function drawCone(e, centre) {
    const fine = view.isWhole ? 0.3 : 4 * view.degreesPerPixel;
    const digits = view.isWhole ? 1 : Math.max(1, Math.ceil(-Math.log10(view.degreesPerPixel)));
    /** @type {Cone | null} */
    let cone = null;
    drag(e, (to) => {
      const edge = sky(to);
      const radius = edge ? separation(...centre, ...edge) : 0;
      if (!edge || (radius < fine && !cone)) return;
      const least = 10 ** -digits;
      cone = {raDeg: tidy(centre[0], digits + 1), decDeg: tidy(centre[1], digits + 1), radiusDeg: Math.max(least, tidy(radius, digits))};
    }, (done) => cone && act.region(cone, done));
  }

  /** @param {PointerEvent} e @param {[number, number]} start */
  function drawPolygon(e, start) {
    const digits = view.isWhole ? 1 : Math.max(1, Math.ceil(-Math.log10(view.degreesPerPixel)));
    const way = [[...pixel(e), ...start]];
    /** @type {[number, number][] | null} */
    let corners = null;
    drag(e, (to) => {
      const at = sky(to);
      const [px, py] = pixel(to);
      const last = way[way.length - 1];
      if (!at || Math.hypot(px - last[0], py - last[1]) < 3) return;
      way.push([px, py, ...at]);
      const drawn = simplified(way).map(([, , ra, dec]) => /** @type {[number, number]} */ ([tidy(ra, digits), tidy(dec, digits)]));
      if (isPolygon(drawn)) corners = drawn;
    }, (done) => corners && act.region({corners}, done));
  }

  let wheeling = 0;
  canvas.addEventListener('wheel', (e) => {
    if (!e.ctrlKey && !e.metaKey && !stage.contains(document.activeElement)) return;
    if (!sky(e)) return;
    e.preventDefault();
    const lines = e.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1;
    view.zoomBy(Math.exp(Math.max(-1, Math.min(1, (-e.deltaY * lines) / 250))), .../** @type {[number, number]} */ (pixel(e)));
    act.shown(false);
    clearTimeout(wheeling);
    wheeling = setTimeout(() => act.shown(true), 180);
  }, {passive: false});
  canvas.addEventListener('dblclick', (e) => {
    view.zoomBy(2, .../** @type {[number, number]} */ (pixel(e)));
    act.shown(true);
  });

  stage.addEventListener('keydown', (e) => {
    if (e.target !== stage || e.ctrlKey || e.metaKey || e.altKey) return;
    const by = view.frame.width / 8;
    /** @type {Record<string, () => void>} */
    const keys = {
      '+': () => view.zoomBy(STEP), '=': () => view.zoomBy(STEP), '-': () => view.zoomBy(1 / STEP),
      0: () => view.whole(), f: () => act.fit(),
      ...(view.isWhole ? {} : {
        ArrowLeft: () => view.move(by, 0), ArrowRight: () => view.move(-by, 0), ArrowUp: () => view.move(0, by), ArrowDown: () => view.move(0, -by),
      }),
    };
    const action = keys[e.key];
    if (!action) return;
    e.preventDefault();
    action();
    act.shown(true);
  });
}

/** @param {number} value @param {number} decimals */
const tidy = (value, decimals) => Number(value.toFixed(decimals));
