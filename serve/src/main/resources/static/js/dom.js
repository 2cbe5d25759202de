/**
 * Makes an element without ever parsing HTML, so that no value can become markup.
 *
 * @param {string} tag       `div`, or `svg:g` for an SVG element
 * @param {Object<string, unknown>} [attributes] `on…` functions are listeners; null, undefined and false are left out
 * @param {...(Node | string | number | null)} children
 * @returns {any}
 */
export function el(tag, attributes = {}, ...children) {
  const svg = tag.startsWith('svg:');
  const element = svg
    ? document.createElementNS('http://www.w3.org/2000/svg', tag.slice(4))
    : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), /** @type {any} */ (value));
    else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined).map(asNode));
  return element;
}

/** @param {Node | string | number} child */
const asNode = (child) => (child instanceof Node ? child : String(child));

/** Replaces what an element holds. @param {Element} host @param {...(Node | string)} children */
export const fill = (host, ...children) => host.replaceChildren(...children);

/**
 * What somebody wrote into a field before the page's scripts ran, on a slow line; null if nothing.
 *
 * @param {HTMLTextAreaElement} field
 */
export const writtenBefore = (field) => (field.value === field.defaultValue ? null : field.value.trim());

/**
 * The JSON of a data block that the server put into the page.
 *
 * @param {string} id
 * @returns {any} null if the page has no such block
 */
export function pageData(id) {
  const block = document.getElementById(id);
  return block ? JSON.parse(block.textContent ?? 'null') : null;
}

/** The value of a CSS custom property as now in force. @param {string} name */
export const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
