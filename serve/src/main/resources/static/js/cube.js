/**
 * One view against the active one, summed up along the active one, so that a brush is the difference of two slices.
 *
 * @typedef {import('./cube-file.js').Counts} Counts
 */
export class Cube {
  #sums;
  #size;
  #slices;

  /** @param {Counts} counts @param {number} size numbers a slice */
  constructor(counts, size) {
    this.#size = size;
    this.#slices = size ? counts.length / size : 0;
    this.#sums = sumUp(counts, size);
  }

  get slices() {
    return this.#slices;
  }

  /**
   * Counts of the view in slices `from` to `to - 1`.
   *
   * @param {number} from
   * @param {number} to
   * @param {Float64Array} [into] is added to
   */
  between(from, to, into = new Float64Array(this.#size)) {
    if (to <= from) return into;
    const [size, sums] = [this.#size, this.#sums];
    const [low, high] = [from * size, to * size];
    for (let i = 0; i < size; i++) into[i] += sums[high + i] - sums[low + i];
    return into;
  }
}

/** Slice `k` holds what lies in the slices before it; one more than there are. @param {Counts} counts @param {number} size */
function sumUp(counts, size) {
  const small = counts.length * 255 < 2 ** 32 || total(counts) < 2 ** 32;
  const sums = small ? new Uint32Array(counts.length + size) : new Float64Array(counts.length + size);
  for (let i = 0; i < counts.length; i++) sums[i + size] = sums[i] + counts[i];
  return sums;
}

/** @param {Counts} counts */
function total(counts) {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += counts[i];
  return sum;
}
