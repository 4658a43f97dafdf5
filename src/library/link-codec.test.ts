import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arabicText } from '../testing/arabic.ts';
import { packLesson } from '../core/lesson/compact.ts';
import { readPackedLesson, readPackedResult } from '../core/lesson/read.ts';
import { buildLesson } from '../testing/lesson.ts';
import { LINK_LIMITS, packText, unpackText } from './link-codec.ts';

const kindOf = async (packed: string) => {
  const read = await unpackText(packed);
  return read.ok ? 'read' : read.failure.kind;
};
/** As a link would carry these bytes, by another way than the codec's own. */
async function deflated(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([data]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const binary = [...bytes].map((byte) => String.fromCharCode(byte)).join('');
  return `1${btoa(binary).replace(/[+/=]/g, (sign) => ({ '+': '-', '/': '_' })[sign] ?? '')}`;
}

describe('text in a link', () => {
  test('comes back as it went, in signs that links may hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(arabicText(400), fc.string({ unit: 'grapheme', maxLength: 400 }), fc.json()),
        async (text) => {
          const packed = (await packText(text)) ?? '';
          expect(packed).toMatch(/^1[A-Za-z0-9_-]*[A-Za-z0-9]$/);
          const read = await unpackText(packed);
          expect(read.ok && read.value.startsWith(text) && read.value.slice(text.length)).toMatch(/^ *$/);
        },
      ),
    );
  });

  test('a link that would end in a sign that messengers cut off is packed anew', async () => {
    // Short texts never end so; of longer ones, as lessons are, one in twenty-five.
    let anew = 0;
    for (let seed = 0; seed < 100; seed++) {
      const lesson = Array.from({ length: 60 }, (_, line) => `وصلت الحافلة ${(line * seed * 7919) % 1000}`);
      const packed = (await packText(JSON.stringify(lesson))) ?? '';
      expect(packed).toMatch(/[A-Za-z0-9]$/);
      const read = await unpackText(packed);
      if (!read.ok) throw new Error(read.failure.kind);
      expect(JSON.parse(read.value)).toEqual(lesson);
      if (read.value.endsWith(' ')) anew++;
    }
    expect(anew).toBeGreaterThan(0);
  });

  test.each(['.', ')', '»', '%C2%BB', '\u2069', '\n', '%0A', '&x=1', '،'])('read with %j behind it', async (sign) => {
    const packed = (await packText('[1,2]')) ?? '';
    expect(await unpackText(packed + sign)).toEqual(await unpackText(packed));
    expect(await unpackText(`${packed.slice(0, 4)}%0D%0A${packed.slice(4)}`)).toEqual(await unpackText(packed));
  });

  // Whole payloads that were sent once: they must open for ever. This list only grows.
  test.each<[string, (text: string) => { readonly ok: boolean }, string]>([
    [
      '1bY9NSgNBEIXv8tZvwnRLEr2DN2ia0GYmPxKGOJPZupBMCO48QTaBSSAi4kZvUnUb6cFxIW4KXvFVvfecIW7zKi26YSwI-dKd7qXVHeiwKetpDk_nDFNibQZXyfAx3E2zfDYHoY1upZVX-ZRzxOwPZZNRTy24NgOT3Pzq5X23mfQaLOrVii4l5EOO0upWDjHJJeaQEzyxqLMiRINxNOgvLPFg4l8QRaiWJatQBnhPd_0vl-V_SR9NtdFneZczaLtKT_KmL9rESt8',
      readPackedLesson,
      '[1,"Les0nLes0n12","عنوان",["truce"],[[1,0,"p1.3-5~abcdefg","ملاحظة"],[2,0,"p1.2-6~abcdefgh,p1.1-9~abcdefghij,p1.1_abcdefgh",null,[0,"سؤال؟","جواب"],"hudna"],[7,0,"",null,[2,"q1~abc","nasir,sara"]],[8,0,"",null,[2,"q1~abcde","nasir,sara"]]],"سميرة",2,"مقدّمة"]',
    ],
    [
      '1JcsxCsJQEEXRvbz6BWbGYOEaUomVwxQpUgiSwp8lhKBuRAs3kJ382Y1E4XK660ochyLX6S-Ibigy_lADUddc8l5fuYDIOZ855wOEie0b1cbkpHKQrTPobkT9bEN9I-g7ukbQWzrGvlxuiIj4Ag',
      readPackedResult,
      '[1,"Res0ltRes0lt","Les0nLes0n12","عنوان","ليلى","2026-11-20T10:00:00Z",[[2,"جواب"],[3,[1]],[4,["nasir"]]]]',
    ],
  ])('%s still opens', async (payload, read, text) => {
    const unpacked = await unpackText(payload);
    if (!unpacked.ok) throw new Error(unpacked.failure.kind);
    expect(unpacked.value.trimEnd()).toBe(text);
    expect(read(unpacked.value).ok).toBe(true);
  });

  test('a lesson of four steps fits into a message', async () => {
    const packed = await packText(packLesson(buildLesson()));
    expect(packed?.length).toBeLessThan(700);
  });

  test('cut off anywhere it is damaged, and says so', async () => {
    const packed = (await packText(packLesson(buildLesson()))) ?? '';
    for (let length = 0; length < packed.length; length += 7)
      expect([length, await kindOf(packed.slice(0, length))]).toEqual([length, 'linkDamaged']);
  });

  test('whatever stands there, there is an answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.base64String(), fc.uint8Array()), async (some) => {
        const text = typeof some === 'string' ? some : await deflated(new Uint8Array(some));
        for (const packed of [text, `1${text}`]) {
          expect(['read', 'linkDamaged', 'newerVersion']).toContain(await kindOf(packed));
        }
      }),
    );
  });

  test.each<[string, string | Promise<string>, string]>([
    ['nothing', '', 'linkDamaged'],
    ['a form of tomorrow', '2abc', 'newerVersion'],
    ['no form at all', '<script>', 'linkDamaged'],
    ['a program', 'javascript:alert(1)', 'linkDamaged'],
    ['percent signs', '1%3Cscript', 'linkDamaged'],
    ['bytes that are no text', deflated(Uint8Array.of(0xc3, 0x28)), 'linkDamaged'],
    ['half a sign at the end', deflated(Uint8Array.of(0xd8)), 'linkDamaged'],
    ['as much as is allowed', deflated('a'.repeat(LINK_LIMITS.bytes)), 'read'],
    ['a byte more than is allowed', deflated('a'.repeat(LINK_LIMITS.bytes + 1)), 'linkTooLong'],
    ['fifty million letters in as many thousand', deflated('a'.repeat(50_000_000)), 'linkTooLong'],
    ['more characters than a link may have', `1${'A'.repeat(LINK_LIMITS.characters)}`, 'linkTooLong'],
  ])('%s: %#', async (_, packed, kind) => {
    expect(await kindOf(await packed)).toBe(kind);
  });
});
