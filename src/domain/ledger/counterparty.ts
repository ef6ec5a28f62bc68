/** The grid owes electricity: a word of its own, which nobody has to register. */
export const GRID = 'grid';

/** What is on its way to the owners of a joint station, whose books have not taken it yet: a word, too. */
export const TRANSIT = 'transit';

/** What of a kept station's slip is too little for a fen to each owner, and waits: a word as well. */
export const UNSPLIT = 'unsplit';

const WORDS: readonly string[] = [GRID, TRANSIT, UNSPLIT];

/** Whether what a line holds is a word of the program's, and nobody's name. */
export function isCounterpartyWord(counterparty: string): boolean {
  return WORDS.includes(counterparty);
}

/** The longest name, in characters. */
export const LONGEST_NAME = 100;

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Whether what a line holds is the id of a counterparty: the grid and what is on its way are words, and
 * older books hold names.
 */
export function isCounterpartyId(counterparty: string): boolean {
  return ID.test(counterparty);
}

/** By whom and for what a debt is told from another. */
export interface Dealing {
  readonly counterparty?: string;
  readonly assetId?: string;
  readonly stream?: string;
}

/**
 * The one other whose debts are a row of their own, as text: a counterparty, whatever the debts are for.
 * What the grid owes is told apart by station and stream, since fee and subsidy fall due at different times,
 * and so is what names nobody.
 */
export function partyOf({ counterparty, assetId, stream }: Dealing): string {
  const isNamed = counterparty !== undefined && !isCounterpartyWord(counterparty);
  return JSON.stringify(isNamed ? { counterparty } : { counterparty, assetId, stream });
}

/**
 * The register of counterparties as lines go by it. A line holds an id, which reads as the name; what was
 * booked before ids were holds the name, which is that of the counterparty who bears it.
 */
export class CounterpartyNames {
  private readonly ids: ReadonlyMap<string, string>;

  /** @param names by id */
  constructor(private readonly names: ReadonlyMap<string, string>) {
    this.ids = new Map([...names].map(([id, name]) => [name, id]));
  }

  /** The one counterparty, whichever way a line names it; a text that nobody bears stays as it is. */
  idOf(counterparty: string): string {
    return this.names.has(counterparty) ? counterparty : (this.ids.get(counterparty) ?? counterparty);
  }

  /** Whether an id is somebody's. */
  has(id: string): boolean {
    return this.names.has(id);
  }

  /** The name; a text that is none of an id stays as it is. */
  nameOf(counterparty: string): string {
    return this.names.get(counterparty) ?? counterparty;
  }

  /** A line with its counterparty by id. */
  byId<Line extends { readonly counterparty?: string }>(line: Line): Line {
    const { counterparty } = line;
    return counterparty === undefined ? line : { ...line, counterparty: this.idOf(counterparty) };
  }
}
