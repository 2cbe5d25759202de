import {axis} from '../axis.js';
import {leftAxis, lowerAxis} from '../bars.js';
import {el, fill} from '../dom.js';
import {number, unitLabel} from '../figures.js';
import {figureMenu} from '../figure-file.js';

const HEIGHT = 130;
const MARGIN = {left: 56, right: 12, top: 12, bottom: 40};
let serial = 0;

/**
 * A list of numbers as a line over their places, such as a waveform.
 *
 * @param {{name: string, unit: string, description: string, values: (number | null)[]}} trace
 * @param {{title: string, uuid: string}} about
 */
export function tracePanel(trace, about) {
  const id = `trace-${serial++}`;
  const svg = el('svg:svg', {class: 'plot', role: 'img', 'aria-labelledby': `${id} ${id}-note`, height: HEIGHT + MARGIN.top + MARGIN.bottom});
  const stage = el('div', {class: 'plot-stage'}, svg);
  const values = trace.values.map((v) => (typeof v === 'number' ? v : NaN));
  const finite = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const unit = unitLabel(trace.unit);
  const words = `${values.length} values from ${number(low, 4)} to ${number(high, 4)} ${unit}, the highest at ${values.indexOf(high)}`;
  const draw = (/** @type {number} */ width) => {
    const across = width - MARGIN.left - MARGIN.right;
    if (across < 40 || !finite.length) return;
    const x = axis('linear', 0, Math.max(1, values.length - 1), across);
    const y = axis('linear', low === high ? low - 1 : low, low === high ? high + 1 : high, HEIGHT, true);
    let pen = false;
    const path = values.map((v, i) => {
      if (!Number.isFinite(v)) {
        pen = false;
        return '';
      }
      const step = `${pen ? 'L' : 'M'}${x.place(i).toFixed(1)} ${(HEIGHT - y.place(v)).toFixed(1)}`;
      pen = true;
      return step;
    }).join('');
    svg.setAttribute('width', String(width));
    fill(svg, el('svg:g', {transform: `translate(${MARGIN.left},${MARGIN.top})`}, leftAxis(y, across, HEIGHT),
      el('svg:path', {class: 'trace-line', d: path}), lowerAxis(x, across, HEIGHT),
      el('svg:text', {class: 'axis-title', x: across, y: HEIGHT + 34, 'text-anchor': 'end'}, 'place in the list')));
  };
  new ResizeObserver((entries) => draw(Math.round(entries[0].contentRect.width))).observe(stage);
  return el('section', {class: 'panel', 'aria-labelledby': id},
    el('header', {class: 'panel-head'}, el('h2', {id}, trace.name, unit ? el('span', {class: 'unit'}, ` ${unit}`) : ''),
      figureMenu(() => ({name: `${about.uuid.slice(0, 8)}-${trace.name}`, stage, caption: [`${trace.name} of ${about.title}: ${trace.description}.`],
        columns: [{name: 'place'}, {name: trace.name, unit: trace.unit}], rows: values.map((v, i) => [i, Number.isFinite(v) ? v : null])}), trace.name)),
    el('p', {class: 'panel-description'}, trace.description), stage, el('p', {class: 'figure-note', id: `${id}-note`}, words));
}
