import { AsyncLocalStorage } from 'node:async_hooks';

/** Who gives the command that is being carried out: a person, through a page or a program of his. */
export interface Giver {
  readonly actor: string;
  /** What the person is for a collective, in names of roles parted by a space. */
  readonly roleAt: (collectiveId: string) => string;
  readonly way: 'page' | 'api';
  /** The address of the machine it came from. */
  readonly address: string;
  readonly at: string;
}

/** One for the whole program, as each such storage is carried along with every promise. */
const giving = new AsyncLocalStorage<() => Giver | undefined>();

/** Does the work of one request. @param find who gives it, asked when it is carried out: then it is known */
export function givenBy(find: () => Giver | undefined, work: () => void): void {
  giving.run(find, work);
}

/** Who gives the command; undefined for what the program does by itself. */
export function presentGiver(): Giver | undefined {
  return giving.getStore()?.();
}
