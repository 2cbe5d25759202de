/**
 * A part of another page of ours. The server alone writes these parts, with every value escaped.
 *
 * @param {string} url
 * @param {RequestInit} [init]
 * @returns {Promise<{ok: boolean, url: string, page: Document}>}
 */
export async function visit(url, init) {
  const answer = await fetch(url, {...init, headers: {accept: 'text/html'}});
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return {ok: answer.ok, url: answer.url, page};
}

/** Puts a part of another page in the place of the same part of this. @param {Document} page @param {string} selector */
export function take(page, selector) {
  const here = document.querySelector(selector);
  const there = page.querySelector(selector);
  if (here && there) here.replaceWith(document.importNode(there, true));
}
