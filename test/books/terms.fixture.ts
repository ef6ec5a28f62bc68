import type { Fen } from '../../src/domain/money/fen';
import { plainYuan } from '../../src/domain/money/fen';
import { CutEntryService } from '../../src/features/income/cut-entry.service';
import type { Joint } from '../support/joint-station';
import { ACCOUNTANT, type Village } from '../support/village';

/** What is tried how often of the acts of {@link Terms}. */
export const TERM_WEIGHTS = { charge: 4, reprice: 1, cut: 3, keptCut: 2, advance: 3, repay: 4 };
export type TermAct = keyof typeof TERM_WEIGHTS;

/** With what a step is taken: on which day, with what amount, on which of the things there are. */
export interface Tried {
  readonly day: string;
  readonly amount: Fen;
  readonly choice: number;
}

export const pick = <T>(from: readonly T[], choice: number): T | undefined =>
  from[choice % Math.max(1, from.length)];

/** What stands in the register of the village that is followed: its ids. */
export interface Followed {
  readonly station: string;
  readonly lease: string;
  /** The contract of its upkeep. */
  readonly upkeep: string;
}

/** Acts on what the owner agreed, and on subsidy that comes late, less, or is advanced. */
export class Terms {
  private readonly east: Village;

  constructor(
    private readonly joint: Joint,
    private readonly own: Followed,
  ) {
    this.east = joint.east;
  }

  async charge({ choice, day }: Tried): Promise<unknown> {
    const { charges, deductions } = this.joint.services;
    const wanted = pick(await charges.listWanted(this.east.id, '2025-07-20'), choice);
    if (wanted === undefined) return undefined;
    const amount = plainYuan(choice % 5 === 0 ? wanted.amount + 1n : wanted.amount);
    const form = { kind: '', name: '', reason: '', contractId: this.own.upkeep, amount };
    const days = { postedOn: choice % 4 === 0 ? day : '2025-07-16', coversFrom: wanted.from };
    return deductions.recordDeduction(this.east.id, { ...form, ...days }, ACCOUNTANT);
  }

  reprice({ amount, choice, day }: Tried): Promise<unknown> {
    const kind = choice % 6 === 0 ? 'end' : 'price';
    const price = kind === 'price' ? plainYuan(amount) : '';
    const form = { kind, effectiveOn: day, newLastOn: '', price, reason: 'agreed' };
    return this.joint.services.costChanges.changeContract(
      this.east.id,
      { contractId: this.own.upkeep, form },
      ACCOUNTANT,
    );
  }

  cut(tried: Tried): Promise<unknown> {
    return this.cutOf(this.east, tried);
  }

  /** What a notice cuts with the keeper goes to his owners, where it may wait. */
  keptCut(tried: Tried): Promise<unknown> {
    return this.cutOf(this.joint.keeper, tried);
  }

  private async cutOf(of: Village, { amount, choice, day }: Tried): Promise<unknown> {
    const owed = pick(
      (await of.owed()).filter(({ stream }) => stream === 'subsidy'),
      choice,
    );
    if (owed === undefined) return undefined;
    const cutKind = choice % 3 === 0 ? 'keptOwing' : 'writtenOff';
    const typed = {
      cutKind,
      byPaper: 'Notice 7',
      reason: 'late',
      amounts: { [owed.id]: plainYuan(amount / 100n + 1n) },
    };
    const form = { ...typed, cutOn: choice % 4 === 0 ? day : '2025-07-16' };
    const { subsidyCuts, slips } = this.joint.services;
    return new CutEntryService(subsidyCuts, slips).recordCut(of.id, form, ACCOUNTANT);
  }

  advance({ amount, day }: Tried): Promise<unknown> {
    const form = {
      lender: 'Township',
      receivedOn: day,
      amount: plainYuan(amount / 3n + 1n),
      byPaper: 'Agreement',
    };
    return this.joint.services.subsidyAdvances.recordAdvance(this.east.id, form, ACCOUNTANT);
  }

  async repay({ amount, choice }: Tried): Promise<unknown> {
    const { subsidyAdvances } = this.joint.services;
    const advance = pick(await subsidyAdvances.listAdvances(this.east.id, '2025-07-17'), choice);
    if (advance === undefined) return undefined;
    const form = { repaidOn: '2025-07-17', amount: plainYuan(amount / 2n + 1n), reason: 'asked back' };
    return subsidyAdvances.repay(this.east.id, { advanceId: advance.id, form }, ACCOUNTANT);
  }
}
