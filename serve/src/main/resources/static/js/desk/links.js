/** Buttons beside the download that lead to pages about the same selection keep in step with it. */
const download = /** @type {HTMLAnchorElement | null} */ (document.querySelector('[data-download]'));
const MEANT = /\/collections\/([^/]+)\/tables\/([^/]+)\/rows$/;

function tell() {
  const {pathname, searchParams} = new URL(/** @type {HTMLAnchorElement} */ (download).href);
  const table = MEANT.exec(pathname);
  if (!table) return;
  const order = new URLSearchParams([['collection', table[1]], ['table', table[2]], ...searchParams]);
  document.querySelector('[data-order]')?.setAttribute('href', `/requests/new?${order}`);
  const a = new URLSearchParams();
  if (searchParams.get('where')) a.set('a', /** @type {string} */ (searchParams.get('where')));
  if (searchParams.get('release')) a.set('release-a', /** @type {string} */ (searchParams.get('release')));
  document.querySelector('[data-compare]')?.setAttribute('href', `/collections/${table[1]}/${table[2]}/compare?${a}`);
}

if (download) {
  new MutationObserver(tell).observe(download, {attributes: true, attributeFilter: ['href']});
  tell();
}
