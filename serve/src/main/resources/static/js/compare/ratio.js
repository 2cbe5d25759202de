/**
 * Ratio of two histograms bin by bin with its error by Poisson statistics of independent counts:
 * `r = (b/B)/(a/A)`, `σ = r √(1/a + 1/b)`. Shapes are compared if the wholes are given, counts if they are 1.
 *
 * @param {number[]} a counts @param {number[]} b counts in the same bins
 * @param {number} wholeA what `a` is divided by, greater than 0 @param {number} wholeB
 * @returns {({ratio: number, error: number} | null)[]} null where one of them is empty
 */
export const ratios = (a, b, wholeA = 1, wholeB = 1) => a.map((n, i) => {
  const m = b[i];
  if (n <= 0 || m <= 0) return null;
  const ratio = m / wholeB / (n / wholeA);
  return {ratio, error: ratio * Math.sqrt(1 / n + 1 / m)};
});

/**
 * χ² of two histograms being of one distribution, for counts, with the wholes scaled to each other (Numerical Recipes, 14.3);
 * bins that are empty in both do not count.
 *
 * @param {number[]} a @param {number[]} b
 * @returns {{chi2: number, bins: number}} `bins` less one is the number of degrees of freedom
 */
export function chi2(a, b) {
  const [wholeA, wholeB] = [sum(a), sum(b)];
  const [up, down] = [Math.sqrt(wholeB / wholeA), Math.sqrt(wholeA / wholeB)];
  let chi2 = 0;
  let bins = 0;
  a.forEach((n, i) => {
    if (n + b[i] === 0) return;
    bins++;
    chi2 += (up * n - down * b[i]) ** 2 / (n + b[i]);
  });
  return {chi2, bins};
}

/** @param {number[]} values */
export const sum = (values) => values.reduce((s, v) => s + v, 0);
