/** A measure's value, or why it has none. A measure never answers NaN. */
export type Measured =
  | { readonly defined: true; readonly value: number }
  | { readonly defined: false; readonly reason: Undefined };

/**
 * `noItems`: nothing to judge. `noUnits`: nobody marked anything. `noVariation`: only one label was ever used, so that chance
 * alone would agree always. `fewObservers`: fewer than two.
 */
export type Undefined = 'noItems' | 'noUnits' | 'noVariation' | 'fewObservers';

export const measured = (value: number): Measured => ({ defined: true, value });
export const unmeasured = (reason: Undefined): Measured => ({ defined: false, reason });

/** The part, where there is a whole. */
export const ratio = (part: number, whole: number): Measured =>
  whole === 0 ? unmeasured('noItems') : measured(part / whole);
