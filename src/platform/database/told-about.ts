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

/** A command that came to nothing: its name, and what it had told of itself by then. */
export interface Tried {
  readonly name: string;
  readonly about: About;
}

/** By what the command was refused with. */
const tried = new WeakMap<object, Tried>();

/** Says which command it was that came to nothing by this error; the innermost that says it is told. */
export function noteTried(error: unknown, command: Tried): void {
  if (typeof error === 'object' && error !== null && !tried.has(error)) tried.set(error, command);
}

/** Which command came to nothing by this error; undefined where it was refused before it began. */
export function triedWith(error: unknown): Tried | undefined {
  return typeof error === 'object' && error !== null ? tried.get(error) : undefined;
}
