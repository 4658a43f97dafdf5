import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { buildArticle } from '../../testing/article.ts';
import { plainText } from '../article/article.ts';
import { articleSchema } from '../dataset/schema.ts';
import { verifyArticle } from '../dataset/verify.ts';
import * as v from 'valibot';
import { INTAKE_LIMITS } from './fault.ts';
import { type TextIntake, takeFile, takePaste } from './intake.ts';
import { bareArticle, textId } from './shell.ts';

const HEADLINE = 'الوزير يعلن اتفاقا جديدا بين البلدين';
const FIRST =
  'أعلن وزير الخارجية سامي الحداد يوم الأحد أن الاتفاق مع الجانب الآخر قد وقع في العاصمة بحضور ممثلين عن المنظمة الدولية.';
const SECOND = 'وقال الحداد: «لن نتراجع عن شيء مما اتفقنا عليه، وسنمضي في تنفيذه حتى آخر بند من بنوده».';
const PLAIN = `${HEADLINE}\n\n${FIRST}\n\n${SECOND}`;

const utf8 = (text: string) => new TextEncoder().encode(text);
const file = (name: string, text: string) => takeFile(name, utf8(text));
function text(result: ReturnType<typeof takeFile>): TextIntake {
  if (!result.ok) throw new Error(`${result.failure.kind} ${result.failure.detail}`);
  if (result.value.kind !== 'text') throw new Error('an article');
  return result.value;
}
const kinds = (intake: TextIntake) => intake.blocks.map(({ id, gap }) => `${id}+${gap}`).join(' ');
const refused = (result: ReturnType<typeof takeFile>) => (result.ok ? 'taken' : result.failure.kind);

const word = (body: string) =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w" xmlns:mc="m"><w:body>${body}</w:body></w:document>`,
    ),
  });
