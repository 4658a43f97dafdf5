/**
 * The page's only Trusted Types policy. The Content-Security-Policy of the built page names it and no other, and a name
 * can be taken once: after this call no script on the page can turn a string into markup or code. It admits nothing but
 * this site's own worker and service-worker files, and only as addresses.
 */
interface PolicyFactory {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ) => { createScriptURL: (address: string) => unknown };
}

const OWN_SCRIPT = /^(assets\/[A-Za-z0-9._-]+|sw)\.js$/;

/** Whether an address is a script file of this very site; `folder` is the site's folder as an absolute address. */
export function isOwnScript(address: string, folder: string): boolean {
  return address.startsWith(folder) && OWN_SCRIPT.test(address.slice(folder.length));
}

let policy: ReturnType<PolicyFactory['createPolicy']> | undefined;

function admitted(address: string): string {
  const thisScript = import.meta.url;
  const absolute = new URL(address, document.baseURI).href;
  const folder = new URL('../', thisScript).href;
  if (!isOwnScript(absolute, folder)) throw new TypeError(`not a script of this site: ${address}`);
  return absolute;
}

export function closeTrustedTypes(): void {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  policy = factory?.createPolicy('isnad', { createScriptURL: admitted });
}

/**
 * The address of a worker or service worker of this site, in the form that the browser lets pass (a TrustedScriptURL where
 * there is such a thing, which TypeScript's library does not know). Throws on any other address.
 */
export const ownScript = (address: string): string =>
  policy ? (policy.createScriptURL(address) as string) : admitted(address);
