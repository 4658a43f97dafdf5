import { kindOf } from '../../core/dataset/kind.ts';
import type { Lesson, LessonResult } from '../../core/lesson/lesson.ts';
import {
  type LessonFault,
  readLesson,
  readPackedLesson,
  readPackedResult,
  readResult,
} from '../../core/lesson/read.ts';
import { LESSON_LIMITS } from '../../core/lesson/schema.ts';
import type { Result } from '../../core/result.ts';
import { type LinkFault, unpackText } from '../../library/link-codec.ts';
import type { IncomingFile } from '../../session/incoming.ts';

/** Something that came from somebody, read and bounded; nothing of it is kept yet. */
export type Arrival =
  | { readonly kind: 'lesson'; readonly lesson: Lesson; readonly by: 'link' | 'file' }
  | { readonly kind: 'result'; readonly result: LessonResult; readonly by: 'link' | 'file' }
  | {
      readonly kind: 'fault';
      /** The file's name; null for a link. */
      readonly name: string | null;
      readonly fault: LessonFault['kind'] | LinkFault['kind'];
      readonly where: string;
    };

/** Reads what a link carries. */
export async function readLink(view: 'lesson' | 'result', payload: string): Promise<Arrival> {
  const text = await unpackText(payload);
  if (!text.ok) return { kind: 'fault', name: null, fault: text.failure.kind, where: '' };
  return view === 'lesson'
    ? arrived(readPackedLesson(text.value), null, (lesson) => ({ kind: 'lesson', lesson, by: 'link' }))
    : arrived(readPackedResult(text.value), null, (result) => ({ kind: 'result', result, by: 'link' }));
}

/** Reads a file that claims to be a lesson or a result; another is refused as such. */
export function readFile({ name, text }: IncomingFile): Arrival {
  return kindOf(text) === 'result'
    ? arrived(readResult(text), name, (result) => ({ kind: 'result', result, by: 'file' }))
    : arrived(readLesson(text), name, (lesson) => ({ kind: 'lesson', lesson, by: 'file' }));
}

/** Reads a file that was picked or dropped; one that is too large is not even opened. */
export async function readPicked(file: File): Promise<Arrival> {
  // A letter takes up to three bytes.
  if (file.size > LESSON_LIMITS.file * 3) return { kind: 'fault', name: file.name, fault: 'tooLarge', where: '' };
  try {
    return readFile({ name: file.name, text: await file.text() });
  } catch {
    return { kind: 'fault', name: file.name, fault: 'notJson', where: '' };
  }
}

function arrived<Value>(
  read: Result<Value, LessonFault>,
  name: string | null,
  make: (value: Value) => Arrival,
): Arrival {
  if (read.ok) return make(read.value);
  return { kind: 'fault', name, fault: read.failure.kind, where: read.failure.where };
}
