import { createHash } from 'node:crypto';
import type { CheckResult } from '../../src/domain/ledger/check-pass';
import { readWitnessedSeal, type WitnessedSeal } from '../../src/domain/ledger/witness';
import { noticeDigest } from '../../src/domain/notices/digest';
import { FormProblems } from '../../src/domain/shared/problem';
import { shownDigest } from '../../src/features/ledger/bank-matching.service';
import { labelOf } from '../../src/glossary/terms';
import { BookChecksService } from '../../src/features/oversight/book-checks.service';
import { YANGSHUWAN } from '../notices/yangshuwan.fixture';
import { refusalsOn } from '../support/checks';
import { printedSeal } from '../../src/platform/text/printed-head';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { addPerson } from '../support/people';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, claimOf, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

const DAYS = { from: '2025-02-01', through: '2025-02-28', opening: '', closing: '' };
const told = (result: CheckResult): string[] =>
  ownPasses(result).breaks.map(({ pass, code, at }) => [pass, code, at.position ?? ''].join(' ').trim());
const countedTwo = `UPDATE refusal_ends SET position = 2,
  hash = COALESCE((SELECT hash FROM refused_commands WHERE position = 2), '')`;
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** What is kept beside the books, each changed by hand: found by the pass of its step, and located. */
describeOnEachEngine('the passes of the steps', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let hand: Tampering;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    const { services, id } = village;
    const bank = [
      { pool: 'pv' as const, amount: 1_000_000n },
      { pool: 'members' as const, amount: 100_000n },
    ];
    await services.openings.recordShort(id, { on: '2025-01-01', bank, receivables: [] }, ACCOUNTANT); // 1
    await village.hold('2025-01');
    await village.seal('2025-01');
    await village.addStation({ acquiredOn: '2025-06-01' });
    await bankMatched(village); // 2
    await services.counterparties.addCounterparty(id, { kind: 'person', name: 'Li' }, ACCOUNTANT);
    const cost = { ledgerAccount: '513', debit: '120.00', pool: 'members', counterparty: 'Li' };
    const paid = typedLine({ ledgerAccount: '102', credit: '120.00' });
    const form = typedVoucher({ lines: [typedLine(cost), paid] });
    const draft = await services.voucherDrafts.saveDraft(id, { form }, { by: 'ann' });
    await services.voucherDrafts.reviewDraft(id, draft, { by: 'ben' });
    await services.manualVouchers.postDraft(id, draft.id, { by: 'ann' }); // 3
    const run = { name: 'hosting', every: 'quarter', fromMonth: '2025-04', toMonth: '', summary: 'hosting' };
    const recurring = await services.recurring.addRecurring(id, { ...run, lines: form.lines }, ACCOUNTANT);
    await services.recurring.bookRecurring(id, { id: recurring.id, month: '2025-04' }, ACCOUNTANT); // 4
    await addPerson(opened.database, id, 'he');
    const refusals = refusalsOn(opened.database, services.clock);
    for (const input of ['a', 'b', 'c']) {
      const ann = { actor: 'ann', role: 'accountant', way: 'api' as const, address: '127.0.0.1' };
      await refusals.record(id, { ...ann, command: 'POST', codes: ['period.held'], input });
    }
    const plan = await village.draft([claimOf(1_000n)]);
    await village.submit(plan.id);
    hand = await Tampering.on(opened);
    await hangSheet(village, hand);
    await hand.keep();
  });
  afterEach(() => hand.putBack());
  afterAll(() => hand.close());

  const check = (): Promise<CheckResult> => village.services.check.checkBooks(village.id);

  it('pass what nobody touched, and say what they looked at', async () => {
    const result = await check();
    expect(told(result)).toEqual([]);
    const words = result.passes.flatMap(({ pass }) => [`checkPass.${pass}`, `checkPassSays.${pass}`]);
    expect(words.filter((word) => labelOf(word) === word)).toEqual([]);
    const looked = Object.fromEntries(result.passes.map((pass) => [pass.pass, pass.looked]));
    expect(looked).toMatchObject({ funds: 1, notices: 1, vouchers: 3, signatures: 2, yearEnds: 0 });
    expect(looked['bank']).toBeGreaterThan(2);
  });

  it.each<{ what: string; sql: string; found: string[] }>([
    {
      what: 'a signer who is nobody',
      sql: "UPDATE voucher_signatures SET signed_by = 'nobody'",
      found: ['signatures check.signerUnknown 1'],
    },
    {
      what: 'a review by who prepared the voucher',
      sql: "UPDATE voucher_signatures SET signed_by = 'accountant'",
      found: ['signatures check.signerUnknown 1', 'signatures check.signedByMaker 1'],
    },
    {
      what: 'a review taken away from a sealed month',
      sql: 'DELETE FROM voucher_signatures',
      found: ['signatures check.sealedUnreviewed 1'],
    },
    {
      what: 'a signature on a voucher that is not there',
      sql: "UPDATE voucher_signatures SET entry_id = 'gone'",
      found: ['signatures check.sealedUnreviewed 1', 'signatures check.factWithoutEntry'],
    },
    {
      what: 'a bank line of another amount',
      sql: 'UPDATE bank_lines SET amount_fen = amount_fen - 1 WHERE amount_fen = -3000',
      found: ['bank check.statementSum', 'bank check.matchAmount'],
    },
    {
      what: 'a closing balance of a statement',
      sql: 'UPDATE bank_statements SET closing_fen = closing_fen + 1',
      found: ['bank check.statementSum'],
    },
    {
      what: 'a match that points to another voucher',
      sql: `UPDATE bank_match_lines SET entry_id = 'gone' WHERE entry_id IS NOT NULL`,
      found: ['bank check.bankPointsNowhere'],
    },
    {
      what: 'a bank line without its statement',
      sql: 'DELETE FROM bank_statements',
      found: ['bank check.bankLineAlone'],
    },
    {
      what: 'a fund of an asset',
      sql: 'UPDATE asset_funds SET amount_fen = amount_fen + 1 WHERE line_number = 1',
      found: ['funds check.fundsDiffer'],
    },
    { what: 'the funds taken away', sql: 'DELETE FROM asset_funds', found: ['funds check.fundsDiffer'] },
    ...[
      ['the reviewer of a draft that was posted', 'UPDATE voucher_drafts SET reviewed_by = prepared_by'],
      ['what it said', "UPDATE voucher_drafts SET digest = 'x'"],
      ['that it was posted', "UPDATE voucher_drafts SET state = 'voided'"],
      ['the draft, taken away', 'DELETE FROM voucher_drafts'],
    ].map(([what = '', sql = '']) => ({ what, sql, found: ['vouchers check.draftDiffers 3'] })),
    {
      what: 'the month of a recurring voucher',
      sql: "UPDATE recurring_bookings SET month = '2025-07'",
      found: ['vouchers check.runDiffers 4'],
    },
    {
      what: 'a recurring voucher’s entry',
      sql: "UPDATE recurring_bookings SET entry_id = 'gone'",
      found: ['vouchers check.runDiffers 4', 'vouchers check.factWithoutEntry'],
    },
    {
      what: 'a word of a policy that was kept',
      sql: "UPDATE kept_packs SET canonical = REPLACE(canonical, '70%', '71%') || ' '",
      found: ['plans check.packChanged'],
    },
    { what: 'a policy, its file unchanged', sql: 'DELETE FROM kept_packs', found: ['plans check.packGone'] },
    {
      what: 'a number a plan was judged by',
      sql: "UPDATE plan_numbers SET value = '0.5'",
      found: ['plans check.planChanged'],
    },
    {
      what: 'what the books are said to have said when a plan was drafted',
      sql: `UPDATE plans SET ground = REPLACE(ground, '"received":"0"', '"received":"1"')`,
      found: ['plans check.planChanged'],
    },
    {
      what: 'the policy of a plan',
      sql: "UPDATE plans SET pack_digest = 'other'",
      found: ['plans check.packGone', 'plans check.planChanged'],
    },
    {
      what: 'whom lines name, taken away',
      sql: 'DELETE FROM counterparties',
      found: ['counterparties check.counterpartyMissing 3', 'counterparties check.counterpartyMissing 4'],
    },
    {
      what: 'the digest of a sheet',
      sql: `UPDATE notices SET digest = '${'a'.repeat(64)}'`,
      found: ['notices check.noticeChanged'],
    },
    {
      what: 'the entry whose hash hangs on the wall',
      sql: `UPDATE ledger_entries SET hash = '${'b'.repeat(64)}' WHERE chain_position = 2`,
      found: ['chain check.entryChanged 2', 'chain check.linkBroken 3', 'notices check.noticeHead 2'],
    },
    {
      what: 'a chain cut below what hangs on the wall',
      sql: 'DELETE FROM ledger_entries WHERE chain_position >= 2',
      found: ['notices check.noticeHead 2'],
    },
  ])('find $what', async ({ sql, found }) => {
    await hand.run(sql);
    expect(told(await check())).toEqual(expect.arrayContaining(found));
  });

  it.each<{ what: string; sql: string[] }>([
    { what: 'the last one', sql: ['DELETE FROM refused_commands WHERE position = 3'] },
    { what: 'all of them', sql: ['DELETE FROM refused_commands'] },
    {
      what: 'the last one and what counted it',
      sql: ['DELETE FROM refused_commands WHERE position = 3', countedTwo],
    },
  ])(
    'find refusals cut off at the end: $what, by what counts them or by the check before',
    async ({ sql }) => {
      const before = await check();
      const seen = new Map(before.passes.flatMap(({ pass, head }) => (head ? [[pass, head] as const] : [])));
      expect(seen.get('refusals')?.position).toBe(3);
      await hand.run(...sql);
      const after = await village.services.check.checkBooks(village.id, {}, seen);
      expect(told(after)).toEqual(['refusals check.refusalsCut 3']);
    },
  );

  it('keep what failed as the witness, so that the next check finds it, too', async () => {
    const { check: books, clock, collectives } = village.services;
    const checks = new BookChecksService(opened.database, clock, books, collectives);
    await checks.checkNow(village.id, ACCOUNTANT);
    await hand.run(
      'DELETE FROM refused_commands WHERE position = 3',
      countedTwo,
      'DELETE FROM ledger_lines WHERE entry_id = (SELECT id FROM ledger_entries WHERE chain_position = 4)',
      'DELETE FROM ledger_entries WHERE chain_position = 4',
      `UPDATE collective_books SET chain_length = 3,
         chain_head = (SELECT hash FROM ledger_entries WHERE chain_position = 3)`,
    );
    for (const by of ['the next', 'the one after']) {
      const codes = (await checks.checkNow(village.id, { by })).found.map(({ code }) => code);
      expect(codes).toEqual(expect.arrayContaining(['check.tailCut', 'check.refusalsCut']));
    }
  });

  it('find a refusal that was added past what counts them', async () => {
    await hand.run(countedTwo);
    expect(told(await check())).toEqual(['refusals check.refusalsAdded 2']);
  });

  it('find a seal that was cut and a month that was sealed anew, by paper or the check before', async () => {
    const before = await check();
    const seals = before.passes.flatMap(({ seal }) => seal ?? []);
    const { month = '', digest = '' } = before.lastSeal ?? {};
    expect(seals).toEqual([{ month: '2025-01', starts: digest, ends: '' }]);
    const paper = readWitnessedSeal(printedSeal({ month, digest }));
    if (paper === undefined) throw new Error('a seal is read as printed');
    const checkBy = (seen: readonly WitnessedSeal[]): Promise<CheckResult> =>
      village.services.check.checkBooks(village.id, { seals: seen });
    expect(told(await checkBy([...seals, paper]))).toEqual([]);
    await hand.run('DELETE FROM month_seals', 'DELETE FROM month_balances', 'DELETE FROM notices');
    await hand.run("DELETE FROM month_acts WHERE act = 'sealed'");
    expect(told(await check())).toEqual([]);
    expect(told(await checkBy(seals))).toEqual(['balances check.sealCut']);
    await village.reopen('2025-01');
    await village.pay(1_000n, '2025-01-20');
    await village.services.signatures.reviewMonth(village.id, '2025-01', { by: 'he' });
    await village.hold('2025-01');
    await village.seal('2025-01');
    expect(told(await check())).toEqual([]);
    expect(told(await checkBy([paper]))).toEqual(['balances check.sealDiffers']);
    const found = await checkBy(seals);
    expect(told(found)).toEqual(['balances check.sealDiffers']);
    expect(found.passes.flatMap(({ seal }) => seal ?? [])).toEqual(seals);
  });

  it('seal nothing over a signature that does not hold', async () => {
    await village.services.signatures.reviewMonth(village.id, '2025-02', { by: 'he' });
    await hand.run("UPDATE voucher_signatures SET signed_by = 'accountant' WHERE signed_by = 'he'");
    await village.hold('2025-02');
    const refused: unknown = await village.seal('2025-02').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FormProblems);
    const { problems } = refused as FormProblems;
    expect(problems.map(({ code }) => code)).toContain('check.signedByMaker');
  });
});

