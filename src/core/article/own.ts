/** Texts that a reader opened are kept on their device alone, and have ids that no article of the library may have. */
const OWN = 'my.';

/** Whether an article of this id is a reader's own text. */
export const isOwn = (id: string): boolean => id.startsWith(OWN);

export const ownId = (name: string): string => OWN + name;
