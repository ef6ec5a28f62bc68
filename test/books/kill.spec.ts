import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DeductionsService } from '../../src/features/deductions/deductions.service';
import { describeOn, type OpenDatabase } from '../support/engines';
import { byTier } from '../support/tier';
import { Village } from '../support/village';
import { expectSoundBooks } from './invariants';

const PROGRAM = [join(__dirname, 'run-typescript.js'), './post-until-killed.ts'];
const ROUNDS = byTier(3, 100);

describeOn('sqlite', 'a program that is killed while it books', (open) => {
  it('leaves whole vouchers only: none it said is lost, no bill is without its voucher', async () => {
    const opened = await open();
    const first = await Village.start(opened.database);
    const { id, services } = first;
    await first.openWith(100_000_000n);
    const said: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      said.push(...(await postAndKill(opened, id, 5 + 7 * (round % 5))));
      const after = await open({ settings: opened.settings });
      const village = Village.at(after.database, id, services.clock);
      const vouchers = await expectSoundBooks(village);
      const kept = new Set(vouchers.map((voucher) => voucher.voucherNumber));
      expect(said.filter((number) => !kept.has(number))).toEqual([]);
      const bills = vouchers.filter((voucher) => voucher.source.kind === 'deduction');
      await expectFacts(village.services.deductions, id, bills);
      await after.close();
    }
    expect(new Set(said).size).toBe(said.length);
    expect(said.length).toBeGreaterThanOrEqual(5 * ROUNDS);
  });
});

/** Lets a program book until it has said so many numbers, kills it, and gives back the numbers it said. */
async function postAndKill(opened: OpenDatabase, villageId: string, count: number): Promise<number[]> {
  const { settings } = opened;
  if (settings.engine !== 'sqlite') throw new Error('this program books on SQLite');
  const program = spawn(process.execPath, [...PROGRAM, settings.file, villageId], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit: Promise<unknown[]> = once(program, 'exit');
  const said: number[] = [];
  for await (const line of createInterface({ input: program.stdout })) {
    said.push(Number(line));
    if (said.length === count) program.kill('SIGKILL');
  }
  const [, signal] = await exit;
  expect(signal).toBe('SIGKILL');
  return said;
}

/** Every bill has its voucher and every voucher its bill. */
async function expectFacts(
  deductions: DeductionsService,
  villageId: string,
  vouchers: readonly { readonly entryId: string }[],
): Promise<void> {
  const rows = await deductions.listDeductions(villageId);
  const booked = rows.map((row) => row.entryId).sort();
  expect(booked).toEqual(vouchers.map((voucher) => voucher.entryId).sort());
}
