import type { DatabaseSettings } from '../../src/platform/database/engine';
import type { payoutsOn } from '../support/payouts';
import { ACCOUNTANT } from '../support/village';

export const TODAY = '2025-07-20';
export const LAYOUT = 'rural-bank-fixed';

/** Where a program dies: the file taken; the voucher written, not kept yet; all of it kept. */
export const ENDS = ['between', 'within', 'after'] as const;
export type End = (typeof ENDS)[number];

/** Which list a program of its own takes to the bank, and where it stops to be killed. */
export interface AnswerWish {
  readonly settings: DatabaseSettings;
  readonly villageId: string;
  readonly listId: string;
  readonly end: End;
}

type Bank = ReturnType<typeof payoutsOn>['bank'];

/** The bank paid the first line and not the second: one command under its key, whoever sends it. */
export function takeAnswer(bank: Bank, villageId: string, listId: string): Promise<{ id: string }> {
  const returned = [{ numbers: [2], kind: 'closed' as const, reason: 'closed' }];
  const taken = { day: TODAY, paid: [1], returned, fileDigest: 'a'.repeat(64) };
  const read = () => Promise.resolve(taken);
  const answer = { id: listId, keptId: 'kept', bankDay: TODAY, read };
  return bank.takeResults(villageId, answer, { ...ACCOUNTANT, key: `answer-of-${listId}` });
}
