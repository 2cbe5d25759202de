import {axis} from './axis.js';
import {el} from './dom.js';

const WIDTH = 240;
let serial = 0;

/**
 * The key of a density: colours over their values, with ticks and a title.
 *
 * @param {import('./density.js').Density} colours
 * @param {string} title
 */
export function colourBar(colours, title) {
  const id = `colours-${serial++}`;
  const max = colours.max > colours.min ? colours.max : colours.min + 1;
  const x = axis(colours.log ? 'log' : 'linear', colours.min, max, WIDTH);
  const ticks = x.labelled.filter((t) => Number.isInteger(t.value));
  return el('svg:svg', {width: WIDTH + 40, height: 48, viewBox: `-20 0 ${WIDTH + 40} 48`, 'aria-hidden': 'true', class: 'colour-key'},
    el('svg:linearGradient', {id}, ...d3.range(0, 1.001, 0.1).map((/** @type {number} */ s) =>
      el('svg:stop', {offset: s, 'stop-color': colours.at(s)}))),
    el('svg:text', {class: 'axis-title', x: 0, y: 10}, title),
    el('svg:rect', {y: 15, width: WIDTH, height: 10, rx: 2, fill: `url(#${id})`}),
    ...ticks.map((t) => el('svg:g', {class: 'axis', transform: `translate(${x.place(t.value)},25)`},
      el('svg:line', {class: 'tick', y2: 4}),
      el('svg:text', {y: 16, 'text-anchor': 'middle'}, t.label, t.power ? el('svg:tspan', {class: 'power', dy: -4}, t.power) : ''))));
}
