import {el, fill} from './dom.js';
import {bytes, count, duration, share} from './figures.js';

/**
 * The badge: how many events pass, and what each format takes.
 */
export class Tally {
  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    this.line = /** @type {HTMLElement} */ (host.querySelector('[data-count]'));
    this.meter = /** @type {HTMLElement} */ (host.querySelector('[data-meter]'));
    this.sizes = /** @type {HTMLElement} */ (host.querySelector('[data-sizes]'));
    this.formats = /** @type {HTMLSelectElement} */ (host.querySelector('select[name=format]'));
    this.download = /** @type {HTMLAnchorElement} */ (host.querySelector('[data-download]'));
  }

  /** @param {{rows: number, of: number, estimates: Object<string, {bytes: number, seconds: number}>}} c */
  show(c) {
    this.host.classList.remove('is-loading', 'is-failed');
    fill(this.line, el('strong', {}, count(c.rows)), ` of ${count(c.of)} events `, el('span', {class: 'share'}, `(${share(c.rows, c.of)})`));
    this.meter.style.inlineSize = c.of ? `${(100 * c.rows) / c.of}%` : '0';
    const chosen = this.formats.value;
    for (const option of this.formats.options) {
      const e = c.estimates[option.value];
      option.textContent = label(option.value) + (e ? ` · ${bytes(e.bytes)}` : '');
    }
    this.formats.value = chosen;
    this.#size(c.estimates);
    this.estimates = c.estimates;
  }

  /** @param {Object<string, {bytes: number, seconds: number}>} estimates */
  #size(estimates) {
    const e = estimates[this.formats.value];
    this.sizes.textContent = e ? `${label(this.formats.value)} ${bytes(e.bytes)}, ${duration(e.seconds)}` : '';
  }

  /** The file that the link now leads to. @param {string} url */
  link(url) {
    this.download.href = url;
    if (this.estimates) this.#size(this.estimates);
  }

  /** While a brush moves: only how many pass. @param {number} rows @param {number} of @param {boolean} exact */
  follow(rows, of, exact) {
    this.host.classList.remove('is-loading', 'is-failed');
    fill(this.line, el('strong', {}, `${exact ? '' : '≈\u2009'}${count(rows)}`), ` of ${count(of)} events `, el('span', {class: 'share'}, `(${share(rows, of)})`));
    this.meter.style.inlineSize = of ? `${(100 * rows) / of}%` : '0';
  }

  loading() {
    this.host.classList.add('is-loading');
  }

  failed() {
    this.host.classList.remove('is-loading');
    this.host.classList.add('is-failed');
    fill(this.line, 'The number of events is not known');
    this.sizes.textContent = '';
  }
}

/** A format's name for people. @param {string} format */
export const label = (format) =>
  ({csv: 'CSV', tsv: 'TSV', ecsv: 'ECSV', votable: 'VOTable', fits: 'FITS', hdf5: 'HDF5', parquet: 'Parquet', json: 'JSON', root: 'ROOT', rntuple: 'RNTuple', ascii: 'ASCII'})[format] ?? format;
