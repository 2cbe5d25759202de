import {axis} from '../axis.js';
import {el, fill} from '../dom.js';
import {number, unitLabel} from '../figures.js';
import {figureMenu} from '../figure-file.js';
import {radius, scale, towards} from './station-scale.js';
import {colourKey} from './station-key.js';

/**
 * The stations of a detector from above, those with a signal coloured by it and as large as it, the cores and directions of
 * the showers that were found, and the arrival of the front, played.
 *
 * @typedef {{id: string | number, x: number, y: number}} Place
 * @typedef {Place & {signal: number | null, time: number | null}} Hit
 * @typedef {{component: string, x: number, y: number, zenith: number | null, azimuth: number | null}} Shower
 * @typedef {{signal: string, signalUnit: string, time: string | null, timeUnit: string | null, unit: string,
 *   all: Place[], hits: Hit[], showers: Shower[]}} Stations
 */
const MARGIN = {left: 58, right: 16, top: 14, bottom: 46};
const MOST = 620;
const PLAY_MS = 2600;

export class DetectorView {
  #s;
  #about;
  #width = 0;
  #log = true;
  #by = /** @type {'signal' | 'time'} */ ('signal');
  /** Arrival up to which stations are shown; null for all. @type {number | null} */
  #until = null;
  #playing = 0;
  #chosen = -1;
  /** @type {any} */
  #x;
  /** @type {any} */
  #y;

  /** @param {Stations} stations @param {{title: string, collection: string, release: string, time: string, uuid: string}} about */
  constructor(stations, about) {
    this.#s = {...stations, hits: stations.hits.toSorted((a, b) => (b.signal ?? 0) - (a.signal ?? 0))};
    this.#about = about;
    this.#log = stations.hits.every((h) => h.signal === null || h.signal > 0);
    this.#build();
  }

