import type { EntityManager } from 'typeorm';
import type { ProcedureObjection } from '../../domain/approvals/procedure-objections';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import type { Dividend, DividendLine, KeptRound } from '../../domain/uses/dividend';
import type { ToldStep } from '../approvals/procedures.service';
import {
  DividendDropEntity,
  DividendGivingEntity,
  DividendLineEntity,
  DividendRoundEntity,
} from './dividend.entity';

/** How far a round is. `takenBack`: it was given, and its voucher reversed since. */
export type RoundState = 'drafted' | 'dropped' | 'given' | 'takenBack';

/** By which voucher a round was given, and what it was judged by. */
export interface ToldGiving {
  readonly entryId: string;
  readonly decidedOn: CalendarDay;
  readonly packId: string;
  readonly packDigest: string;
  readonly households: number;
  readonly distributable: Fen;
  readonly judged: readonly { readonly rule: string; readonly outcome: string }[];
}

/** A round with everything that was noted of it. */
export interface ToldRound extends Dividend, KeptRound {
  readonly id: string;
  readonly pool: Dividend['pool'];
  readonly holders: number;
  readonly counted: readonly number[];
  readonly routeId: string;
  readonly digest: string;
  readonly draftedOn: CalendarDay;
  readonly draftedBy: string;
  readonly lines: readonly DividendLine[];
  readonly steps: readonly ToldStep[];
  /** What was said of it while it hung. */
  readonly objections: readonly ProcedureObjection[];
  readonly dropped: string | undefined;
  readonly giving: ToldGiving | undefined;
  readonly state: RoundState;
}

/** What is known of rounds beside their own rows. */
interface Beside {
  readonly steps: ReadonlyMap<string, readonly ToldStep[]>;
  readonly objections: ReadonlyMap<string, readonly ProcedureObjection[]>;
  readonly reversed: ReadonlySet<string>;
}

/** Every round of a collective by number. */
export async function readRounds(
  db: EntityManager,
  collectiveId: string,
  beside: Beside,
): Promise<ToldRound[]> {
  const where = { collectiveId };
  const rounds = await db.find(DividendRoundEntity, { where, order: { roundNumber: 'ASC' } });
  if (rounds.length === 0) return [];
  const order = { roundId: 'ASC', lineNumber: 'ASC' } as const;
  const lines = new Map<string, DividendLine[]>();
  for (const { roundId, oddFen, ...line } of await db.find(DividendLineEntity, { where, order })) {
    const { holderId, holdingNumber, hundredths, before, amount } = line;
    const own = lines.get(roundId) ?? [];
    own.push({ holderId, holdingNumber, hundredths, before, amount, oddFen: oddFen === 1 });
    lines.set(roundId, own);
  }
  const drops = new Map((await db.findBy(DividendDropEntity, where)).map((row) => [row.roundId, row.why]));
  const givings = new Map((await db.findBy(DividendGivingEntity, where)).map((row) => [row.roundId, row]));
  return rounds.map(({ roundNumber: number, enteredOn, enteredBy, id, ...round }) => {
    const { pool, amount, rollOn, holders, counted, why, paper, routeId, digest } = round;
    const giving = givings.get(id);
    const dropped = drops.get(id);
    return {
      ...{ id, number, pool, amount, rollOn, holders, counted, why, paper, routeId, digest },
      ...{ draftedOn: enteredOn, draftedBy: enteredBy, dropped },
      lines: lines.get(id) ?? [],
      steps: beside.steps.get(id) ?? [],
      objections: beside.objections.get(id) ?? [],
      giving: giving === undefined ? undefined : toldGiving(giving),
      state: stateOf({ dropped, entryId: giving?.entryId }, beside.reversed),
    };
  });
}

function toldGiving(row: DividendGivingEntity): ToldGiving {
  const { entryId, decidedOn, packId, packDigest, households, distributable, judged } = row;
  return { entryId, decidedOn, packId, packDigest, households, distributable, judged };
}

function stateOf(
  { dropped, entryId }: { readonly dropped: string | undefined; readonly entryId: string | undefined },
  reversed: ReadonlySet<string>,
): RoundState {
  if (dropped !== undefined) return 'dropped';
  if (entryId === undefined) return 'drafted';
  return reversed.has(entryId) ? 'takenBack' : 'given';
}
