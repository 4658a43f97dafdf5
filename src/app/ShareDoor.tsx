import type { ArticleLookup } from '../core/article/lookup.ts';
import type { ShareSubject } from '../features/sharing/subject.ts';
export function ShareDoor(_: {
  lookup: ArticleLookup;
  subject: ShareSubject;
  address: string;
  onClose: () => void;
  onLesson?: () => void;
}) {
  return null;
}
