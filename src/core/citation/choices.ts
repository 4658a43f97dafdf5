/** What can be chosen, in the order in which it is offered. Apart from what is done with it, which is fetched later. */
export const copyForms = ['message', 'link', 'words', 'cited', 'markdown', 'embed'] as const;
export type CopyForm = (typeof copyForms)[number];

/** APA 7, MLA 9, Chicago 17 (notes and bibliography). */
export const citationStyles = ['apa', 'mla', 'chicago'] as const;
export type CitationStyle = (typeof citationStyles)[number];
