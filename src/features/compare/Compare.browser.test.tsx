import { useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../ui/tokens.css';
import '../../ui/base.css';
import type { Decision } from '../../core/agreement/adjudicate.ts';
import type { Layer } from '../../core/annotation/layer.ts';
import type { TextRange } from '../../core/text/range.ts';
import { setLanguage, startI18n } from '../../i18n/i18n.ts';
import { fetchWords } from '../../i18n/later.ts';
import { buildArticle, rangeOf } from '../../testing/article.ts';
import { settled } from '../../testing/settled.ts';
import { buildLayer } from '../../testing/layers.ts';
import { Compare } from './Compare.tsx';

const article = buildArticle();
const left = buildLayer('a');
const right = buildLayer('b', (layer) => {
  layer.name = 'قراءة سلمى';
  layer.author = 'سلمى';
  const [first, second, third] = layer.quotations;
  if (first) first.contents = [rangeOf('p1', 'إنّ الهدنة «خطوة مهمة»')];
  if (second) second.speaker = 'sara';
  if (third) third.kind = 'direct';
  layer.quotations = layer.quotations.filter(({ id }) => id !== 'q5');
});

let root: Root;
let place: HTMLElement;
let decisions: readonly Decision[] = [];
const onShow = vi.fn<(ranges: readonly TextRange[]) => void>();

function Held({ other }: { readonly other: Layer }) {
  const [kept, setKept] = useState<readonly Decision[]>([]);
  const decide = (next: readonly Decision[]) => {
    decisions = next;
    setKept(next);
  };
  return <Compare article={article} left={left} right={other} decisions={kept} onDecide={decide} onShow={onShow} />;
}

beforeAll(async () => {
  await startI18n('ar', 'auto');
  await fetchWords('measures');
});
beforeEach(async () => {
  decisions = [];
  await settled(() => setLanguage('ar', 'auto'));
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
  await settled(() => root.render(<Held other={right} />));
});
afterEach(async () => {
  await settled(() => root.unmount());
  place.remove();
  vi.clearAllMocks();
});

const items = () => [...place.querySelectorAll<HTMLElement>('[data-item]')].map((one) => one.dataset['item']);
const button = (text: string, within: ParentNode = place) =>
  [...within.querySelectorAll('button')].find((one) => one.textContent?.includes(text)) as HTMLElement;
const filter = (text: string) =>
  [...place.querySelectorAll('label')]
    .find((one) => one.textContent?.startsWith(text))
    ?.querySelector('input') as HTMLElement;
const current = () => place.querySelector<HTMLElement>('[aria-current="true"]')?.dataset['item'];
const taken = () => decisions.map(({ item, choice }) => `${item}: ${choice}`);

describe('two layers side by side', () => {
  test('in text order, filtered by what they differ in', async () => {
    expect(items()).toEqual(['q q1 q1', 'q q2 q2', 'q q3 q3', 'q q4 q4', 'q q5 ']);
    await userEvent.click(filter('الحدود'));
    expect(items()).toEqual(['q q1 q1']);
    expect(place.textContent).toContain('زاد الثاني: «\u2068إنّ\u2069»');
    await userEvent.click(filter('القائل'));
    expect(items()).toEqual(['q q2 q2']);
    expect(place.querySelector('[data-item]')?.textContent).toContain('سارة');
    await userEvent.click(filter('عند الأوّل وحده'));
    expect(items()).toEqual(['q q5 ']);
    await userEvent.click(filter('الأسماء'));
    expect(items()).toHaveLength(8);
  });

  test('mended in place: each thing from the one or the other, by pointer and by keys', async () => {
    const [card] = place.querySelectorAll<HTMLElement>('[data-item]');
    if (!card) throw new Error('no item');
    await userEvent.click(button('عدّله', card));
    expect(document.activeElement).toBe(card.querySelector('fieldset :checked'));
    expect(taken()).toEqual([]);
    await userEvent.keyboard('{ArrowDown}');
    expect(taken()).toEqual(['q q1 q1: mended']);
    expect(decisions[0]).toMatchObject({ quotation: { contents: [rangeOf('p1', 'إنّ الهدنة «خطوة مهمة»')] } });
    expect(card.textContent).toContain('عُدّل');
    // Pressed away and opened again it stands as it was mended.
    await userEvent.keyboard('m');
    expect(card.querySelector('fieldset')).toBeNull();
    await userEvent.keyboard('m');
    expect([...card.querySelectorAll<HTMLInputElement>('fieldset input')].map(({ checked }) => checked)).toEqual([
      false,
      true,
    ]);
  });

  test('each a press away from the text, and so is each edge', async () => {
    await userEvent.click(button('في النصّ'));
    expect(onShow).toHaveBeenLastCalledWith([
      ...(left.quotations[0]?.contents ?? []),
      rangeOf('p1', 'إنّ الهدنة «خطوة مهمة»'),
    ]);
    await userEvent.click(button('زاد الثاني'));
    expect(onShow.mock.lastCall?.[0].map(({ words }) => words.trim())).toEqual(['إنّ']);
  });

  test('decided by keyboard alone, from one difference to the next', async () => {
    await userEvent.click(button('الخلاف التالي'));
    expect(current()).toBe('q q1 q1');
    expect(document.activeElement).toBe(place.querySelector('[aria-current="true"]'));
    await userEvent.keyboard('2');
    expect(taken()).toEqual(['q q1 q1: right']);
    expect(current()).toBe('q q2 q2');
    await userEvent.keyboard('n');
    expect(current()).toBe('q q3 q3');
    await userEvent.keyboard('p');
    expect(current()).toBe('q q2 q2');
    await userEvent.keyboard('14');
    // What both agree on is passed over.
    expect(taken()).toEqual(['q q1 q1: right', 'q q2 q2: left', 'q q3 q3: neither']);
    expect(current()).toBe('q q5 ');
    await userEvent.keyboard('3');
    expect(place.querySelector('[role="status"]')?.textContent).toBe('حُسم كلّ خلاف.');
  });

  test('a decision is changed, taken back by pressing it again, and undone', async () => {
    const [first] = place.querySelectorAll<HTMLElement>('[data-item]');
    if (!first) throw new Error('no item');
    await userEvent.click(button('الأوّل', first));
    await userEvent.click(button('كلاهما', first));
    expect(taken()).toEqual(['q q1 q1: both']);
    expect(button('كلاهما', first).getAttribute('aria-pressed')).toBe('true');
    await userEvent.click(button('كلاهما', first));
    expect(taken()).toEqual([]);
    await userEvent.click(button('إسقاط', first));
    await userEvent.click(button('تراجع'));
    expect(taken()).toEqual([]);
    expect(place.querySelector('[role="status"]')?.textContent).toBe('حُسم ٠ من ٤');
  });

  test('the next difference is looked for everywhere before there is none', async () => {
    await settled(() =>
      root.render(
        <Held
          other={buildLayer('c', (layer) => {
            layer.quotations = layer.quotations.filter(({ id }) => id !== 'q1');
            layer.mentions = layer.mentions.filter(({ id }) => id !== 'm7');
          })}
        />,
      ),
    );
    await userEvent.click(filter('متّفقان'));
    await userEvent.click(button('الخلاف التالي'));
    expect(current()).toBe('q q1 ');
    await userEvent.keyboard('4');
    await userEvent.click(button('الخلاف التالي'));
    expect(current()).toBe('m m7 ');
    expect(document.activeElement).toBe(place.querySelector('[aria-current="true"]'));
    await userEvent.keyboard('1');
    expect(button('الخلاف التالي')).toHaveProperty('disabled', true);
  });

  test('an open one stays in sight when it is decided among the open ones', async () => {
    await userEvent.click(filter('لم يُحسم'));
    await userEvent.click(button('الخلاف التالي'));
    await userEvent.keyboard('1');
    expect(items()).toEqual(['q q2 q2', 'q q3 q3', 'q q5 ']);
    expect(current()).toBe('q q2 q2');
  });

  test('measured, with what the measures mean folded beneath', async () => {
    const table = place.querySelector('section table') as HTMLElement;
    expect(table.textContent).toContain('ألفا كريبندورف');
    expect(table.textContent).toContain('٠٫٧٥٠');
    expect(table.textContent).not.toContain('NaN');
    const details = place.querySelector('details') as HTMLDetailsElement;
    expect(details.open).toBe(false);
    await userEvent.click(details.querySelector('summary') as Element);
    expect(details.open).toBe(true);
    expect(details.querySelectorAll('dt')).toHaveLength(9);
  });

  test('two that agree have nothing to decide', async () => {
    await settled(() => root.render(<Held other={buildLayer('c')} />));
    expect(place.textContent).toContain('لا خلاف بين الطبقتين.');
    expect(place.querySelector('progress')).toBeNull();
  });
});
