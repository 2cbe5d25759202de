/**
 * HEALPix in the nested scheme (Gorski et al. 2005, ApJ 622, 759), orders 0 to 12.
 *
 * @param {number} order
 * @param {number} raDeg
 * @param {number} decDeg
 * @returns {number} index of the cell, below 12·4^order
 */
export function cellOf(order, raDeg, decDeg) {
  const side = 2 ** order;
  const z = Math.sin((decDeg * Math.PI) / 180);
  const quarter = ((((raDeg % 360) + 360) % 360) / 90) % 4;
  return Math.abs(z) <= 2 / 3 ? belt(side, z, quarter) : cap(side, z, quarter);
}

/** The equatorial belt: equations (5) to (8). @param {number} side @param {number} z @param {number} quarter */
function belt(side, z, quarter) {
  const up = side * (0.5 + quarter);
  const slope = side * 0.75 * z;
  const falling = Math.floor(up - slope);
  const rising = Math.floor(up + slope);
  const a = Math.floor(falling / side);
  const b = Math.floor(rising / side);
  const face = a === b ? (a & 3) | 4 : a < b ? a & 3 : (b & 3) + 8;
  return index(face, rising & (side - 1), side - 1 - (falling & (side - 1)), side);
}

/** The polar caps. @param {number} side @param {number} z @param {number} quarter */
function cap(side, z, quarter) {
  const base = Math.min(3, Math.floor(quarter));
  const within = quarter - base;
  const reach = side * Math.sqrt(3 * (1 - Math.abs(z)));
  const rising = Math.min(side - 1, Math.floor(within * reach));
  const falling = Math.min(side - 1, Math.floor((1 - within) * reach));
  return z >= 0
    ? index(base, side - 1 - falling, side - 1 - rising, side)
    : index(base + 8, rising, falling, side);
}

/** @param {number} face @param {number} x @param {number} y @param {number} side */
const index = (face, x, y, side) => face * side * side + spread(x) + 2 * spread(y);

/** Puts a zero after each bit. @param {number} v below 4096 */
function spread(v) {
  let r = v;
  r = (r | (r << 8)) & 0x00ff00ff;
  r = (r | (r << 4)) & 0x0f0f0f0f;
  r = (r | (r << 2)) & 0x33333333;
  return (r | (r << 1)) & 0x55555555;
}

/** The middle of a cell: equations (2) to (8) backwards. @param {number} order @param {number} cell @returns {[number, number]} */
export function centreOf(order, cell) {
  const side = 2 ** order;
  const face = Math.floor(cell / (side * side));
  const within = cell % (side * side);
  const [x, y] = [gather(within), gather(Math.floor(within / 2))];
  const row = Math.floor(face / 4);
  const ring = (row + 2) * side - x - y - 1;
  const inRing = ring < side ? ring : ring > 3 * side ? 4 * side - ring : side;
  const fromPole = 1 - (inRing * inRing) / (3 * side * side);
  const z = ring < side ? fromPole : ring > 3 * side ? -fromPole : (2 / 3) * (2 - ring / side);
  const eighth = row === 1 ? 2 * (face % 4) : 2 * (face % 4) + 1;
  const raDeg = 45 * (eighth + (x - y) / inRing);
  return [(raDeg + 360) % 360, (Math.asin(z) * 180) / Math.PI];
}

/** Takes every other bit. @param {number} v */
function gather(v) {
  let r = v & 0x55555555;
  r = (r | (r >> 1)) & 0x33333333;
  r = (r | (r >> 2)) & 0x0f0f0f0f;
  r = (r | (r >> 4)) & 0x00ff00ff;
  return (r | (r >> 8)) & 0x0000ffff;
}

/** Steradians turned to square degrees, of one cell. @param {number} order */
export const cellArea = (order) => (4 * Math.PI * (180 / Math.PI) ** 2) / (12 * 4 ** order);

/**
 * Ranges of cells whose middles lie within a cone, rising.
 *
 * @param {number} order
 * @param {{raDeg: number, decDeg: number, radiusDeg: number}} cone
 * @returns {[number, number][]} from the first to behind the last
 */
export function cellsWithin(order, {raDeg, decDeg, radiusDeg}) {
  const middles = middlesOf(order);
  const [x, y, z] = vector(raDeg, decDeg);
  const least = Math.cos((Math.min(180, radiusDeg) * Math.PI) / 180) - 1e-12;
  /** @type {[number, number][]} */
  const ranges = [];
  for (let cell = 0; cell < middles.length / 3; cell++) {
    const i = 3 * cell;
    if (middles[i] * x + middles[i + 1] * y + middles[i + 2] * z < least) continue;
    const last = ranges[ranges.length - 1];
    if (last && last[1] === cell) last[1]++;
    else ranges.push([cell, cell + 1]);
  }
  return ranges;
}

/** @type {Map<number, Float64Array>} */
const middles = new Map();

/** Unit vectors of the middles of all cells. @param {number} order */
function middlesOf(order) {
  const known = middles.get(order);
  if (known) return known;
  const all = new Float64Array(36 * 4 ** order);
  for (let cell = 0; cell < all.length / 3; cell++) all.set(vector(...centreOf(order, cell)), 3 * cell);
  middles.set(order, all);
  return all;
}

/** @param {number} raDeg @param {number} decDeg */
function vector(raDeg, decDeg) {
  const [ra, dec] = [(raDeg * Math.PI) / 180, (decDeg * Math.PI) / 180];
  return [Math.cos(dec) * Math.cos(ra), Math.cos(dec) * Math.sin(ra), Math.sin(dec)];
}
