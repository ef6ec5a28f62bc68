import type { EntityManager } from 'typeorm';
import type { Chart } from '../../domain/ledger/chart';
import type { ChainEnd, CheckedEntry, Findings } from '../../domain/ledger/check-pass';

/** The books that are being checked, and where what is found goes. */
export interface CheckedBooks {
  readonly db: EntityManager;
  readonly collectiveId: string;
  readonly chartOf: (version: string) => Chart | undefined;
  readonly findings: Findings;
  /** The end of the pass's own chain as an earlier check saw it. */
  readonly seen: ChainEnd | undefined;
}

/**
 * What a step that keeps rows beside the books adds to their check: its own pass. The ledger knows no step,
 * so each hands its pass in.
 */
export abstract class StepCheck {
  /** The name of the pass; its word stands in the glossary under `checkPass.`. */
  abstract readonly pass: string;

  /**
   * Whether its rows are looked at whenever a month is sealed, not only by the whole check: what a lawful act
   * could have set apart from the books may not be sealed with them.
   */
  readonly looksAtSealing: boolean = false;

  /** Holds the step's rows against a run of entries, in the order of the chain. */
  abstract checkEntries(books: CheckedBooks, entries: readonly CheckedEntry[]): Promise<void>;

  /** What no run of entries shows: rows whose entry is not there. */
  abstract checkRows(books: CheckedBooks): Promise<void>;
}