  #build() {
    const chip = (/** @type {string} */ text, /** @type {string} */ label, /** @type {boolean} */ pressed, /** @type {() => void} */ act) => {
      const b = el('button', {type: 'button', class: 'chip', 'aria-label': label, 'aria-pressed': String(pressed), onclick: () => act()}, text);
      return b;
    };
    const logChip = chip('log', 'logarithmic colours', this.#log, () => {
      this.#log = !this.#log;
      logChip.setAttribute('aria-pressed', String(this.#log));
      this.#draw();
    });
    const bySignal = chip(this.#s.signal, `colour by ${this.#s.signal}`, true, () => choose('signal'));
    const byTime = chip(this.#s.time ?? '', `colour by ${this.#s.time}`, false, () => choose('time'));
    const choose = (/** @type {'signal' | 'time'} */ by) => {
      this.#by = by;
      bySignal.setAttribute('aria-pressed', String(by === 'signal'));
      byTime.setAttribute('aria-pressed', String(by === 'time'));
      logChip.hidden = by === 'time';
      this.#draw();
    };
    this.svg = el('svg:svg', {class: 'plot detector-plot', role: 'img', 'aria-labelledby': 'detector-title detector-words'});
    this.stage = el('div', {
      class: 'plot-stage detector-stage', tabindex: '0', role: 'group', 'data-keys': '', 'aria-label': 'Stations; arrow keys go from one to the next',
      onkeydown: (/** @type {KeyboardEvent} */ e) => this.#key(e), onpointermove: (/** @type {PointerEvent} */ e) => this.#point(e),
      onpointerleave: () => this.#choose(-1), onblur: () => this.#choose(-1),
    }, this.svg);
    this.words = el('p', {class: 'figure-note', id: 'detector-words'});
    this.reading = el('p', {class: 'detector-reading', role: 'status'});
    this.key = el('div', {class: 'colour-bar'});
    const times = this.#times;
    this.slider = times ? el('input', {
      type: 'range', min: '0', max: '1000', value: '1000', 'aria-label': `shown up to which ${this.#s.time}`,
      oninput: () => this.#upTo(Number(this.slider.value) / 1000),
    }) : null;
    this.playButton = times ? el('button', {type: 'button', class: 'button is-quiet is-small', onclick: () => this.#play()}, 'Play the arrival') : null;
    this.clock = el('span', {class: 'detector-clock'});
    this.element = el('section', {class: 'panel detector', 'aria-labelledby': 'detector-title'},
      el('header', {class: 'panel-head'}, el('h2', {id: 'detector-title'}, 'Stations'),
        el('div', {class: 'chips'}, el('span', {class: 'soft'}, 'colour'), bySignal, this.#s.time ? byTime : '', logChip,
          figureMenu(() => this.#file(), 'the stations'))),
      this.stage, this.reading, this.key,
      times ? el('div', {class: 'detector-time'}, this.playButton, this.slider, this.clock) : '',
      this.words);
    new ResizeObserver((entries) => {
      const width = Math.round(entries[0].contentRect.width);
      if (width !== this.#width && width > 0) {
        this.#width = width;
        this.#draw();
      }
    }).observe(this.stage);
    document.documentElement.addEventListener('themechange', () => this.#draw());
    this.#read();
  }

  /** @returns {[number, number] | null} first and last arrival */
  get #times() {
    const times = this.#s.hits.flatMap((h) => (h.time === null ? [] : [h.time]));
    return times.length > 1 && Math.max(...times) > Math.min(...times) ? [Math.min(...times), Math.max(...times)] : null;
  }

  /** Everything that should be in view, with a rim; as wide as high. */
  get #field() {
    const places = [...this.#s.all, ...this.#s.hits, ...this.#s.showers];
    const [x0, x1] = d3.extent(places, (/** @type {Place} */ p) => p.x);
    const [y0, y1] = d3.extent(places, (/** @type {Place} */ p) => p.y);
    const half = (Math.max(x1 - x0, y1 - y0) / 2 || 1) * 1.08;
    const middle = [(x0 + x1) / 2, (y0 + y1) / 2];
    return {x: [middle[0] - half, middle[0] + half], y: [middle[1] - half, middle[1] + half]};
  }

  #draw() {
    const size = Math.min(this.#width - MARGIN.left - MARGIN.right, MOST);
    if (size < 60) return;
    const field = this.#field;
    this.#x = axis('linear', field.x[0], field.x[1], size);
    this.#y = axis('linear', field.y[0], field.y[1], size, true);
    const px = (/** @type {Place} */ p) => this.#x.place(p.x);
    const py = (/** @type {Place} */ p) => size - this.#y.place(p.y);
    const most = Math.max(3.5, Math.min(13, (size / Math.sqrt(Math.max(this.#s.all.length, this.#s.hits.length, 1))) * 0.46));
    const signals = scale(this.#s.hits.map((h) => h.signal ?? NaN), this.#log, d3.interpolateViridis);
    const times = scale(this.#s.hits.map((h) => h.time ?? NaN), false, d3.interpolatePlasma);
    const sizes = scale(this.#s.hits.map((h) => h.signal ?? NaN), this.#s.hits.every((h) => h.signal === null || h.signal > 0), d3.interpolateViridis);
    const colours = this.#by === 'signal' ? signals : times;
    const value = (/** @type {Hit} */ h) => (this.#by === 'signal' ? h.signal : h.time);
    const heard = new Set(this.#s.hits.map((h) => h.id));
    const shown = this.#s.hits.filter((h) => this.#until === null || h.time === null || h.time <= this.#until);
    const g = el('svg:g', {transform: `translate(${MARGIN.left},${MARGIN.top})`});
    g.append(this.#frame(size),
      el('svg:g', {class: 'stations-silent'}, ...this.#s.all.filter((p) => !heard.has(p.id)).map((p) => el('svg:circle', {cx: px(p).toFixed(1), cy: py(p).toFixed(1), r: 1.7}))),
      el('svg:g', {class: 'stations-hit'}, ...shown.map((h) => {
        const v = value(h);
        return el('svg:circle', {
          cx: px(h).toFixed(1), cy: py(h).toFixed(1), r: radius(h.signal === null ? 0 : sizes.shareOf(h.signal), most).toFixed(2),
          fill: v === null ? 'none' : colours.at(colours.shareOf(v)), 'data-station': h.id,
        });
      })),
      ...this.#s.showers.map((s, i) => this.#shower(s, i, px, py, size)),
      el('svg:circle', {class: 'station-chosen', r: most + 3, visibility: 'hidden'}));
    Object.entries({width: size + MARGIN.left + MARGIN.right, height: size + MARGIN.top + MARGIN.bottom}).forEach(([k, v]) => this.svg.setAttribute(k, String(v)));
    fill(this.svg, g);
    const unit = this.#by === 'signal' ? this.#s.signalUnit : this.#s.timeUnit ?? '';
    const name = this.#by === 'signal' ? this.#s.signal : this.#s.time ?? '';
    fill(this.key, colourKey(colours, `${name}${unit ? ` [${unitLabel(unit)}]` : ''}`));
    this.words.textContent = this.#sentence();
    this.#mark();
  }

  /** @param {number} size */
  #frame(size) {
    const unit = unitLabel(this.#s.unit);
    const g = el('svg:g', {class: 'axis'});
    g.append(el('svg:rect', {class: 'detector-ground', width: size, height: size}));
    for (const t of this.#x.labelled) {
      const at = this.#x.place(t.value);
      g.append(el('svg:line', {class: 'grid', x1: at, x2: at, y1: 0, y2: size}), el('svg:text', {x: at, y: size + 17, 'text-anchor': 'middle'}, t.label));
    }
    for (const t of this.#y.labelled) {
      const at = size - this.#y.place(t.value);
      g.append(el('svg:line', {class: 'grid', x1: 0, x2: size, y1: at, y2: at}), el('svg:text', {x: -8, y: at + 4, 'text-anchor': 'end'}, t.label));
    }
    g.append(
      el('svg:text', {class: 'axis-title', x: size, y: size + 38, 'text-anchor': 'end'}, `x, to the east [${unit}]`),
      el('svg:text', {class: 'axis-title', transform: `translate(-44,0) rotate(-90)`, 'text-anchor': 'end'}, `y, to the north [${unit}]`));
    return g;
  }

  /** The core as a cross and, as an arrow towards it, the way that the shower came on the ground: longer the more inclined it is. */
  #shower(/** @type {Shower} */ s, /** @type {number} */ i, /** @type {(p: any) => number} */ px, /** @type {(p: any) => number} */ py, /** @type {number} */ size) {
    const [cx, cy] = [px(s), py(s)];
    const g = el('svg:g', {class: `shower is-${i}`});
    const line = (/** @type {string} */ d) => [el('svg:path', {class: 'shower-halo', d}), el('svg:path', {class: 'shower-line', d})];
    g.append(...line(`M${cx - 8} ${cy}H${cx + 8}M${cx} ${cy - 8}V${cy + 8}`));
    if (s.zenith !== null && s.azimuth !== null && s.zenith > 0.05) {
      const length = 22 + Math.sin((s.zenith * Math.PI) / 180) * size * 0.32;
      const a = (s.azimuth * Math.PI) / 180;
      const [ux, uy] = [Math.sin(a), -Math.cos(a)];
      const at = (/** @type {number} */ r, /** @type {number} */ side) => `${(cx + ux * r - uy * side).toFixed(1)} ${(cy + uy * r + ux * side).toFixed(1)}`;
      g.append(...line(`M${at(length, 0)}L${at(13, 0)}M${at(22, 5)}L${at(13, 0)}L${at(22, -5)}`));
    }
    const eastward = s.azimuth === null ? cx < size * 0.75 : Math.sin((s.azimuth * Math.PI) / 180) < 0;
    const left = cx < 60 ? false : cx > size - 60 ? true : !eastward;
    const label = {x: cx + (left ? -11 : 11), y: cy + (i % 2 ? -9 : 17), 'text-anchor': left ? 'end' : 'start'};
    g.append(el('svg:text', {class: 'shower-halo', ...label}, s.component), el('svg:text', {class: 'shower-name', ...label}, s.component));
    return g;
  }

  #sentence() {
    const unit = unitLabel(this.#s.unit);
    const silent = this.#s.all.length ? ` of ${this.#s.all.length}` : '';
    const showers = this.#s.showers.map((s) => `${s.component}: core at (${number(s.x, 3)}, ${number(s.y, 3)}) ${unit}`
      + (s.zenith === null ? '' : `, zenith ${number(s.zenith, 3)}°`) + (s.azimuth === null ? '' : `, azimuth ${number(s.azimuth, 4)}°`));
    return [`${this.#s.hits.length}${silent} stations with a signal; the larger, the more ${this.#s.signal}.`, ...showers.map((s) => `${s}.`)].join(' ');
  }

  /** @param {PointerEvent} e */
  #point(e) {
    const box = this.svg.getBoundingClientRect();
    const size = Math.min(this.#width - MARGIN.left - MARGIN.right, MOST);
    const at = {x: this.#x.value(e.clientX - box.left - MARGIN.left), y: this.#y.value(size - (e.clientY - box.top - MARGIN.top))};
    const reach = this.#x.value(14) - this.#x.value(0);
    let best = -1;
    let least = reach;
    this.#places.forEach((p, i) => {
      const d = Math.hypot(p.x - at.x, p.y - at.y);
      if (d < least) [least, best] = [d, i];
    });
    this.#choose(best);
  }

  /** Stations that can be read, those with a signal first. @returns {(Hit | Place)[]} */
  get #places() {
    const heard = new Set(this.#s.hits.map((h) => h.id));
    return [...this.#s.hits, ...this.#s.all.filter((p) => !heard.has(p.id))];
  }

  /** @param {KeyboardEvent} e */
  #key(e) {
    const way = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1]}[e.key];
    if (way) {
      e.preventDefault();
      const hits = this.#s.hits;
      const next = this.#chosen < 0 ? 0 : towards(hits, this.#places[this.#chosen], way[0], way[1]);
      if (next >= 0) this.#choose(next);
    } else if (e.key === 'Home' || e.key === 'Escape') {
      this.#choose(e.key === 'Home' ? 0 : -1);
    }
  }

  /** @param {number} which */
  #choose(which) {
    if (which === this.#chosen) return;
    this.#chosen = which;
    this.#mark();
    this.#read();
  }

  #mark() {
    const ring = this.svg.querySelector('.station-chosen');
    const place = this.#places[this.#chosen];
    if (!ring || !this.#x) return;
    const size = Math.min(this.#width - MARGIN.left - MARGIN.right, MOST);
    ring.setAttribute('visibility', place ? 'visible' : 'hidden');
    if (place) {
      ring.setAttribute('cx', this.#x.place(place.x).toFixed(1));
      ring.setAttribute('cy', (size - this.#y.place(place.y)).toFixed(1));
    }
  }

  #read() {
    const place = /** @type {any} */ (this.#places[this.#chosen]);
    if (!place) {
      this.reading.textContent = 'Point at a station, or walk with the arrow keys, to read it.';
      return;
    }
    const say = (/** @type {number | null | undefined} */ v, /** @type {string | null} */ unit) => (v === null || v === undefined ? 'not known' : `${number(v, 5)} ${unitLabel(unit)}`.trim());
    fill(this.reading, el('strong', {}, `Station ${place.id}`), ` at (${number(place.x, 5)}, ${number(place.y, 5)}) ${unitLabel(this.#s.unit)}: `,
      'signal' in place ? `${this.#s.signal} ${say(place.signal, this.#s.signalUnit)}${this.#s.time ? `, ${this.#s.time} ${say(place.time, this.#s.timeUnit)}` : ''}` : 'no signal');
  }

  /** @param {number} share of the time that the front takes */
  #upTo(share) {
    const times = this.#times;
    if (!times) return;
    this.#until = share >= 1 ? null : times[0] + share * (times[1] - times[0]);
    if (this.slider) this.slider.value = String(Math.round(share * 1000));
    this.clock.textContent = this.#until === null ? '' : `${number(this.#until, 4)} ${unitLabel(this.#s.timeUnit)}`;
    this.slider?.setAttribute('aria-valuetext', this.clock.textContent || 'all');
    this.#draw();
  }

  #play() {
    cancelAnimationFrame(this.#playing);
    if (this.playButton) this.playButton.textContent = 'Play again';
    const start = performance.now();
    const frame = (/** @type {number} */ now) => {
      const share = Math.min(1, (now - start) / PLAY_MS);
      this.#upTo(share);
      if (share < 1) this.#playing = requestAnimationFrame(frame);
    };
    this.#playing = requestAnimationFrame(frame);
  }

  /** @returns {import('../figure-file.js').Figure} */
  #file() {
    const s = this.#s;
    return {
      name: `${this.#about.uuid.slice(0, 8)}-stations`, stage: this.stage, below: [this.key.querySelector('svg')],
      caption: [`Stations of ${this.#about.title}${this.#about.time ? `, ${this.#about.time}` : ''}. ${this.#sentence()}`],
      columns: [{name: 'station'}, {name: 'x', unit: s.unit}, {name: 'y', unit: s.unit}, {name: s.signal, unit: s.signalUnit}, ...(s.time ? [{name: s.time, unit: s.timeUnit ?? ''}] : [])],
      rows: this.#places.map((/** @type {any} */ p) => [p.id, p.x, p.y, p.signal ?? null, ...(s.time ? [p.time ?? null] : [])]),
    };
  }
}
