import {number} from './figures.js';

/**
 * Axes of the figures: where values lie, which ticks to label so that no two labels touch, and how to say a value.
 *
 * @typedef {'linear' | 'log' | 'time'} ScaleKind
 * @typedef {{value: number, label: string, power?: string}} Tick  `power` is the exponent of ten if the label is `10`
 * @typedef {{
 *   kind: ScaleKind, min: number, max: number,
 *   place: (value: number) => number, value: (place: number) => number,
 *   labelled: Tick[], minor: number[]
 * }} Axis  places run from 0 to `length`
 */

const LETTER = 6.6;
const GAP = 12;

/**
 * @param {ScaleKind} kind
 * @param {number} min
 * @param {number} max greater than min; for `log` both positive
 * @param {number} length pixels
 * @param {boolean} [upright] labels lie one above the other
 * @returns {Axis}
 */
export function axis(kind, min, max, length, upright = false) {
  const scale = (kind === 'log' ? d3.scaleLog() : kind === 'time' ? d3.scaleUtc() : d3.scaleLinear())
    .domain([min, max]).range([0, length]);
  const {labelled, minor} = kind === 'log' ? logTicks(min, max) : evenTicks(scale, kind, length, upright);
  return {
    kind, min, max,
    place: (value) => +scale(value),
    value: (place) => +scale.invert(place),
    labelled: apart(labelled, scale, upright),
    minor,
  };
}

/** @param {any} scale @param {ScaleKind} kind @param {number} length @param {boolean} upright */
function evenTicks(scale, kind, length, upright) {
  const wanted = Math.max(2, Math.floor(length / (upright ? 34 : kind === 'time' ? 90 : 64)));
  const ticks = scale.ticks(wanted);
  const say = kind === 'time' ? timeLabel : new Set(ticks.map(short)).size === ticks.length ? short : (/** @type {number} */ v) => number(v, 12);
  return {labelled: ticks.map((/** @type {number} */ v) => ({value: +v, label: say(v)})), minor: []};
}

/** The coarsest part of a time that says something: year, month, day, hour. @param {number | Date} time */
function timeLabel(time) {
  const date = new Date(time);
  const form = d3.utcSecond(date) < date ? '.%L s' : d3.utcMinute(date) < date ? '%H:%M:%S' : d3.utcDay(date) < date ? '%H:%M'
    : d3.utcMonth(date) < date ? '%-d %b' : d3.utcYear(date) < date ? '%b' : '%Y';
  return d3.utcFormat(form)(date);
}

/** Decades, and 2 and 5 between them where there are less than two decades. @param {number} min @param {number} max */
function logTicks(min, max) {
  /** @type {Tick[]} */
  const labelled = [];
  const minor = [];
  const few = Math.log10(max / min) < 2;
  for (let power = Math.floor(Math.log10(min)); power <= Math.ceil(Math.log10(max)); power++) {
    for (let digit = 1; digit < 10; digit++) {
      const value = digit * 10 ** power;
      if (value < min * (1 - 1e-9) || value > max * (1 + 1e-9)) continue;
      if (digit === 1) labelled.push(decade(power));
      else if (few && (digit === 2 || digit === 5)) labelled.push({value, label: short(value)});
      else minor.push(value);
    }
  }
  return {labelled, minor};
}

/** @param {number} power @returns {Tick} */
function decade(power) {
  const value = 10 ** power;
  return power >= -2 && power <= 3 ? {value, label: short(value)} : {value, label: '10', power: String(power)};
}

/** Leaves out labels that would touch the one before; decades win over what lies between. */
function apart(/** @type {Tick[]} */ ticks, /** @type {any} */ scale, /** @type {boolean} */ upright) {
  const half = (/** @type {Tick} */ t) => (upright ? 5 : ((t.label.length + (t.power?.length ?? 0) * 0.75) * LETTER) / 2);
  const isDecade = (/** @type {Tick} */ t) => Math.abs(Math.log10(Math.abs(t.value)) % 1) < 1e-9;
  const chosen = /** @type {Tick[]} */ ([]);
  const free = (/** @type {Tick} */ t) => chosen.every(
    (c) => Math.abs(scale(c.value) - scale(t.value)) >= half(c) + half(t) + (upright ? 4 : GAP));
  const ranked = [...ticks.filter(isDecade), ...ticks.filter((t) => !isDecade(t))];
  for (const tick of scale.base ? ranked : ticks) if (free(tick)) chosen.push(tick);
  return chosen.sort((a, b) => a.value - b.value);
}

/** 20000 becomes 20k; small numbers stay as they are. @param {number} value */
export function short(value) {
  const size = Math.abs(value);
  if (size >= 1e12) return value.toExponential(2).replace(/\.?0+e\+/, 'e');
  if (size >= 1e9) return number(value / 1e9, 3) + 'G';
  if (size >= 1e6) return number(value / 1e6, 3) + 'M';
  if (size >= 1e4) return number(value / 1e3, 3) + 'k';
  return number(value, 6);
}

/**
 * A step that a person would choose, 1, 2 or 5 times a power of ten, near a hundredth of the axis; for `log` a factor.
 *
 * @param {Axis} on
 * @param {boolean} whole values are integers
 */
export function step(on, whole) {
  if (on.kind === 'log') return 10 ** (Math.log10(on.max / on.min) / 100);
  const raw = (on.max - on.min) / 100;
  const power = 10 ** Math.floor(Math.log10(raw));
  const nice = [1, 2, 5, 10].map((d) => d * power).find((s) => s >= raw * 0.999) ?? raw;
  return whole ? Math.max(1, Math.round(nice)) : nice;
}

/**
 * The nearest value that takes few digits to write.
 *
 * @param {number} value
 * @param {Axis} on
 * @param {boolean} whole
 */
export function rounded(value, on, whole) {
  if (on.kind === 'log') {
    const digits = Number(value.toPrecision(3));
    return whole ? Math.round(digits) : digits;
  }
  const grain = step(on, whole) / (whole ? 1 : 10);
  return Number((Math.round(value / grain) * grain).toPrecision(12));
}

/**
 * Logarithmic where values run over more than two decades, unless they are angles, times, probabilities or identifiers.
 *
 * @param {{type: string, unit: string, ucd?: string, min: number | null, max: number | null}} c
 * @returns {'linear' | 'log'}
 */
export function scaleOf({type, unit, ucd, min, max}) {
  const even = type === 'timestamp' || unit === 'deg' || unit === 'rad' || /^(pos|stat|time|meta\.(id|record|code))/.test(ucd ?? '');
  return !even && min !== null && max !== null && min > 0 && max / min > 100 ? 'log' : 'linear';
}
