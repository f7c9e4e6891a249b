/** Does something with each, so many at a time, started in order. */
export async function inParallel<T>(
  list: readonly T[],
  atOnce: number,
  work: (one: T, rank: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let rank = next++; rank < list.length; rank = next++) {
      const one = list[rank];
      if (one !== undefined) await work(one, rank);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, list.length) }, worker));
}
