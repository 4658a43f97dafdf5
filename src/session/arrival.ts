/**
 * What the address said by which this page was entered, beyond what the address bar still tells: browsers that know text
 * directives (`#:~:text=…`) take them out of `location.hash`. Chromium leaves them in the record of the navigation; a browser
 * that knows nothing of them leaves them where they are; Firefox and Safari let no page read them.
 */
let told = false;

/** The address with its text directives, for the page that was entered and for no page after it; null where there are none. */
export function directivesOnArrival(): string | null {
  if (told) return null;
  const [entry] = performance.getEntriesByType('navigation');
  const address = [location.href, entry?.name ?? ''].find((candidate) => candidate.includes(':~:'));
  return address !== undefined && pathOf(address) === location.pathname ? address : null;
}

/** They have been followed: whoever comes back to the article later was not sent by them. */
export function forgetDirectives(): void {
  told = true;
}

function pathOf(address: string): string | null {
  try {
    return new URL(address).pathname;
  } catch {
    return null;
  }
}
