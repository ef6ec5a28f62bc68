import { type EntityManager, In } from 'typeorm';
import type { PlainFacts } from '../../domain/policy/subjects';
import { insertRecorded } from '../../platform/audit/records';
import { IndicatorFigureEntity } from './indicator-figure.entity';

/** A figure as it was entered. */
export type KeptFigure = IndicatorFigureEntity;

/** What is entered at once: of one line, about whom and which period, of one day and paper. */
export interface NewFigures {
  readonly packId: string;
  readonly line: string;
  readonly aboutId: string;
  readonly period: string;
  readonly figuresOn: string;
  readonly paper: string;
  readonly figures: readonly { readonly figure: string; readonly value: string }[];
  readonly enteredBy: string;
  readonly enteredAt: string;
}

/** The word under which the day stands on which something due was done. */
export const DONE_ON = 'done_on';

/** Every figure of a document that these offices entered, the oldest first. */
export async function readFiguresOf(
  db: EntityManager,
  officeIds: readonly string[],
  packId: string,
): Promise<KeptFigure[]> {
  const rows = await db.findBy(IndicatorFigureEntity, { collectiveId: In([...officeIds]), packId });
  return rows.sort((one, other) => {
    const [mine, theirs] = [
      `${one.enteredAt} ${one.collectiveId}`,
      `${other.enteredAt} ${other.collectiveId}`,
    ];
    return mine < theirs ? -1 : mine > theirs ? 1 : one.number - other.number;
  });
}

/** Keeps figures after those of the office that are there. */
export async function keepFigures(tx: EntityManager, officeId: string, given: NewFigures): Promise<number> {
  const { figures, ...said } = given;
  const before = await tx.countBy(IndicatorFigureEntity, { collectiveId: officeId });
  const rows = figures.map((figure, index) => ({
    ...{ collectiveId: officeId, number: before + index + 1 },
    ...{ ...said, ...figure },
  }));
  await insertRecorded(tx, IndicatorFigureEntity, rows);
  return rows.length;
}

/** What holds: the last that was entered of the same. */
export function lastOf(
  kept: readonly KeptFigure[],
  of: Pick<KeptFigure, 'line' | 'aboutId' | 'period' | 'figure'>,
): KeptFigure | undefined {
  return kept.findLast(
    (each) =>
      each.line === of.line &&
      each.aboutId === of.aboutId &&
      each.period === of.period &&
      each.figure === of.figure,
  );
}

/** The part and the whole that hold of a line, of whom and which period. */
export function standingFigures(
  kept: readonly KeptFigure[],
  of: Pick<KeptFigure, 'line' | 'aboutId' | 'period'>,
): PlainFacts {
  return Object.fromEntries(
    ['part', 'whole'].flatMap((figure) => {
      const value = lastOf(kept, { ...of, figure })?.value;
      return value === undefined ? [] : [[figure, value]];
    }),
  );
}
