// Before the first paint: the reader's colours, so that a dark page does not flash white. A file of its own, because the
// Content-Security-Policy allows no script inside the page; it only reads, and src/session checks the same record.
try {
  const { theme, language } = JSON.parse(localStorage.getItem('isnad-reader')).state.settings;
  if (['light', 'dark', 'sepia', 'contrast'].includes(theme)) document.documentElement.dataset.theme = theme;
  if (language === 'en') Object.assign(document.documentElement, { lang: 'en', dir: 'ltr' });
} catch {
  // Nothing kept, or not ours: the page starts as it is.
}
