import type { CheckResult } from '../../src/domain/ledger/check-pass';
import { readWitnessedHead, type WitnessedHead } from '../../src/domain/ledger/witness';
import { RefusedCommandsService } from '../../src/platform/audit/refused-commands.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Tampering } from '../support/tampering';
import { claimOf, Village } from '../support/village';
import { TAMPERED } from './tampered-books.fixture';
import { keysOf } from '../support/members';

const SOMEBODY = {
  ...{ actor: 'somebody', role: 'accountant', way: 'page' as const, address: '127.0.0.1' },
  command: 'POST',
};

/** Where a break stands, in one line: pass, code, place in the chain or month. */
const told = ({ breaks }: CheckResult): string[] =>
  breaks.map(({ pass, code, at }) => [pass, code, at.position ?? at.month ?? ''].join(' ').trim());

describeOnEachEngine('the check of the books', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let hand: Tampering;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(1_000_000n); // 1
    await village.hold('2025-01');
    await village.seal('2025-01');
    const station = await village.addStation();
    await village.settle(station, '2025-01', { kwh: 1_000 }); // 2
    await village.receive(await village.owed(), '2025-02-20'); // 3
    const { voucher } = await village.pay(70_000n, '2025-02-25'); // 4
    await village.settle(station, '2025-02', { kwh: 2_000 }); // 5
    await village.reverse(voucher.entryId, '2025-03-10'); // 6
    await village.pay(7_000n, '2025-03-11'); // 7
    const plan = await village.approvedPlan([claimOf(50_000n)]);
    await village.grant(plan.id, plan.claimIds[0] ?? ''); // 8
    const { services } = village;
    const refusals = new RefusedCommandsService(opened.database, services.clock, keysOf());
    for (const code of ['period.held', 'form.missing', 'deductions.abovePool']) {
      await refusals.record(village.id, { ...SOMEBODY, codes: [code], input: code });
    }
    hand = await Tampering.on(opened);
    await hand.keep();
  });
  afterEach(() => hand.putBack());
  afterAll(() => hand.close());

  const check = (...heads: WitnessedHead[]): Promise<CheckResult> =>
    village.services.check.checkBooks(village.id, { heads });
  const at = (position: number): string =>
    `collective_id = '${village.id}' AND chain_position = ${String(position)}`;
  const lineOf = (position: number): string =>
    `collective_id = '${village.id}' AND entry_id = (SELECT id FROM ledger_entries WHERE ${at(position)})`;
  const headRow = async (): Promise<{ chain_length: number; chain_head: string }> => {
    const { length, head } = await village.services.books.requireChain(village.id);
    return { chain_length: length, chain_head: head };
  };

  it('passes an untouched history with reversals, and says what it looked at', async () => {
    const result = await check();
    expect(told(result)).toEqual([]);
    expect(result.head).toEqual({ position: 8, hash: (await headRow()).chain_head });
    const looked = Object.fromEntries(result.passes.map((pass) => [pass.pass, pass.looked]));
    expect(looked).toMatchObject({ chain: 8, numbers: 8, colours: 8, pools: 8, reversals: 1, grants: 1 });
    expect(looked['balances']).toBeGreaterThan(14);
    expect(looked['receivables']).toBeGreaterThan(4);
    expect(looked['deductions']).toBe(2);
  });

  it.each(TAMPERED)('finds and locates $what', async ({ sql, found }) => {
    await hand.run(...sql(at, lineOf));
    expect(told(await check())).toEqual(expect.arrayContaining(found));
  });

  it.each<{ what: string; sql: string; found: string }>([
    { what: 'changed', sql: "UPDATE refused_commands SET codes = 'x' WHERE position = 2", found: '2' },
    { what: 'taken away', sql: 'DELETE FROM refused_commands WHERE position = 2', found: '2' },
    { what: 'taken away from the front', sql: 'DELETE FROM refused_commands WHERE position = 1', found: '1' },
  ])('finds a refusal that was $what', async ({ sql, found }) => {
    await hand.run(sql);
    expect(told(await check())).toEqual([`refusals check.refusalBroken ${found}`]);
  });

  it('seals sound books only: every pass runs from the last seal on', async () => {
    await village.hold('2025-02');
    const sealing = (): Promise<unknown> => village.seal('2025-02');
    await hand.run(`UPDATE receipts SET amount_fen = amount_fen + 1`);
    await expect(sealing()).rejects.toMatchObject({ problems: [{ code: 'check.receiptSum' }] });
    await hand.run(`UPDATE receipts SET amount_fen = amount_fen - 1`);
    const summary = (text: string): string => `UPDATE ledger_entries SET summary = ${text} WHERE ${at(4)}`;
    await hand.run(summary("summary || 'x'"));
    await expect(sealing()).rejects.toMatchObject({ problems: [{ code: 'check.entryChanged' }] });
    await hand.run(summary('substr(summary, 1, length(summary) - 1)'));
    await sealing();
    expect(told(await check())).toEqual([]);
  });

  it('leaves to the daily check what was sealed before', async () => {
    await hand.run(`UPDATE ledger_entries SET summary = 'other' WHERE ${at(1)}`);
    await village.hold('2025-02');
    await village.seal('2025-02');
    expect(told(await check())).toEqual(['chain check.entryChanged 1']);
  });

  it('finds an inserted voucher by the place it took', async () => {
    const [row] = await hand.rows(`SELECT * FROM ledger_entries WHERE ${at(4)}`);
    await hand.run(
      `UPDATE ledger_entries SET chain_position = chain_position + 1000 WHERE chain_position >= 5`,
      `UPDATE ledger_entries SET chain_position = chain_position - 999 WHERE chain_position >= 1000`,
    );
    await hand.insert('ledger_entries', { ...row, id: 'inserted', chain_position: 5, voucher_number: 99 });
    expect(told(await check())).toEqual(
      expect.arrayContaining([
        'chain check.linkBroken 5',
        'chain check.entryChanged 5',
        'colours check.fewLines 5',
      ]),
    );
  });

  it('finds a cut tail, whatever was set back with it, when a printed head is given', async () => {
    const printed = await headRow();
    const [before] = await hand.rows(`SELECT hash, booked_at FROM ledger_entries WHERE ${at(7)}`);
    await hand.run(
      `DELETE FROM grants WHERE ${lineOf(8)}`,
      `DELETE FROM ledger_lines WHERE ${lineOf(8)}`,
      `DELETE FROM ledger_entries WHERE ${at(8)}`,
      `UPDATE collective_books SET chain_length = 7, chain_head = '${String(before?.['hash'])}',
         last_booked_at = '${String(before?.['booked_at'])}', voucher_numbers = '{"2025":7}'`,
      "UPDATE ledger_turnovers SET debit_fen = 0, credit_fen = 0 WHERE month = '2025-07'",
    );
    const { chain_head: head } = printed;
    for (const paper of [head, head.slice(0, 12), `${head.slice(0, 16)}…${head.slice(-8)}`]) {
      const witness = readWitnessedHead(`8:${paper}`);
      if (witness === undefined) throw new Error('a head is read as printed');
      expect(told(await check(witness))).toContain('chain check.tailCut 7');
    }
    // Without paper the months that it opened and the record of the grant say so: nobody set them back.
    const months = ['2025-04', '2025-05', '2025-06', '2025-07'].map(
      (month) => `months check.monthOpened ${month}`,
    );
    expect(told(await check())).toEqual([...months, 'records check.rowGone']);
  });

  it('passes a printed head of an earlier place, and finds one that differs', async () => {
    const [third] = await hand.rows(`SELECT hash FROM ledger_entries WHERE ${at(3)}`);
    const hash = String(third?.['hash']);
    expect(told(await check({ position: 3, starts: hash.slice(0, 12), ends: '' }))).toEqual([]);
    const other = { position: 3, starts: hash.slice(0, 12), ends: hash.endsWith('0') ? '1' : '0' };
    expect(told(await check(other))).toEqual(['chain check.headDiffers 3']);
  });

  it('sees one instant of the books while others write', async () => {
    const writing = Array.from({ length: 5 }, (_, index) => village.pay(BigInt(index + 1), '2025-07-20'));
    const results = await Promise.all([check(), check(), ...writing]);
    expect(results.slice(0, 2).map((result) => told(result as CheckResult))).toEqual([[], []]);
  });
});
