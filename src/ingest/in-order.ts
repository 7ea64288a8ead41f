/** Several things at once, given back in the order in which they were asked for. */

/**
 * Starts `start` for up to `width` items ahead of the one that is being given out. A rejection comes
 * out at the item's own place; those behind it are not lost sight of when the caller stops there.
 */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  width: number,
  start: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  let next = 0;
  for (;;) {
    for (; next < items.length && running.length < width; next += 1) {
      const result = start(items[next] as Item);
      // Nobody may ever ask for this one; without a handler its rejection would end the process.
      result.catch(() => undefined);
      running.push(result);
    }
    const first = running.shift();
    if (first === undefined) return;
    yield await first;
  }
}