const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const paragraph = (words: string, style = '') =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${run(words)}</w:p>`;

describe('a text is laid out', () => {
  test('with empty lines between paragraphs', () => {
    const intake = text(takePaste(PLAIN));
    expect(kinds(intake)).toBe('h1+0 p1+2 p2+2');
    expect(plainText(intake)).toBe(PLAIN);
    expect(intake).toMatchObject({ source: 'paste', title: HEADLINE, original: PLAIN, changes: [], joined: 0 });
  });

  test('with single line breaks, and what is around it', () => {
    const intake = text(
      file(
        'a.txt',
        `${HEADLINE}\nبقلم: ليلى حسن\nالأحد ٠٨ يناير ٢٠١٧ - ٠٣:٤٦ بتوقيت غرينتش\n${FIRST}\nدعوات للتهدئة\n${SECOND}\nالمصدر: رويترز`,
      ),
    );
    expect(kinds(intake)).toBe('h1+0 d1+1 d2+1 p1+1 s1+1 p2+1 r1+1');
    expect(intake).toMatchObject({ author: 'ليلى حسن', published: '2017-01-08' });
  });

  test.each(['عين اليوم – كابول', 'بيروت - أ ف ب', 'الرياض (رويترز)', '2015-07-30', 'الخميس 30 تموز/يوليو 2015'])(
    'the line %s is of its head',
    (line) => expect(kinds(text(takePaste(`${HEADLINE}\n\n${line}\n${FIRST}`)))).toBe('h1+0 d1+2 p1+1'),
  );

  test.each([
    ['one paragraph', FIRST, 'p1+0'],
    ['two paragraphs without a headline', `${FIRST}\n\n${SECOND}`, 'p1+0 p2+2'],
    ['many empty lines', `\n\n${HEADLINE}\n\n\n\n\n${FIRST}\n\n`, 'h1+0 p1+2'],
  ])('%s', (_, source, blocks) => expect(kinds(text(takePaste(source)))).toBe(blocks));

  test('with a line of another language above the headline', () => {
    const intake = text(takePaste(`Breaking News (Reuters) - update 3\n${PLAIN}`));
    expect(kinds(intake)).toBe('d1+0 h1+1 p1+2 p2+2');
    expect(intake.title).toBe(HEADLINE);
  });

  test('with a dateline written on a Persian keyboard', () => {
    expect(kinds(text(takePaste(`${HEADLINE}\n\nبیروت - رویترز\n${FIRST}`)))).toBe('h1+0 d1+2 p1+1');
  });

  test('lines that an old site broke amid sentences are joined', () => {
    const words = `${FIRST} ${SECOND} ${FIRST}`.split(' ');
    const lines: string[] = [''];
    for (const one of words) {
      const last = lines.at(-1) ?? '';
      if (last.length + one.length > 64) lines.push(one);
      else lines[lines.length - 1] = last === '' ? one : `${last} ${one}`;
    }
    const intake = text(takePaste(`${HEADLINE}\n\n${lines.join('\r\n')}\n\n${SECOND}`));
    expect(intake.blocks.map((block) => block.text)).toEqual([HEADLINE, words.join(' '), SECOND]);
    expect(intake.joined).toBe(lines.length - 1);
  });

  test('verses and lists keep their lines', () => {
    const lines = [
      'قفا نبك من ذكرى حبيب ومنزل',
      'بسقط اللوى',
      'بين الدخول فحومل',
      'فتوضح فالمقراة لم يعف رسمها لما نسجتها',
      'من جنوب وشمأل',
    ];
    expect(text(takePaste(lines.join('\n'))).joined).toBe(0);
  });
});

describe('a page', () => {
  const page = (body: string, head = '') =>
    `<!DOCTYPE html><html lang="ar"><head><title>${HEADLINE} | صحيفة</title>${head}</head><body><nav><a href="/">الرئيسية الأولى والأخيرة في كل مكان</a></nav>${body}<footer>جميع الحقوق محفوظة للصحيفة في كل مكان وزمان</footer><script>var x = "<p>قال المخادع إن هذا من النص وليس منه في شيء أبدا</p>";</script></body></html>`;

  test('gives its article, without what stands around it', () => {
    const intake = text(
      file(
        'a.html',
        page(
          `<div class="wrap"><article><h1>${HEADLINE}</h1><p>${FIRST}<p>${SECOND.replaceAll('«', '&laquo;')}</p><ul class="related"><li><a>خبر آخر لا شأن له بهذا الخبر أبدا</a></li></ul></article><div class="comments"><p>تعليق طويل من قارئ غاضب يقول إن كل هذا الكلام لا معنى له أبدا</p></div></div>`,
          '<meta property="article:published_time" content="2017-01-08T10:00:00Z"><meta name="author" content="ليلى حسن"><link rel="canonical" href="https://news.example/a">',
        ),
      ),
    );
    expect(intake.blocks.map((block) => block.text)).toEqual([HEADLINE, FIRST, SECOND]);
    expect(intake).toMatchObject({
      source: 'page',
      published: '2017-01-08',
      author: 'ليلى حسن',
      url: 'https://news.example/a',
    });
  });

  test('of an old site, with breaks instead of paragraphs and no article', () => {
    const intake = text(
      file(
        'b.htm',
        page(
          `<table><tr><td class="menu">${'<a href="#">رابط إلى قسم من الأقسام</a><br>'.repeat(9)}</td><td>${FIRST}<br><br>${SECOND}</td></tr></table>`,
        ),
      ),
    );
    expect(intake.blocks.map((block) => block.text)).toEqual([HEADLINE, FIRST, SECOND]);
  });

  test('that has paragraphs each in a box of its own', () => {
    const boxes = [FIRST, SECOND, FIRST].map((words) => `<div><div><p>${words}</p></div></div>`).join('');
    expect(text(file('c.html', page(`<div id="x">${boxes}</div>`))).blocks).toHaveLength(4);
  });

  test('says headline, day and author to machines alone; what leads away from it, or is said to those who do not see, stays out', () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite' },
        {
          '@type': ['NewsArticle'],
          headline: HEADLINE,
          datePublished: '2023-10-03T14:22:11Z',
          author: [{ '@type': 'Person', name: 'هدى سليم' }],
        },
      ],
    };
    const body = `<div class="body"><p>${FIRST}</p><p>${SECOND}</p><h2>اقرأ أيضًا</h2><span class="screen-reader-text">قائمة من ثلاثة عناصر</span><p>${FIRST}</p>
      <p>Author, هدى سليم</p><h2>اخترنا لكم</h2><p>قال مسؤولون إن هذا خبر آخر لا شأن له بهذا الخبر</p></div>`;
    const source = `<html><head><title>موقع</title><script type="application/ld+json">{"broken"</script><script type="application/ld+json">${JSON.stringify(data)}</script></head><body>${body}</body></html>`;
    const intake = text(file('a.html', source));
    expect(intake.blocks.map((block) => block.text)).toEqual([HEADLINE, FIRST, SECOND, FIRST]);
    expect(intake).toMatchObject({ author: 'هدى سليم', published: '2023-10-03' });
  });

  test('whose title has the site’s name before the headline keeps the headline once', () => {
    const source = `<html><head><title>صحيفة الأيام :: ${HEADLINE}</title></head><body><b>${HEADLINE}</b><br><br>${FIRST}<br><br>${SECOND}</body></html>`;
    expect(text(file('a.html', source)).blocks.map((block) => block.text)).toEqual([HEADLINE, FIRST, SECOND]);
  });

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'https://', ''])('never leads to %s', (url) => {
    expect(text(file('d.html', page(`<p>${FIRST}</p>`, `<meta property="og:url" content="${url}">`))).url).toBeNull();
  });
});

describe('a document', () => {
  test('of Word', () => {
    const body =
      paragraph(HEADLINE, 'Title') +
      `<w:p>${run(FIRST.slice(0, 40))}<w:del><w:r><w:delText>محذوف</w:delText></w:r></w:del>${run(FIRST.slice(40))}</w:p>` +
      `<w:p><mc:AlternateContent><mc:Choice>${run(SECOND.slice(0, 30))}</mc:Choice><mc:Fallback>${run('مكرر')}</mc:Fallback></mc:AlternateContent>${run(SECOND.slice(30))}</w:p><w:p/>`;
    const intake = text(takeFile('a.docx', word(body)));
    expect(intake.blocks.map((block) => block.text)).toEqual([HEADLINE, FIRST, SECOND]);
    expect(intake.source).toBe('word');
  });

  test.each([
    ['a zip of something else', zipSync({ 'a.txt': strToU8('نعم') }), 'binary'],
    ['a zip cut short', word(paragraph(FIRST)).subarray(0, 200), 'damaged'],
    ['broken markup', word('<w:p><w:r>'), 'damaged'],
    [
      'a document type',
      zipSync({ 'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "قال">]><x>&a;</x>') }),
      'damaged',
    ],
    ['what unfolds without end', zipSync({ 'word/document.xml': new Uint8Array(40_000_000) }), 'tooLarge'],
    ['a tower of elements', word('<w:p>'.repeat(5000) + '</w:p>'.repeat(5000)), 'damaged'],
    ['no words', word('<w:p/>'), 'empty'],
  ])('%s is refused', (_, bytes, kind) => expect(refused(takeFile('a.docx', bytes))).toBe(kind));
});

describe('a JSON file', () => {
  test('of ours brings its annotations', () => {
    const article = buildArticle();
    expect(file('a.json', JSON.stringify(article))).toEqual({
      ok: true,
      value: { kind: 'article', article, corrected: null },
    });
  });

  test.each([
    [{ title: HEADLINE, text: `${FIRST}\n\n${SECOND}` }],
    [{ headline: HEADLINE, articleBody: [FIRST, SECOND] }],
    [[{ title: HEADLINE, content: `<p>${FIRST}</p><p>${SECOND}</p>` }]],
  ])('%j', (data) => {
    const intake = text(file('a.json', JSON.stringify(data)));
    expect(intake.blocks.map((block) => block.text)).toEqual([HEADLINE, FIRST, SECOND]);
    expect(intake.source).toBe('json');
  });

  test.each([
    ['another', '{"a": 1}', 'noArticle'],
    ['a broken one', '{"text": "قال', 'damaged'],
    ['an article whose ranges lie', JSON.stringify({ ...buildArticle(), blocks: [] }), 'damaged'],
  ])('%s is refused', (_, source, kind) => expect(refused(file('a.json', source))).toBe(kind));
});

describe('refused', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['white space', ' \n\t\u200b ', 'empty'],
    ['figures alone', '1 2 3, 2017!', 'empty'],
    ['rich text', '{\\rtf1\\ansi\\ansicpg1256 \\u1608?}', 'noArticle'],
    [
      'a page saved as one file',
      'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="a"\n\n=D9=88',
      'noArticle',
    ],
    ['English', 'The minister said that the agreement was signed. قال', 'notArabic'],
    [
      'Persian',
      'وزیر امور خارجه گفت که این پیمان چند روز پیش در تهران به امضا رسیده و چیزی پنهان نگشته است. '.repeat(3),
      'notArabic',
    ],
    ['more than a text may be', 'قال '.repeat(INTAKE_LIMITS.units / 4 + 1), 'tooLarge'],
    ['more lines than any text has', 'ق\n'.repeat(INTAKE_LIMITS.blocks + 1), 'tooLarge'],
  ])('%s', (_, source, kind) => expect(refused(takePaste(source))).toBe(kind));

  test('a file beyond the bounds, unread', () => {
    expect(refused(takeFile('a.txt', new Uint8Array(INTAKE_LIMITS.bytes + 1)))).toBe('tooLarge');
  });
});

test('two megabytes are taken in', () => {
  const intake = text(takePaste(`${HEADLINE}\n\n${`${FIRST}\n\n${SECOND}\n\n`.repeat(Math.ceil(2_000_000 / 210))}`));
  expect(plainText(intake).length).toBeGreaterThan(1_900_000);
});

test('the same text has the same id, another text another', () => {
  expect(textId(PLAIN)).toMatch(/^my\.[0-9a-z]{12}$/);
  expect(textId(PLAIN)).toBe(textId(PLAIN));
  expect(new Set(Array.from({ length: 5000 }, (_, at) => textId(`${PLAIN}${at}`))).size).toBe(5000);
});

/** What is taken in is an article that every reader accepts, whose text is clean. */
function holds(result: ReturnType<typeof takeFile>): void {
  if (!result.ok) return expect(result.failure.kind).toMatch(/^[a-zA-Z]+$/), undefined;
  if (result.value.kind === 'article') return;
  const article = bareArticle('t1', '2020-01-01', result.value);
  expect(v.safeParse(articleSchema, article).issues).toBeUndefined();
  expect(verifyArticle(article)).toEqual([]);
  expect(plainText(article)).not.toMatch(/[\u200b-\u200f\u202a-\u202e\ufeff\u00a0\r\t]|\p{Surrogate}|\n{3}| {2}/u);
}

describe('hostile and mutated', () => {
  const runs = { numRuns: 400 };
  const seeds: readonly Uint8Array[] = [
    utf8(PLAIN),
    word(paragraph(FIRST) + paragraph(SECOND)),
    utf8(
      `<html><body><article><h1 class="a" title='x'>${HEADLINE}</h1><p>${FIRST}<br>${SECOND}</article><!-- x --></body>`,
    ),
    utf8(JSON.stringify({ title: HEADLINE, body: FIRST })),
    utf8(JSON.stringify(buildArticle())),
  ];
  const mutated = fc
    .tuple(
      fc.constantFrom(...seeds),
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.uint8Array({ maxLength: 6 }), fc.nat(30)), {
        minLength: 1,
        maxLength: 6,
      }),
    )
    .map(([seed, edits]) =>
      edits.reduce((bytes, [place, put, cut]) => {
        const at = Math.floor(place * bytes.length);
        return Uint8Array.from([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + cut)]);
      }, seed),
    );
  const name = fc.constantFrom('a.txt', 'a.html', 'a.docx', 'a.json', '');

  test('files with bytes changed', () =>
    fc.assert(
      fc.property(name, mutated, (name, bytes) => holds(takeFile(name, bytes))),
      runs,
    ));

  const piece = fc.constantFrom(
    '<',
    '>',
    '</',
    '<p>',
    '<div class="',
    '"',
    "'",
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<br>',
    '&',
    '&#x',
    ';',
    '=',
    '\n',
    '\n\n',
    '\r',
    ' ',
    '\u200f',
    'ـ',
    'ﻻ',
    '«',
    '{',
    '}',
    '"text":',
    'قال',
    FIRST,
    'الرياض - واس',
    '12/3/2017',
    '\ud83d',
    'م\u064e',
  );
  test('pastes of pieces', () =>
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => holds(takePaste(pieces.join('')))),
      { numRuns: 1500 },
    ));

  test.each([
    ['tags without an end', '<a '],
    ['ends without tags', '</'],
    ['quotes', '<p class="قال '],
    ['comments', '<!--'],
    ['linked data', '<script type=application/ld+json>[['],
    ['a tower', '<div>'],
    ['scripts', '<script>'],
    ['references', '&#x&#1;'],
    ['stretched', 'ـ'],
    ['spaces', ' \u00a0'],
    ['empty lines', '\n \r'],
    ['a line of places', 'الرياض '],
    ['figures', '12 '],
  ])('a million signs of %s take no longer than they should', (_, unit) => {
    const many = `<html>${unit.repeat(1_000_000 / unit.length)}<p>${FIRST}`;
    holds(takePaste(many));
    holds(takePaste(`${unit.repeat(1_000_000 / unit.length)}\n${FIRST}`));
  });
});
