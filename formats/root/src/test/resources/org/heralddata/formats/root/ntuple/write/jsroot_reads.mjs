// Prints `equal` if JSROOT finds in the RNTuple of each file but the last what the JSON of the last says.
import fs from 'node:fs';
import assert from 'node:assert/strict';
const { openFile } = await import(process.env.JSROOT + 'io.mjs');
const { TSelector } = await import(process.env.JSROOT + 'tree.mjs');
const { readHeaderFooter, rntupleProcess } = await import(process.env.JSROOT + 'rntuple.mjs');

const paths = process.argv.slice(2);
const told = JSON.parse(fs.readFileSync(paths.pop(), 'utf8'));

const isList = v => Array.isArray(v) || ArrayBuffer.isView(v);
const flat = v => isList(v) ? Array.from(v).flatMap(flat) : [v];

/** Fixed dimensions flattened, as the JSON has them. */
const levels = shape => shape.length ? Math.max(1, shape.filter(n => n === null).length + (shape[0] === null ? 0 : 1)) : 0;
const shaped = (v, depth) => depth > 1 ? Array.from(v, w => shaped(w, depth - 1)) : flat(v);
const hexed = (v, depth) => depth > 0 ? Array.from(v, w => hexed(w, depth - 1)) : Array.from(v, b => b.toString(16).padStart(2, '0')).join('');

/** JavaScript's numbers are exact up to 2^53; beyond, what JSROOT makes of them need only be near. */
function rounded(got, want) {
  if (isList(want)) return want.map((w, i) => i < got.length ? rounded(got[i], w) : got[i]);
  return Math.abs(Number(want)) >= 2 ** 53 && Math.abs(Number(got) / Number(want) - 1) < 1e-9 ? want : got;
}

/** A value of JSROOT's in the words of the JSON. */
function plain(value, kind) {
  if (isList(value)) return Array.from(value, v => plain(v, kind));
  switch (kind) {
    case 'string': return Buffer.from(value, 'latin1').toString(); // JSROOT makes a character of every byte
    case 'bool': return Boolean(value);
    case 'float32': case 'float64': return Number.isFinite(value) ? value : String(value);
    default: return String(value);
  }
}

for (const path of paths) {
  const ntuple = await (await openFile(path)).readObject('events');
  await readHeaderFooter(ntuple);
  const rows = [];
  const selector = new TSelector();
  told.forEach(c => selector.addBranch(c.name));
  selector.Process = function() {
    rows.push(structuredClone(Object.fromEntries(told.map(c => [c.name, this.tgtobj[c.name]]))));
  };
  await rntupleProcess(ntuple, selector);
  for (const { name, type, shape, values } of told) {
    assert.equal(rows.length, values.length, name);
    values.forEach((want, row) => {
      let got = rows[row][name];
      if (type === 'bytes') got = hexed(got, levels(shape));
      else got = shape.length ? shaped(plain(got, type), levels(shape)) : plain(got, type);
      if (/int64|timestamp|lists_of_lists/.test(type + name)) got = rounded(got, want);
      assert.deepEqual(got, want, path + ' ' + name + ' in row ' + row);
    });
  }
}
console.log('equal');
