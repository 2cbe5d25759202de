import {adql, astropy, curl, pandas} from './snippets.js';

/**
 * The same selection elsewhere: texts to copy.
 *
 * @param {any} shown as the snippets want it
 * @param {string} fileFormat
 */
export function tellCode(shown, fileFormat) {
  const put = (/** @type {string} */ id, /** @type {string} */ text) => {
    const host = document.getElementById(id);
    if (host) host.textContent = text;
  };
  put('copy-address', location.href);
  put('copy-curl', curl(shown, fileFormat));
  put('copy-astropy', astropy(shown));
  put('copy-pandas', pandas(shown));
  const query = adql(shown);
  put('copy-adql', query);
  document.getElementById('to-adql')?.setAttribute('href', `/adql?${new URLSearchParams({query})}`);
}
