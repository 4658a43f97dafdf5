/** What a page says of itself to those who do not read it: search engines, messengers, catalogues. */
import type { Article, Entity } from '../../src/core/article/article.ts';
import type { Quotation } from '../../src/core/quotation/quotation.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/**
 * The address that the site will have, with a slash at its end, from what the builder was told (ISNAD_SITE); null when
 * nothing was. Throws at what is no web address.
 */
export function readSite(told: string | undefined): string | null {
  if (told === undefined || told.trim() === '') return null;
  const url = URL.canParse(told.trim()) ? new URL(told.trim()) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new Error(`ISNAD_SITE is not the address of a site: ${told}`);
  return url.href.replace(/\/?$/, '/');
}

export const addressOf = (site: string, id: string): string => `${site}a/${id}/`;

export interface Head {
  readonly article: Article;
  /** Null when the site's address is not known at build time: what must be absolute is then left out. */
  readonly site: string | null;
  /** A picture of the site, absolute; null for none. */
  readonly picture: string | null;
}

/** The tags of an article's page, one a line; title and description are set elsewhere, for every page has them. */
export function articleTags({ article, site, picture }: Head): string[] {
  const meta = (property: string, content: string | null) =>
    content === null ? [] : [`<meta property="${property}" content="${escaped(content)}" />`];
  const address = site === null ? null : addressOf(site, article.id);
  return [
    // The page's own folder, whatever was asked for: without index.html, without a search part.
    `<link rel="canonical" href="${address === null ? './' : escaped(address)}" />`,
    ...meta('og:type', 'article'),
    ...meta('og:site_name', 'إسناد'),
    ...meta('og:locale', 'ar'),
    ...meta('og:title', article.title.ar),
    ...meta('og:description', article.summary.ar),
    ...meta('og:url', address),
    ...meta('og:image', picture),
    ...meta('article:published_time', article.published),
    ...meta('article:modified_time', article.revised),
    `<script type="application/ld+json">${forScript(linkedData(article, site))}</script>`,
  ];
}

/** The tags of the library's page. */
export function libraryTags(site: string | null, picture: string | null): string[] {
  const meta = (property: string, content: string) => `<meta property="${property}" content="${escaped(content)}" />`;
  return [
    `<link rel="canonical" href="${site === null ? './' : escaped(site)}" />`,
    meta('og:type', 'website'),
    meta('og:site_name', 'إسناد'),
    meta('og:locale', 'ar'),
    meta('og:title', 'إسناد'),
    meta('og:description', 'قارئ الأخبار العربية الذي يُريك مَن قال ماذا.'),
    ...(site === null ? [] : [meta('og:url', site)]),
    ...(picture === null ? [] : [meta('og:image', picture)]),
  ];
}

/** JSON that cannot end the script element it stands in, nor begin a comment there. */
export const forScript = (value: unknown): string => JSON.stringify(value).replace(/[<\u2028\u2029]/g, code);

const code = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The article and its quotations in the words of schema.org. */
export function linkedData(article: Article, site: string | null): Record<string, unknown> {
  const entity = new Map(article.entities.map((one) => [one.id, one]));
  const address = site === null ? null : addressOf(site, article.id);
  const hands = (roles: readonly string[]) =>
    article.chain.filter(({ role }) => roles.includes(role)).flatMap(({ entity: id }) => entity.get(id) ?? []);
  const house = { '@type': 'Organization', name: 'إسناد', alternateName: 'Isnād' };
  const own = article.origin === 'original';
  const written = article.author && { '@type': 'Person', name: article.author.ar };
  const authors = written ? [written] : own ? [house] : hands(['agency']).map(agent);
  const outlet = hands(['publisher', 'outlet'])[0];
  // The newspaper of a text that was written for Isnād may be invented like its people.
  const publisher = own ? house : outlet && agent(outlet);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    ...(address === null ? {} : { '@id': address, url: address, mainEntityOfPage: address }),
    headline: article.title.ar,
    alternativeHeadline: article.title.en,
    abstract: article.summary.ar,
    inLanguage: 'ar',
    isAccessibleForFree: true,
    ...(article.published === null ? {} : { datePublished: article.published }),
    dateModified: article.revised,
    keywords: article.topics.map(({ ar }) => ar),
    ...(authors.length === 0 ? {} : { author: authors }),
    ...(publisher ? { publisher } : {}),
    // What a reader must know of the text, such as that its people are invented, so must a machine.
    ...(article.notice ? { backstory: article.notice.ar } : {}),
    isPartOf: { '@type': 'WebSite', name: 'إسناد', alternateName: 'Isnād', ...(site === null ? {} : { url: site }) },
    hasPart: article.quotations.map((quotation) => quoted(quotation, entity.get(quotation.speaker ?? ''), address)),
  };
}

function quoted({ id, contents }: Quotation, speaker: Entity | undefined, address: string | null) {
  return {
    '@type': 'Quotation',
    ...(address === null ? {} : { '@id': `${address}#q=${id}` }),
    inLanguage: 'ar',
    text: contents.map(({ words }) => words).join(' … '),
    ...(speaker ? { spokenByCharacter: agent(speaker) } : {}),
    ...(address === null ? {} : { isPartOf: { '@id': address } }),
  };
}

/** Who speaks is a person or a body: a country or a group speaks as a body. */
function agent({ type, name, role }: Entity) {
  const person = type === 'person';
  return {
    '@type': person ? 'Person' : 'Organization',
    name: name.ar,
    ...(name.en === '' ? {} : { alternateName: name.en }),
    ...(person && role ? { jobTitle: role.ar } : {}),
  };
}

/** For search engines; only where the site's address is known, for the addresses in it must be whole. */
export function siteMap(site: string, articles: readonly Pick<Article, 'id' | 'revised'>[]): string {
  const entry = (address: string, changed: string | null) =>
    `  <url><loc>${escaped(address)}</loc>${changed === null ? '' : `<lastmod>${changed}</lastmod>`}</url>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    entry(site, null),
    ...articles.map(({ id, revised }) => entry(addressOf(site, id), revised)),
    '</urlset>',
    '',
  ].join('\n');
}
