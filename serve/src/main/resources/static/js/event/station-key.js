import {axis} from '../axis.js';
import {el} from '../dom.js';

const WIDTH = 260;
let serial = 0;

/** The key of the stations' colours, from the least value to the greatest. @param {import('./station-scale.js').Scale} colours @param {string} title */
export function colourKey(colours, title) {
  const id = `stations-${serial++}`;
  const max = colours.max > colours.min ? colours.max : colours.min + 1;
  const x = axis(colours.log && colours.min > 0 ? 'log' : 'linear', colours.min, max, WIDTH);
  return el('svg:svg', {width: WIDTH + 50, height: 50, viewBox: `-24 0 ${WIDTH + 50} 50`, 'aria-hidden': 'true', class: 'colour-key'},
    el('svg:linearGradient', {id}, ...d3.range(0, 1.001, 0.1).map((/** @type {number} */ s) => el('svg:stop', {offset: s, 'stop-color': colours.at(s)}))),
    el('svg:text', {class: 'axis-title', x: 0, y: 11}, title),
    el('svg:rect', {y: 17, width: WIDTH, height: 10, rx: 2, fill: `url(#${id})`}),
    ...x.labelled.map((t) => el('svg:g', {class: 'axis', transform: `translate(${x.place(t.value)},27)`},
      el('svg:line', {class: 'tick', y2: 4}),
      el('svg:text', {y: 17, 'text-anchor': 'middle'}, t.label, t.power ? el('svg:tspan', {class: 'power', dy: -4}, t.power) : ''))));
}
