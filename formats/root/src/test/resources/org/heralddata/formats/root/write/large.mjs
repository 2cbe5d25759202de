// Prints what JSROOT finds in a file whose baskets lie beyond 2 GB.
const { openFile } = await import(process.env.JSROOT + 'io.mjs');
const { TSelector, treeProcess } = await import(process.env.JSROOT + 'tree.mjs');

const file = await openFile(process.argv[2]);
const tree = await file.readObject('events');
const selector = new TSelector();
['n', 'x', 'text'].forEach(name => selector.addBranch(name, name));
let [n, x, text] = [0, 0, 0];
selector.Process = function() {
  n += Number(this.tgtobj.n);
  x += this.tgtobj.x;
  text += this.tgtobj.text.length;
};
await treeProcess(tree, selector);
const licence = await file.readObject('licence');
console.log(tree.fEntries, n, x.toFixed(1), text, licence.fString);
