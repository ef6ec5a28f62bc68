import type { EntityManager } from 'typeorm';

/**
 * What a command was about, as the program says it itself: ids, days, codes of registers, counts. Nothing
 * that a person typed freely.
 */
export type About = Readonly<Record<string, string | number>>;

/** By the transaction that carries the command out. */
const told = new WeakMap<EntityManager, About>();

/** Says in a command's transaction what it is about; said again, both are told. */
export function tellAbout(tx: EntityManager, about: About): void {
  told.set(tx, { ...told.get(tx), ...about });
}

/** What the command of a transaction was about, once: the next command in it says its own. */
export function takeAbout(tx: EntityManager): About | undefined {
  const about = told.get(tx);
  told.delete(tx);
  return about;
}
