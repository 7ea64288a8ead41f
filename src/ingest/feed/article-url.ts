/** The URL of an article as against the link that a feed gives, which often carries more. */

/** Parameters by which outlets count where their readers come from; they are no part of an article's address. */
const TRACKING =
  /^(?:utm_\w+|at_(?:medium|campaign|link\w*)|fbclid|gclid|mc_[ce]id|ns_(?:campaign|mchannel|source|linkname|fee)|cmpid|ocid)$/i;

/**
 * The entry's link without tracking, or where it ended when it redirected to another page: links of feeds
 * often go through a counter, whose address says nothing.
 */
export function articleUrl(link: string, finalUrl: string): string {
  const from = withoutTracking(link);
  const to = withoutTracking(finalUrl);
  return pageOf(from) === pageOf(to) ? from : to;
}

function withoutTracking(url: string): string {
  const clean = new URL(url);
  for (const name of [...clean.searchParams.keys()]) {
    if (TRACKING.test(name)) clean.searchParams.delete(name);
  }
  if (/^#(?:utm_|ref=|xtor=)/i.test(clean.hash)) clean.hash = '';
  return clean.href;
}

/** What stays the same when a server only switches to https: or adds a closing slash. */
function pageOf(url: string): string {
  const { hostname, pathname, search } = new URL(url);
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}`;
}
