/**
 * The calls of the SAMP 1.3 Web Profile (section 5) that sending a table needs: XML-RPC to the hub of this machine.
 *
 * @typedef {string | Value[] | {[key: string]: Value}} Value  SAMP knows texts, lists and maps (section 3.3)
 */
const HUB = 'http://localhost:21012/';
const LOAD = 'table.load.votable';

/** No hub, a refusal, or a fault of the hub. */
export class SampProblem extends Error {}

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** @param {Value} value @returns {string} */
function encode(value) {
  if (typeof value === 'string') return `<value><string>${escaped(value)}</string></value>`;
  if (Array.isArray(value)) return `<value><array><data>${value.map(encode).join('')}</data></array></value>`;
  return `<value><struct>${Object.entries(value).map(([k, v]) => `<member><name>${escaped(k)}</name>${encode(v)}</member>`).join('')}</struct></value>`;
}

/** @param {Element} value an element `value` @returns {Value} */
function decode(value) {
  const inner = value.firstElementChild;
  if (inner?.tagName === 'array') return [...(inner.querySelector('data')?.children ?? [])].map(decode);
  if (inner?.tagName === 'struct') {
    return Object.fromEntries([...inner.children].map((m) => [m.querySelector('name')?.textContent ?? '', decode(/** @type {Element} */ (m.lastElementChild))]));
  }
  return (inner ?? value).textContent ?? '';
}

/** @param {string} method without `samp.webhub.` @param {...Value} parameters @returns {Promise<Value>} */
async function call(method, ...parameters) {
  const body = `<?xml version="1.0"?><methodCall><methodName>samp.webhub.${method}</methodName><params>`
    + `${parameters.map((p) => `<param>${encode(p)}</param>`).join('')}</params></methodCall>`;
  let text;
  try {
    text = await (await fetch(HUB, {method: 'POST', headers: {'content-type': 'text/xml'}, body})).text();
  } catch {
    throw new SampProblem('No SAMP hub answers on this machine. Start TOPCAT or Aladin (each brings one), then try again.');
  }
  const document = new DOMParser().parseFromString(text, 'text/xml');
  const fault = document.querySelector('fault > value');
  if (fault) throw new SampProblem(`The SAMP hub says: ${/** @type {any} */ (decode(fault)).faultString}`);
  const value = document.querySelector('params > param > value');
  return value ? decode(value) : '';
}

/** This page as a client of the hub. The hub asks its user first. */
export class SampClient {
  /** @param {string} key */
  constructor(key) {
    this.key = key;
  }

  /** @param {string} icon address @throws {SampProblem} */
  static async register(icon) {
    const info = /** @type {any} */ (await call('register', {'samp.name': 'Herald'}));
    const client = new SampClient(info['samp.private-key']);
    await call('declareMetadata', client.key, {'samp.name': 'Herald', 'samp.description.text': `Queries on ${location.host}`, 'samp.icon.url': icon});
    return client;
  }

  /** Programs that take a VOTable: id and name. @returns {Promise<{id: string, name: string}[]>} */
  async takers() {
    const ids = Object.keys(await call('getSubscribedClients', this.key, LOAD));
    return Promise.all(ids.map(async (id) => ({id, name: String(/** @type {any} */ (await call('getMetadata', this.key, id))['samp.name'] ?? id)})));
  }

  /** @param {string} id of a client @param {string} url where the VOTable is @param {string} name */
  async send(id, url, name) {
    await call('notify', this.key, id, {'samp.mtype': LOAD, 'samp.params': {url, name, 'table-id': url}});
  }

  async unregister() {
    await call('unregister', this.key);
  }
}
