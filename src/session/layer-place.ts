/**
 * The address of a layer that is sent: `a/<article>/#l=<payload>`. The payload is the layer as its file has it, packed
 * (library/link-codec); it never reaches a server. Nothing of it is kept before the reader says so.
 */
import { useLocationProperty } from 'wouter/use-browser-location';

const payload = () => (location.hash.startsWith('#l=') ? location.hash.slice(3) : null);

/** The payload of a layer in the address, whole as it is, for the reader of links to judge; null where there is none. */
export const useLayerInAddress = (): string | null => useLocationProperty(payload, () => null);
