import { CHAIN_START } from '../../src/domain/ledger/hash-chain';
import { LedgerCheckService } from '../../src/features/ledger/ledger-check.service';
import type { Notice } from '../../src/features/notices/notices.service';
import { MOST_BETWEEN, TwoSheetsService } from '../../src/features/notices/two-sheets.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { seedRegisters } from '../support/seed-registers';
import { Tampering } from '../support/tampering';
import { Village } from '../support/village';

/** Sheets printed at the second and the sixth voucher: what lies between them is proven by both together. */
describeOnEachEngine('two sheets prove together that nothing between was cut', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let hand: Tampering;
  let first: Notice;
  let last: Notice;

  const sheet = (id: string, chainLength: number, chainHead: string, collectiveId = village.id): Notice =>
    ({ id, collectiveId, data: { witness: { chainLength, chainHead } } }) as Notice;
  const printed = async (id: string): Promise<Notice> => {
    const { length, head } = await village.services.books.requireChain(village.id);
    return sheet(id, length, head);
  };
  const together = async (one: Notice, other: Notice): Promise<string> => {
    const check = new LedgerCheckService(seedRegisters().charts);
    const told = await new TwoSheetsService(opened.database, check).between(one, other);
    if (told.kind === 'whole') return `whole ${String(told.vouchers)} ${told.earlier.id}–${told.later.id}`;
    return told.kind === 'broken' ? `broken at ${String(told.position)}` : told.kind;
  };
  const at = (position: number): string =>
    `collective_id = '${village.id}' AND chain_position = ${String(position)}`;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(100_000n); // 1
    await village.pay(1_000n, '2025-02-01'); // 2
    first = await printed('first');
    for (const day of [3, 4, 5, 6]) await village.pay(2_000n + BigInt(day), `2025-02-0${String(day)}`);
    last = await printed('last');
    await village.pay(3_000n, '2025-02-07'); // 7
    hand = await Tampering.on(opened);
    await hand.keep();
  });
  afterEach(() => hand.putBack());
  afterAll(() => hand.close());

  it('in whichever order they are given, from the beginning of the books on', async () => {
    expect(await together(first, last)).toBe('whole 4 first–last');
    expect(await together(last, first)).toBe('whole 4 first–last');
    expect(await together(sheet('start', 0, CHAIN_START), last)).toBe('whole 6 start–last');
    expect(await together(first, await printed('now'))).toBe('whole 5 first–now');
    expect(await together(first, sheet('beside', 2, first.data.witness.chainHead))).toBe(
      'whole 0 first–beside',
    );
  });

  it('not of other books, nor one alone, nor more than a page reckons', async () => {
    expect(await together(first, first)).toBe('same');
    expect(await together(first, sheet('other', 6, 'x', 'other'))).toBe('otherBooks');
    expect(await together(first, sheet('far', 3 + MOST_BETWEEN, 'x'))).toBe('tooMany');
  });

  it.each<[string, () => readonly string[], string]>([
    [
      'a voucher that was cut',
      () => [
        `DELETE FROM ledger_lines WHERE entry_id = (SELECT id FROM ledger_entries WHERE ${at(4)})`,
        `DELETE FROM ledger_entries WHERE ${at(4)}`,
      ],
      'broken at 4',
    ],
    [
      'a voucher cut, the later ones moved up',
      () => [
        `DELETE FROM ledger_entries WHERE ${at(4)}`,
        `UPDATE ledger_entries SET chain_position = chain_position + 1000 WHERE chain_position >= 5`,
        `UPDATE ledger_entries SET chain_position = chain_position - 1001 WHERE chain_position >= 1000`,
      ],
      'broken at 4',
    ],
    [
      'a text that was altered',
      () => [`UPDATE ledger_entries SET summary = 'x' WHERE ${at(5)}`],
      'broken at 5',
    ],
    [
      'an amount that was altered',
      () => [
        `UPDATE ledger_lines SET amount_fen = 2999
         WHERE entry_id = (SELECT id FROM ledger_entries WHERE ${at(3)})`,
      ],
      'broken at 3',
    ],
    ['the tail cut', () => [`DELETE FROM ledger_entries WHERE chain_position >= 6`], 'broken at 6'],
    [
      'what came before them',
      () => [`UPDATE ledger_entries SET summary = 'x' WHERE ${at(2)}`],
      'whole 4 first–last',
    ],
    ['what came after them', () => [`DELETE FROM ledger_entries WHERE ${at(7)}`], 'whole 4 first–last'],
  ])('%s', async (_, sql, told) => {
    await hand.run(...sql());
    expect(await together(first, last)).toBe(told);
  });

  it('a head that is not the one on the paper', async () => {
    expect(await together(sheet('forged', 2, 'f'.repeat(64)), last)).toBe('broken at 3');
    expect(await together(first, sheet('forged', 6, 'f'.repeat(64)))).toBe('broken at 6');
    expect(await together(first, sheet('beside', 2, 'f'.repeat(64)))).toBe('broken at 2');
    expect(await together(sheet('start', 0, 'f'.repeat(64)), last)).toBe('broken at 0');
  });
});
