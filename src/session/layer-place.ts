/**
 * The address of a layer that is sent: `a/<article>/#l=<payload>`. The payload is the layer as its file has it, packed
 * (library/link-codec); it never reaches a server. Nothing of it is kept before the reader says so.
 */
import { useLocationProperty } from 'wouter/use-browser-location';
import { articleAddress } from './place.ts';

/** The payload of a layer in the part after `#`, whole as it is, for the reader of links to judge; null where there is none. */
export const layerIn = (hash: string): string | null => (hash.startsWith('#l=') ? hash.slice(3) : null);

/** A link that carries a layer of this article, whole, as it is sent to somebody. */
export const layerLink = (article: string, payload: string): string =>
  `${new URL(articleAddress(article), location.href).href}#l=${payload}`;

const currentHash = () => location.hash;
export const useLayerInAddress = (): string | null => layerIn(useLocationProperty(currentHash, () => ''));
