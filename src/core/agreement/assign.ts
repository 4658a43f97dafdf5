/**
 * Who goes with whom: a one-to-one matching of two lists that maximises the sum of the weights of its pairs.
 *
 * Shortest augmenting paths with potentials (H. W. Kuhn 1955; J. Edmonds and R. M. Karp 1972) over the pairs that have a
 * weight at all: annotations that lie apart never meet, so the work stays near each annotation. Optimal for whole-number
 * weights; of two matchings of one weight always the same is found.
 */

export interface Candidate {
  readonly left: number;
  readonly right: number;
  /** A whole number above 0; others are passed over. */
  readonly weight: number;
}

/** For each of `count` on the left its index on the right, or -1 where it is better left alone. */
export function assign(count: number, candidates: readonly Candidate[]): number[] {
  const edges: { to: number; weight: number }[][] = Array.from({ length: count }, () => []);
  let heaviest = 0;
  let rights = 0;
  for (const { left, right, weight } of candidates) {
    if (!(weight > 0)) continue;
    edges[left]?.push({ to: right, weight });
    heaviest = Math.max(heaviest, weight);
    rights = Math.max(rights, right + 1);
  }
  // Each on the left may stay alone: a partner of its own, numbered behind the right ones, that weighs nothing.
  const partner = Array.from({ length: count }, () => -1);
  const holder = new Map<number, number>();
  const potentialLeft = Array.from({ length: count }, () => 0);
  const potentialRight = new Map<number, number>();
  const price = (right: number) => potentialRight.get(right) ?? 0;

  for (let start = 0; start < count; start++) {
    const distance = new Map<number, number>();
    const via = new Map<number, number>();
    const settled = new Set<number>();
    const queue = new Queue();
    let at = start;
    let travelled = 0;
    let free = -1;
    const reach = (to: number, cost: number) => {
      if (settled.has(to)) return;
      const far = travelled + cost - (potentialLeft[at] as number) - price(to);
      if (far >= (distance.get(to) ?? Number.POSITIVE_INFINITY)) return;
      distance.set(to, far);
      via.set(to, at);
      queue.push(far, to);
    };
    while (free < 0) {
      for (const { to, weight } of edges[at] as { to: number; weight: number }[]) reach(to, heaviest - weight);
      reach(rights + at, heaviest);
      const [far, next] = queue.pop((entry) => settled.has(entry));
      travelled = far;
      const held = holder.get(next);
      if (held === undefined) free = next;
      else {
        settled.add(next);
        at = held;
      }
    }
    potentialLeft[start] = (potentialLeft[start] as number) + travelled;
    for (const right of settled) {
      const slack = travelled - (distance.get(right) as number);
      const held = holder.get(right) as number;
      potentialLeft[held] = (potentialLeft[held] as number) + slack;
      potentialRight.set(right, price(right) - slack);
    }
    for (let right = free; ; ) {
      const left = via.get(right) as number;
      const before = partner[left] as number;
      partner[left] = right;
      holder.set(right, left);
      if (left === start) break;
      right = before;
    }
  }
  return partner.map((right) => (right < rights ? right : -1));
}

/** The nearest first; of two equally near the lower number. */
class Queue {
  readonly #heap: (readonly [number, number])[] = [];

  push(far: number, what: number): void {
    const heap = this.#heap;
    heap.push([far, what]);
    for (let at = heap.length - 1; at > 0; ) {
      const above = (at - 1) >> 1;
      if (!this.#before(at, above)) break;
      this.#swap(at, above);
      at = above;
    }
  }

  /** The nearest that is not stale. There always is one: whoever is left may stay alone. */
  pop(stale: (what: number) => boolean): readonly [number, number] {
    for (;;) {
      const heap = this.#heap;
      const top = heap[0] as readonly [number, number];
      const last = heap.pop() as readonly [number, number];
      if (heap.length > 0) {
        heap[0] = last;
        for (let at = 0; ; ) {
          let least = at;
          for (const below of [2 * at + 1, 2 * at + 2]) {
            if (below < heap.length && this.#before(below, least)) least = below;
          }
          if (least === at) break;
          this.#swap(at, least);
          at = least;
        }
      }
      if (!stale(top[1])) return top;
    }
  }

  #before(a: number, b: number): boolean {
    const [farA, whatA] = this.#heap[a] as readonly [number, number];
    const [farB, whatB] = this.#heap[b] as readonly [number, number];
    return farA < farB || (farA === farB && whatA < whatB);
  }

  #swap(a: number, b: number): void {
    const heap = this.#heap;
    const kept = heap[a] as readonly [number, number];
    heap[a] = heap[b] as readonly [number, number];
    heap[b] = kept;
  }
}
