/**
 * Cubes of linked views as the server sends them (`application/vnd.herald.cubes`).
 *
 * @typedef {{kind: 'all', size: number}} AllView
 * @typedef {{kind: 'bins', column: string, unit: string, scale: 'linear' | 'log' | 'time', edges: number[], size: number}} BinsView
 * @typedef {{kind: 'slices', column: string, unit: string, scale: 'linear' | 'log' | 'time', edges: number[], values: number[], size: number}} SlicesView
 * @typedef {{kind: 'pair', x: BinsView, y: BinsView, size: number}} PairView
 * @typedef {{kind: 'sky', order: number, size: number}} SkyView
 * @typedef {AllView | BinsView | PairView | SkyView} View
 * @typedef {SlicesView | BinsView | PairView | SkyView} ActiveView
 * @typedef {Uint8Array | Uint16Array | Uint32Array} Counts
 * @typedef {{rows: number, of: number, active: ActiveView, views: View[], counts: Counts[]}} CubeFile
 */
const MAGIC = 'HCUBES1\n';

/**
 * @param {ArrayBuffer} buffer
 * @returns {CubeFile} of which `counts` has an array a view: slices of the active view, in each the numbers of the view
 */
export function readCubes(buffer) {
  const bytes = new Uint8Array(buffer);
  if (String.fromCharCode(...bytes.subarray(0, 8)) !== MAGIC) throw new Error('these are no cubes');
  const length = new DataView(buffer).getUint32(8, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + length)));
  const begin = (12 + length + 7) & ~7;
  const counts = head.views.map((/** @type {any} */ v) => {
    const form = {8: Uint8Array, 16: Uint16Array, 32: Uint32Array}[v.bits];
    return new /** @type {any} */ (form)(buffer, begin + v.at, v.length);
  });
  return {...head, counts};
}
