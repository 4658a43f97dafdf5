// Before the first paint: the reader's colours, type and language. A file of its own, for the content policy allows no script
// in the page. It only reads: src/session checks the same record, a test holds it to src/app/appearance.ts.
const root = document.documentElement;
root.dataset.scripted = '';
// Without the app the page is as it was written: to be read.
const letGo = () => {
  delete root.dataset.scripted;
  delete root.dataset.awaits;
};
addEventListener('error', ({ target }) => target instanceof HTMLScriptElement && letGo(), true);
try {
  const { settings } = JSON.parse(localStorage.getItem('isnad-reader')).state;
  const one = (values, chosen, otherwise) => (Object.hasOwn(values, chosen) ? values[chosen] : otherwise);
  const { theme, face, size, leading, width, language, digits, tashkeel } = settings;
  const sans = face === 'sans';
  const style = (name, value) => root.style.setProperty(`--reading-${name}`, value);
  if (['light', 'dark', 'sepia', 'contrast'].includes(theme)) root.dataset.theme = theme;
  style('face', sans ? 'var(--plain)' : 'var(--serif)');
  style('size', `${([17, 19, 21, 23, 26, 30, 35][typeof size === 'number' ? size : 2] ?? 21) / 16}rem`);
  style('leading', String(one({ snug: 1.8, normal: 2.05, loose: 2.4 }, leading, 2.05) - (sans ? 0.1 : 0)));
  style('width', one({ narrow: '28rem', normal: '35rem', wide: '46rem' }, width, '35rem'));
  if (language === 'en') Object.assign(root, { lang: 'en', dir: 'ltr' });
  // What the page as written cannot follow waits for the app.
  if (language === 'en' || digits === 'latn') root.dataset.awaits = 'words';
  if (tashkeel === false && 'marked' in root.dataset) root.dataset.awaits = 'all';
} catch {
  // Nothing kept, or not ours.
}
if (/[?&]view=embed(&|$)/.test(location.search)) root.dataset.awaits = 'all';
