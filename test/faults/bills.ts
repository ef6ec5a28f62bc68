import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DatabaseSettings } from '../../src/platform/database/engine';
import { expectSoundBooks } from '../books/invariants';
import type { Village } from '../support/village';

/** What a program of its own is to book. */
export interface BillsWish {
  readonly settings: DatabaseSettings;
  readonly villageId: string;
  /** Names the run, so that no two share a key. */
  readonly run: string;
  readonly posters: number;
  /** How many bills each poster books; one it is killed at is the last. */
  readonly bills: number;
}

/** What a program said: the number of each key it was told is kept, and how it failed. */
export interface Said {
  readonly kept: Map<string, number>;
  readonly failures: string[];
}

export const keyOf = (run: string, poster: number, bill: number): string =>
  `${run}-${String(poster)}-${String(bill)}`;

/** Books one bill under its key and answers with the number of its voucher. */
export async function payBill(village: Village, key: string): Promise<number> {
  const form = { kind: 'insurance', name: key, postedOn: '2025-03-03', amount: '0.01', reason: '' };
  const answer = await village.services.deductions.recordDeduction(village.id, form, { by: 'bills', key });
  return answer.voucher.voucherNumber;
}

const PROGRAM = [join(__dirname, '../support/run-typescript.js'), join(__dirname, 'post-bills.ts')];

/** Starts a program that books; `limitKb` is the largest file it may write, as on a disk that is full. */
export function startBills(wish: BillsWish, limitKb?: number): ChildProcess {
  const words = [process.execPath, ...PROGRAM, JSON.stringify(wish)];
  const stdio: ['ignore', 'pipe', 'inherit'] = ['ignore', 'pipe', 'inherit'];
  if (limitKb === undefined) return spawn(process.execPath, words.slice(1), { stdio });
  return spawn('bash', ['-c', `ulimit -f ${String(limitKb)}; exec "$@"`, 'bash', ...words], { stdio });
}

/** Reads what the program says to its end. @param heard told after each thing said */
export async function listenTo(program: ChildProcess, heard?: (said: Said) => void): Promise<Said> {
  const said: Said = { kept: new Map(), failures: [] };
  if (program.stdout === null) throw new Error('a program that books speaks');
  const exit = once(program, 'exit');
  for await (const line of createInterface({ input: program.stdout })) {
    const [key = '', number] = line.split(' ');
    if (line.startsWith('!')) said.failures.push(line.slice(1));
    else said.kept.set(key, Number(number));
    heard?.(said);
  }
  await exit;
  return said;
}

/**
 * What must hold of the books after any fault: they are sound, each bill that was said to be kept stands
 * under the number that was said, every voucher has its bill, and none stands twice.
 * @param kept the number of each bill by its key
 */
export async function expectKept(village: Village, kept: ReadonlyMap<string, number>): Promise<string[]> {
  const vouchers = await expectSoundBooks(village);
  const { breaks } = await village.services.check.checkBooks(village.id);
  expect(breaks).toEqual([]);
  const bills = await village.services.deductions.listDeductions(village.id);
  const numberOf = new Map(vouchers.map((voucher) => [voucher.entryId, voucher.voucherNumber]));
  const standing = new Map(bills.map((bill) => [bill.name, numberOf.get(bill.entryId)]));
  expect(standing.size).toBe(bills.length);
  expect(bills).toHaveLength(vouchers.filter((voucher) => voucher.source.kind === 'deduction').length);
  const wrong = [...kept].filter(([key, number]) => standing.get(key) !== number);
  expect(wrong).toEqual([]);
  return [...standing.keys()].filter((key) => !kept.has(key));
}
