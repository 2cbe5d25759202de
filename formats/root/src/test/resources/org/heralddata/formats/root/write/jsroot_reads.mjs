// Prints `equal` if JSROOT finds in each file but the last what the JSON of the last says.
import fs from 'node:fs';
import assert from 'node:assert/strict';
const { openFile } = await import(process.env.JSROOT + 'io.mjs');
const { TSelector, treeProcess } = await import(process.env.JSROOT + 'tree.mjs');

const paths = process.argv.slice(2);
const told = JSON.parse(fs.readFileSync(paths.pop(), 'utf8'));

/** Fixed dimensions flattened, as the JSON has them. */
const levels = shape => shape.length ? Math.max(1, shape.filter(n => n === null).length + (shape[0] === null ? 0 : 1)) : 0;
const flat = v => isList(v) ? Array.from(v).flatMap(flat) : [v];
const isList = v => Array.isArray(v) || ArrayBuffer.isView(v);
const shaped = (v, depth) => depth > 1 ? Array.from(v, w => shaped(w, depth - 1)) : flat(v);
const hexed = (v, depth) => depth > 0 ? Array.from(v, w => hexed(w, depth - 1)) : Array.from(v, b => b.toString(16).padStart(2, '0')).join('');

/** JSROOT takes arrays of `char` for text in C, which ends at the first zero, where their length is fixed. */
const upToZero = v => v.includes('0') ? v.slice(0, v.indexOf('0')) : v;
const chars = v => typeof v === 'string' ? Array.from(v, c => (c.charCodeAt(0) << 24) >> 24) : v;

/** JavaScript's numbers are exact up to 2^53; beyond, what JSROOT makes of them need only be near. */
function rounded(got, want) {
  if (isList(want)) {
    const pairs = want.map((w, i) => i < got.length ? rounded(got[i], w) : [undefined, w]);
    return [got.map((g, i) => i < pairs.length ? pairs[i][0] : g), pairs.map(p => p[1])];
  }
  const near = Math.abs(Number(want)) > 2 ** 53 && Math.abs(Number(got) / Number(want) - 1) < 1e-9;
  return near ? [want, want] : [got, want];
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
  const tree = await (await openFile(path)).readObject('events');
  const notes = new Map(tree.fUserInfo.arr.map(n => [n.fName, n.fTitle]));
  const names = told.flatMap(c => notes.has(c.name + '.valid') ? [c.name, notes.get(c.name + '.valid')] : [c.name]);
  const selector = new TSelector();
  names.forEach(n => selector.addBranch(n, n));
  const rows = [];
  selector.Process = function() {
    rows.push(Object.fromEntries(names.map(n => [n, ArrayBuffer.isView(this.tgtobj[n]) ? this.tgtobj[n].slice() : this.tgtobj[n]])));
  };
  await treeProcess(tree, selector);
  for (const { name, type, shape, values } of told) {
    assert.equal(rows.length, values.length, name);
    values.forEach((want, row) => {
      const valid = notes.get(name + '.valid');
      assert.equal(want !== null, valid === undefined || Boolean(rows[row][valid]), name + ' is there in row ' + row);
      if (want === null) return;
      let got = rows[row][name];
      if (type === 'int8' && shape.length) {
        got = chars(got);
        if (got.length < want.length) want = upToZero(want);
      }
      if (type === 'bytes') got = hexed(got, levels(shape));
      else got = shape.length ? shaped(plain(got, type), levels(shape)) : plain(got, type);
      if (/int64|timestamp/.test(type)) [got, want] = rounded(got, want);
      assert.deepEqual(got, want, path + ' ' + name + ' in row ' + row);
    });
  }
}
console.log('equal');
