import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../ui/tokens.css';
import '../../ui/base.css';
import '../reading/text.css';
import type { Codebook } from '../../core/annotation/codebook.ts';
import { startI18n } from '../../i18n/i18n.ts';
import { fetchWords } from '../../i18n/later.ts';
import { choose, closeLayer, deskNow, make, openLayer, workbench } from '../../session/workbench.ts';
import { setSpeaker } from '../../core/annotation/quotation.ts';
import { buildArticle } from '../../testing/article.ts';
import { buildLayer } from '../../testing/layers.ts';
import { settled } from '../../testing/settled.ts';
import { Workbench } from './Workbench.tsx';

const article = buildArticle();
const codebook: Codebook = {
  format: 'isnad-codebook',
  version: 1,
  id: 'c',
  name: 'دليل',
  guidelines: 'اقرأ الفقرة كلّها أوّلًا.',
  groups: [{ id: 'tone', name: 'النبرة', exclusive: true, required: true }],
  tags: [
    {
      id: 'calm',
      group: 'tone',
      name: 'هادئة',
      colour: 'green',
      shortcut: '1',
      guidelines: 'بلا وعيد.',
      on: ['quotation'],
    },
    { id: 'sharp', group: 'tone', name: 'حادّة', colour: 'vermilion', shortcut: 'ط', guidelines: '', on: ['quotation'] },
  ],
  required: ['speaker', 'note'],
  modified: '2026-11-25',
};

let root: Root;
let place: HTMLElement;
const onLeave = vi.fn<() => void>();

beforeAll(async () => {
  await page.viewport(1280, 900);
  await startI18n('ar', 'auto');
  await fetchWords('tagging');
});
beforeEach(async () => {
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
  openLayer(buildLayer('own'), article.blocks);
  const desk = deskNow();
  if (!desk) throw new Error('no desk');
  await settled(() =>
    root.render(
      <Workbench
        desk={desk}
        codebook={codebook}
        others={[]}
        rejections={[]}
        onReject={() => {}}
        start={null}
        onLeave={onLeave}
      />,
    ),
  );
});
afterEach(async () => {
  await settled(() => root.unmount());
  place.remove();
  closeLayer();
  vi.clearAllMocks();
});

const text = () => place.querySelector<HTMLElement>('.tagged-text') as HTMLElement;
const tagsOf = (id: string) => deskNow()?.quotation(id)?.tags;
const painted = (name: string) =>
  [...(CSS.highlights.get(name) ?? [])].map((range) => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.toString();
  });

describe('the workbench', () => {
  test('paints every role, and the chosen annotation apart', async () => {
    expect(painted('isnad-tag-cue')).toContain('قال');
    expect(painted('isnad-tag-mention')).toContain('سارة');
    await settled(() => choose({ on: 'quotations', id: 'q1' }));
    expect(painted('isnad-tag-content-chosen')).toEqual(['الهدنة «خطوة مهمة»']);
    expect(painted('isnad-tag-cue-chosen')).toEqual(['قال']);
    expect(painted('isnad-tag-cue')).not.toContain('قال');
  });

  test('a change from elsewhere is painted at once', async () => {
    await settled(() => choose({ on: 'quotations', id: 'q1' }));
    const desk = deskNow();
    if (!desk) throw new Error('no desk');
    await settled(() => void make(setSpeaker(desk, 'q1', 'sara')));
    expect(place.querySelector<HTMLInputElement>('[role="combobox"]')?.value).toBe('سارة');
  });

  test('tells what the codebook asks for, and tags by a key', async () => {
    await settled(() => choose({ on: 'quotations', id: 'q1' }));
    expect(place.textContent).toContain('ينقص: الملاحظة، وسم من ⁨النبرة⁩');
    text().focus();
    await userEvent.keyboard('1');
    expect(tagsOf('q1')).toEqual(['calm']);
    // Of an exclusive group the other one takes its place; an Arabic letter is a shortcut of its own.
    // The same key is a command by its place; what is written goes first.
    const arabic = { key: 'ط', code: 'KeyX', bubbles: true, cancelable: true };
    await settled(() => void text().dispatchEvent(new KeyboardEvent('keydown', arabic)));
    expect(tagsOf('q1')).toEqual(['sharp']);
    expect(place.textContent).toContain('ينقص: الملاحظة');
    expect(place.textContent).not.toContain('وسم من ⁨النبرة⁩');
    // Written in a note, a letter is a letter.
    const note = place.querySelector('textarea') as HTMLTextAreaElement;
    await userEvent.fill(note, 'q1');
    expect(deskNow()?.quotation('q1')?.note).toBe('q1');
    expect(tagsOf('q1')).toEqual(['sharp']);
  });

  test('the focus is never lost: what was chosen is deleted from its own form', async () => {
    await settled(() => choose({ on: 'quotations', id: 'q1' }));
    const button = [...place.querySelectorAll('button')].find((one) => one.textContent === 'احذف الوسم');
    await userEvent.click(button as HTMLElement);
    await vi.waitFor(() => expect(document.activeElement).toBe(text()));
    expect(deskNow()?.quotation('q1')).toBeUndefined();
    expect(workbench.getState().chosen).toBe(null);
  });

  test('Escape lets go of the innermost, and leaving is one press', async () => {
    await settled(() => choose({ on: 'quotations', id: 'q1' }));
    text().focus();
    await userEvent.keyboard('{Control>}{Home}{/Control}{Shift>}{ArrowLeft}{/Shift}');
    await vi.waitFor(() => expect(document.querySelector('[data-make]')).not.toBe(null));
    await userEvent.keyboard('{Escape}');
    expect(document.querySelector('[data-make]')).toBe(null);
    expect(workbench.getState().chosen).not.toBe(null);
    await userEvent.keyboard('{Escape}');
    expect(workbench.getState().chosen).toBe(null);
    await userEvent.click(place.querySelector('[data-leave]') as HTMLElement);
    expect(onLeave).toHaveBeenCalledOnce();
  });
});
