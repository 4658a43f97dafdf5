/** Agreement on labels of the same items: one row of labels for each observer, item by item. */
import { type Measured, measured, ratio, unmeasured } from './measured.ts';

/** The part of the items to which both gave the same label. Items beyond the shorter row are not looked at. */
export function observedAgreement(left: readonly string[], right: readonly string[]): Measured {
  const items = Math.min(left.length, right.length);
  let same = 0;
  for (let item = 0; item < items; item++) if (left[item] === right[item]) same++;
  return ratio(same, items);
}

/**
 * Cohen's kappa: (p_o − p_c) / (1 − p_c), where p_c is the agreement expected of two observers who label independently, each
 * after their own habit (J. Cohen, “A coefficient of agreement for nominal scales”, Educational and Psychological
 * Measurement 20, 1960, 37–46). 1 is perfect agreement, 0 what chance gives, below 0 less than chance.
 */
export function cohenKappa(left: readonly string[], right: readonly string[]): Measured {
  const items = Math.min(left.length, right.length);
  if (items === 0) return unmeasured('noItems');
  const lefts = countOf(left.slice(0, items));
  const rights = countOf(right.slice(0, items));
  // In whole numbers until the last step: 1 − p_c must be nothing exactly where it is nothing.
  let chance = 0;
  for (const [label, count] of lefts) chance += count * (rights.get(label) ?? 0);
  if (chance === items * items) return unmeasured('noVariation');
  let same = 0;
  for (let item = 0; item < items; item++) if (left[item] === right[item]) same++;
  return measured((same * items - chance) / (items * items - chance));
}

/**
 * Krippendorff's alpha for nominal data: 1 − D_o / D_e from the matrix of coincidences (K. Krippendorff, Computing
 * Krippendorff's Alpha-Reliability, 2011; Content Analysis, 3rd ed., 2013, chapter 12). Any number of observers; `null` where
 * one did not judge an item, and items with fewer than two judgements are left out, as the author has it. Data without
 * variation have no alpha: with one value only, chance cannot be told from agreement.
 */
export function nominalAlpha(rows: readonly (readonly (string | null)[])[]): Measured {
  if (rows.length < 2) return unmeasured('fewObservers');
  const totals = new Map<string, number>();
  let pairable = 0;
  let disagreement = 0;
  const items = Math.max(...rows.map((row) => row.length));
  for (let item = 0; item < items; item++) {
    const values = rows.flatMap((row) => row[item] ?? []);
    if (values.length < 2) continue;
    const counts = countOf(values);
    pairable += values.length;
    let different = 0;
    for (const [value, count] of counts) {
      totals.set(value, (totals.get(value) ?? 0) + count);
      different += count * (values.length - count);
    }
    disagreement += different / (values.length - 1);
  }
  if (pairable === 0) return unmeasured('noItems');
  let expected = 0;
  for (const count of totals.values()) expected += count * (pairable - count);
  if (expected === 0) return unmeasured('noVariation');
  return measured(1 - ((pairable - 1) * disagreement) / expected);
}

function countOf(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
