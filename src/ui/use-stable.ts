import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * The same function at every rendering, doing what the latest one would do: for handlers handed to parts that should not
 * be rendered anew because a handler is. Not to be called while rendering.
 */
export function useStable<Arguments extends unknown[], Answer>(latest: (...values: Arguments) => Answer) {
  const act = useRef(latest);
  useLayoutEffect(() => {
    act.current = latest;
  });
  return useCallback((...values: Arguments): Answer => act.current(...values), []);
}
