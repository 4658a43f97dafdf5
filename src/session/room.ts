/** How high the reader's own texts stood on the first screen: the next visit leaves them that room before they are here. */
const KEY = 'isnad-room';
/** Higher than three texts can be (CSS pixels): such a record is none of ours. */
const MOST = 2000;

/** In CSS pixels; 0 where there were none, or nothing can be read. */
export function roomKept(): number {
  try {
    const height = Number(localStorage.getItem(KEY));
    return Number.isFinite(height) && height > 0 && height < MOST ? Math.round(height) : 0;
  } catch {
    return 0;
  }
}

export function keepRoom(height: number): void {
  try {
    if (height > 0) localStorage.setItem(KEY, String(height));
    else localStorage.removeItem(KEY);
  } catch {
    // Then the page moves a little when they come.
  }
}
