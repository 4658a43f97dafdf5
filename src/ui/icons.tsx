/** The few signs of the interface, drawn for it: strokes of one weight, 24 units, in the colour of the text around. */
type IconName =
  | 'close'
  | 'settings'
  | 'voices'
  | 'next'
  | 'previous'
  | 'back'
  | 'search'
  | 'return'
  | 'show'
  | 'key'
  | 'link'
  | 'share'
  | 'original'
  | 'add'
  | 'paragraph'
  | 'lesson'
  | 'done'
  | 'undo'
  | 'redo'
  | 'tag'
  | 'list'
  | 'pen'
  | 'copy'
  | 'save'
  | 'vowels'
  | 'sound';

const PATHS: Readonly<Record<IconName, string>> = {
  close: 'M6 6l12 12M18 6L6 18',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 7a2 2 0 1 0 0 .01M9 17a2 2 0 1 0 0 .01',
  voices: 'M9 8l-4 4 4 4M15 8l-4 4 4 4M20 6v12',
  next: 'M10 5l-6 7 6 7M20 12H5',
  previous: 'M14 5l6 7-6 7M4 12h15',
  back: 'M14 5l6 7-6 7M4 12h15',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20',
  return: 'M9 7L4 12l5 5M4 12h10a5 5 0 0 1 5 5v1',
  show: 'M4 12s3-6 8-6 8 6 8 6-3 6-8 6-8-6-8-6zM12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  copy: 'M9 9h10v11H9zM15 9V4H5v11h4',
  save: 'M12 4v11M8 11l4 4 4-4M5 20h14',
  sound: 'M14 5v14l-5-4H5V9h4zM17.5 9a4 4 0 0 1 0 6M20 6.5a8 8 0 0 1 0 11',
  done: 'M5 13l4.5 4.5L19 7.5',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.6-5.7l-1.3 1.2M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.6 5.7l1.3-1.2',
  share: 'M8 9l4-4 4 4M12 5v10M6 12v6.5h12V12',
  original: 'M13 5h6v6M19 5l-8 8M10 6H5v13h13v-5',
  add: 'M12 5v14M5 12h14',
  paragraph: 'M4 6h16M4 10h16M4 14h16M10 18h10',
  lesson: 'M12 7c-2-1.6-4.6-2-8-2v13c3.4 0 6 .4 8 2 2-1.6 4.6-2 8-2V5c-3.4 0-6 .4-8 2zM12 7v13',
  undo: 'M15 6l5 5-5 5M20 11h-9a6 6 0 0 0-6 6v2',
  redo: 'M9 6l-5 5 5 5M4 11h9a6 6 0 0 1 6 6v2',
  tag: 'M4 12V5h7l9 9-7 6zM8 9a.5.5 0 1 0 0 .01',
  list: 'M20 6h.01M20 12h.01M20 18h.01M16 6H4M16 12H4M16 18H4',
  pen: 'M4 20l1-5L16 4l4 4L9 19zM13 7l4 4',
  vowels: 'M4 12c0 3 3 4 8 4s8-1 8-4M8 7l5-3M11 21l5-3',
  key: 'M4 6h4v4H4zM4 14h4v4H4zM11 8h9M11 16h9',
};

/** Drawn for a right-to-left page; `turns` mirrors it where the interface runs from the left. */
export function Icon({ name, turns = false }: { readonly name: IconName; readonly turns?: boolean }) {
  return (
    <svg
      className={turns ? 'icon icon-turns' : 'icon'}
      viewBox="0 0 24 24"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/**
 * The mark: three rhombic dots, the measure of Arabic calligraphy, handed down a stroke like a report down its chain; the
 * last one, the reader's, stands open.
 */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false" className="mark">
      <path
        d="M24 6C24 14 8 11 8 19c0 4 4 6 8 6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        opacity=".55"
      />
      <path d="M24 1.6l4.4 4.4L24 10.4 19.6 6z" fill="currentColor" />
      <path d="M11.5 10.8l3.9 3.9-3.9 3.9-3.9-3.9z" fill="currentColor" />
      <path
        d="M19.5 20.9l4.1 4.1-4.1 4.1-4.1-4.1z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinejoin="round"
      />
    </svg>
  );
}
