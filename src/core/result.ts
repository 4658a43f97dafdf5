/** Success, or a failure we expected. Failures are values: nothing in `core` throws for bad input. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

export const success = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });
export const failure = <Failure>(value: Failure): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure: value,
});
