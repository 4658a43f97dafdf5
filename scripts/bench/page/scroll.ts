/**
 * Scrolls the window by `step` pixels in each of so many frames: the milliseconds from each frame to the next. Stands by
 * itself, so that it can be sent into any page.
 */
export async function scrollFrames({
  frames,
  step,
}: {
  readonly frames: number;
  readonly step: number;
}): Promise<number[]> {
  const intervals: number[] = [];
  let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  for (let frame = 0; frame < frames; frame++) {
    window.scrollBy(0, step);
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    intervals.push(now - last);
    last = now;
  }
  return intervals;
}
