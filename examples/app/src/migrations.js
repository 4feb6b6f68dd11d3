/**
 * Where it is kept which steps were taken.
 *
 * @typedef {object} Store
 * @property {() => Promise<readonly string[]>} done names of the steps that were taken
 * @property {(name: string) => Promise<void>} keep
 */

/**
 * In this order, and none a second time. While one runs, the old revision still serves: a step takes nothing away that it needs.
 *
 * @type {readonly { name: string, take: () => Promise<void> }[]}
 */
const steps = [{ name: "0001-first", take: async () => undefined }];

/**
 * Takes the steps that are left, and gives their names. Stops at the first that fails; the next run goes on there.
 *
 * @param {Store} store
 * @param {typeof steps} all
 */
export async function migrate(store, all = steps) {
  const done = await store.done();
  const left = all.filter(({ name }) => !done.includes(name));
  for (const { name, take } of left) {
    await take();
    await store.keep(name);
  }
  return left.map(({ name }) => name);
}
