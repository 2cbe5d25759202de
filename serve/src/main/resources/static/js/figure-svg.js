/**
 * What a stage shows as one drawing that needs nothing else: styles written into its elements, canvases as pictures, letters
 * embedded, the caption below.
 *
 * @typedef {import('./figure-file.js').Figure} Figure
 * @typedef {{text: string, width: number, height: number}} Drawing
 */
const STYLES = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin',
  'opacity', 'font-size', 'font-weight', 'text-anchor', 'visibility', 'paint-order', 'clip-path', 'stop-color', 'mix-blend-mode'];
/** What elements have anyway. @type {Object<string, string>} */
const USUAL = {'fill-opacity': '1', 'stroke': 'none', 'stroke-opacity': '1', 'stroke-dasharray': 'none', 'stroke-linecap': 'butt', 'stroke-linejoin': 'miter',
  'opacity': '1', 'text-anchor': 'start', 'visibility': 'visible', 'paint-order': 'normal', 'clip-path': 'none', 'stop-color': 'rgb(0, 0, 0)', 'mix-blend-mode': 'normal'};
const PAD = 16;
const LINE = 16;
const FAMILY = "'Source Sans 3', 'Source Sans Pro', 'Helvetica Neue', Arial, sans-serif";
const FONTS = '/vendor/source-sans-3-5.3.0/source-sans-3-';

/**
 * Everything is read from the page before this returns; letters are fetched afterwards.
 *
 * @param {Figure} figure
 * @returns {Promise<Drawing>}
 */
export function drawing(figure) {
  const width = Math.max(320, figure.stage.clientWidth);
  const parts = [layer(figure.stage, PAD, PAD)];
  let y = PAD + figure.stage.clientHeight + 8;
  for (const below of figure.below ?? []) {
    if (!below) continue;
    const box = below.getBoundingClientRect();
    parts.push(whole(below, PAD, y));
    y += box.height + 8;
  }
  const lines = figure.caption.flatMap((line) => wrapped(line, width));
  const caption = lines.map((line, i) => `<text x="${PAD}" y="${y + 12 + LINE * i}" font-size="12.5" fill="#17212e">${escaped(line)}</text>`).join('');
  const height = Math.ceil(y + LINE * lines.length + PAD);
  const body = `<rect width="100%" height="100%" fill="#ffffff"/>${parts.join('')}${caption}`;
  const words = `${lines.join('')}${figure.stage.textContent}`;
  return letters(words).then((style) => ({width: width + 2 * PAD, height, text:
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width + 2 * PAD}" height="${height}" viewBox="0 0 ${width + 2 * PAD} ${height}" font-family="${escaped(FAMILY)}">`
    + `<title>${escaped(figure.caption[0] ?? figure.name)}</title><desc>${escaped(figure.caption.join('\n'))}</desc><style>${style}</style>${body}</svg>`}));
}

/** @param {Drawing} drawn @param {number} times how many dots a pixel @returns {Promise<Blob>} */
export async function picture(drawn, times) {
  const url = URL.createObjectURL(new Blob([drawn.text], {type: 'image/svg+xml'}));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, {width: drawn.width * times, height: drawn.height * times});
    /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Canvases and drawings of a stage, each where it is. @param {HTMLElement} stage @param {number} x @param {number} y */
function layer(stage, x, y) {
  const origin = stage.getBoundingClientRect();
  return [...stage.children].filter((c) => c instanceof HTMLCanvasElement || c instanceof SVGSVGElement).map((c) => {
    const box = c.getBoundingClientRect();
    return whole(c, x + box.left - origin.left, y + box.top - origin.top);
  }).join('');
}

/** @param {Element} part @param {number} x @param {number} y */
function whole(part, x, y) {
  const {width, height} = part.getBoundingClientRect();
  if (!width || !height) return '';
  if (part instanceof HTMLCanvasElement) {
    return `<image x="${x}" y="${y}" width="${width}" height="${height}" xlink:href="${part.toDataURL('image/png')}"/>`;
  }
  const copy = /** @type {SVGElement} */ (part.cloneNode(true));
  styled(part, copy);
  for (const [name, value] of Object.entries({x, y, width, height})) copy.setAttribute(name, String(value));
  for (const name of ['role', 'class', 'aria-labelledby', 'aria-hidden', 'tabindex']) copy.removeAttribute(name);
  return new XMLSerializer().serializeToString(copy);
}

/** Writes into a copy what style sheets say of the original. @param {Element} original @param {Element} copy */
function styled(original, copy) {
  const style = getComputedStyle(original);
  if (style.display === 'none') return copy.remove();
  for (const name of STYLES) {
    const value = style.getPropertyValue(name);
    const isText = original instanceof SVGTextContentElement;
    if (value === '' || value === USUAL[name] || (name.startsWith('font') && !isText)) continue;
    if (name === 'stroke-width' && style.stroke === 'none') continue;
    copy.setAttribute(name, value);
  }
  if (style.fill === 'none' && !copy.hasAttribute('fill')) copy.setAttribute('fill', 'none');
  copy.removeAttribute('class');
  const kids = [...copy.children];
  [...original.children].forEach((child, i) => styled(child, kids[i]));
}

/** @param {string} line @param {number} width pixels @returns {string[]} */
function wrapped(line, width) {
  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  pen.font = `12.5px ${FAMILY}`;
  /** @type {string[]} */
  const lines = [''];
  for (const word of line.split(/(?<=[\s&?/,])/)) {
    const longer = lines[lines.length - 1] + word;
    if (pen.measureText(longer).width <= width || lines[lines.length - 1] === '') lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((l) => l.trimEnd());
}

/** @type {Map<string, Promise<string>>} */
const fetched = new Map();

/** The letters that the words need, as style sheet; nothing if they cannot be had: then safe fonts stand in. @param {string} words */
async function letters(words) {
  const sets = ['latin', ...(/[\u0370-\u03ff]/.test(words) ? ['greek'] : [])];
  const faces = await Promise.all(sets.map((set) => {
    if (!fetched.has(set)) fetched.set(set, face(set));
    return /** @type {Promise<string>} */ (fetched.get(set));
  }));
  return faces.join('');
}

/** @param {string} set */
async function face(set) {
  try {
    const answer = await fetch(`${FONTS}${set}-wght-normal.woff2`);
    if (!answer.ok) return '';
    let text = '';
    for (const byte of new Uint8Array(await answer.arrayBuffer())) text += String.fromCharCode(byte);
    const range = set === 'greek' ? 'unicode-range:U+0370-03FF;' : '';
    return `@font-face{font-family:'Source Sans 3';font-weight:200 900;${range}src:url(data:font/woff2;base64,${btoa(text)}) format('woff2')}`;
  } catch {
    return '';
  }
}

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
