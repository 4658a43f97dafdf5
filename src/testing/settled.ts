import { act } from 'react';

/**
 * Runs what changes the screen from without (a first rendering, another language) and waits until React has done all that
 * follows of it. Presses and keys need it not: their changes are on the screen when the browser has delivered them.
 */
export async function settled(run: () => void | Promise<void>): Promise<void> {
  const world = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };
  world.IS_REACT_ACT_ENVIRONMENT = true;
  try {
    await act(async () => {
      await run();
    });
  } finally {
    world.IS_REACT_ACT_ENVIRONMENT = false;
  }
}