/** A cost of February, and the bank's statement that tells it, brought together. */
async function bankMatched(village: Village): Promise<void> {
  const { bankAccounts, bankImport, bankMatching, bankOpenings, bankRead } = village.services;
  await village.pay(3_000n, '2025-02-10');
  const account = { label: 'PV', bank: 'Bank', lastFour: '0011', ledgerAccount: '', pool: '' };
  const form = { ...account, openedOn: '2025-01-01' };
  const { id: accountId } = await bankAccounts.addAccount(village.id, form, ACCOUNTANT);
  const at = { collectiveId: village.id, accountId };
  const rows = [
    ['交易日期', '摘要', '收入', '支出', '余额', '对方户名', '流水号'],
    ['2025-02-11', 'insurance', '', '30.00', '9970.00', '', ''],
  ].map((cells, place) => ({ number: place + 1, cells }));
  await bankImport.importStatement(at, { rows, digest: 'one', layout: '', ...DAYS }, ACCOUNTANT);
  const state = await bankRead.requireState(village.id, accountId);
  const certain = bankMatching.suggestionsOf(state).filter((each) => each.certain);
  await bankMatching.acceptCertain(at, shownDigest(certain), ACCOUNTANT);
  await bankOpenings.explain(at, { code: 'ourError', note: 'older receipts' }, ACCOUNTANT);
}

/** A sheet on the wall that prints where the chain stood after the second entry. */
async function hangSheet(village: Village, hand: Tampering): Promise<void> {
  const [entry] = await hand.rows('SELECT hash FROM ledger_entries WHERE chain_position = 2');
  const witness = { chainLength: 2, chainHead: String(entry?.['hash']) };
  const data = { ...YANGSHUWAN, witness };
  await hand.insert('notices', {
    ...{ collective_id: village.id, id: 'sheet', plan_id: 'plan', year: 2025, number: 1, version: 1 },
    ...{ code: 'ABCD', digest: noticeDigest(data, sha256).sheet, data: JSON.stringify(data) },
    ...{ published_on: '2025-07-11', publicity_from: '2025-07-11', publicity_to: '2025-07-20' },
  });
}
