/**
 * JSON in a link: `1` (the version of this form), then base64url of raw deflate of UTF-8. The browser's own codec packs it.
 * The last sign is a letter or a digit: messengers cut a link off before a - or _ at its end. Spaces behind the JSON see to it.
 *
 * A link comes from anybody, and a thousand bytes may unfold into a million: what is unfolded is counted while it comes
 * and dropped at {@link LINK_LIMITS}.bytes. Nothing here throws for bad input.
 */
import { failure, type Result, success } from '../core/result.ts';

export const LINK_LIMITS = {
  /** Characters of the packed text. */
  characters: 65_536,
  /** Bytes that it may unfold into. */
  bytes: 262_144,
} as const;

/** `unsupported`: this browser has no codec. */
export interface LinkFault {
  readonly kind: 'linkTooLong' | 'newerVersion' | 'linkDamaged' | 'unsupported';
}

const VERSION = '1';

/** Packs JSON; null where the browser cannot. The result is ASCII that every messenger keeps as part of a link. */
export async function packText(json: string): Promise<string | null> {
  if (typeof CompressionStream === 'undefined') return null;
  const packed = await new Response(
    new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw')),
  ).arrayBuffer();
  const payload = VERSION + toBase64Url(new Uint8Array(packed));
  return /[-_]$/.test(payload) ? packText(`${json} `) : payload;
}

/**
 * Unpacks what {@link packText} made, with its spaces. What a message put into the link (a line's end, the full stop behind
 * it) is left out.
 */
export async function unpackText(link: string): Promise<Result<string, LinkFault>> {
  if (link.length > LINK_LIMITS.characters) return failure({ kind: 'linkTooLong' });
  const [packed] = /^[A-Za-z0-9_-]*/.exec(link.replace(/\s|%20|%0[AD]/gi, '')) as RegExpExecArray;
  const version = packed.charAt(0);
  if (version > VERSION && version <= '9') return failure({ kind: 'newerVersion' });
  const bytes = version === VERSION ? fromBase64Url(packed.slice(1)) : null;
  if (bytes === null) return failure({ kind: 'linkDamaged' });
  if (typeof DecompressionStream === 'undefined') return failure({ kind: 'unsupported' });

  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  let counted = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      counted += value.byteLength;
      if (counted > LINK_LIMITS.bytes) {
        await reader.cancel().catch(() => {});
        return failure({ kind: 'linkTooLong' });
      }
      text += decoder.decode(value, { stream: true });
    }
    return success(text + decoder.decode());
  } catch {
    // Cut off, not deflate, or not UTF-8.
    return failure({ kind: 'linkDamaged' });
  }
}

/** String.fromCharCode takes no more arguments than the stack holds. */
const AT_ONCE = 8_192;

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE) binary += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
