import { type ParticularName, PARTICULARS } from '../../src/domain/assets/asset-particulars';
import type { LeavingForm } from '../../src/domain/assets/leaving';
import type { CheckResult } from '../../src/domain/ledger/check-pass';
import { type HandoverForm, handoverChanges } from '../../src/domain/months/handover';
import { FormProblems } from '../../src/domain/shared/problem';
import { CrossTabsService } from '../../src/features/assets/cross-tabs.service';
import { AssetResultsService } from '../../src/features/ledger/asset-results.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { handoversOn } from '../support/handovers';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';

const told = ({ breaks }: CheckResult): string[] => breaks.map(({ pass, code }) => `${pass} ${code}`);
const refusals = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => [],
    (error: unknown) =>
      error instanceof FormProblems ? error.problems.map(({ code, field }) => `${code} ${field}`) : error,
  );
const SALE: LeavingForm = {
  ...{ way: 'sale', ground: 'agreementEnded', happenedOn: '2025-05-20', proceeds: '55.00', costs: '' },
  ...{ agreedValue: '', paper: 'resolution 5', approvedBy: 'representatives' },
};

/** A stake of 50.00 and a herd of 90.00 that had lost 30.00 when the books took them over on 10 May. */
describeOnEachEngine('a stake and a herd', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let hand: Tampering;
  const check = (): Promise<CheckResult> => village.services.check.checkBooks(village.id);
  const reverse = (entryId: string, postedOn: string) =>
    village.services.reversing.reverseVoucher(
      village.id,
      { entryId, reason: 'wrongAmount', postedOn },
      ACCOUNTANT,
    );

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    hand = await Tampering.on(opened);
  });
  afterAll(() => hand.close());

  it('leave by their own accounts, in the books of their day, and come back with the reversal', async () => {
    const { services, id } = village;
    const add = (kind: string, amount: string) =>
      village.addStation({
        ...{ kind, name: kind, acquiredOn: '2024-06-01', cost: amount },
        funds: [{ level: 'county', year: '2024', amount }],
      });
    const held = { equity: await add('equity', '50.00'), biological: await add('biological', '90.00') };
    const line = { pool: 'members' as const, side: 'debit' as const };
    await opened.database.inTransaction(id, (tx) =>
      services.ledger.post(tx, id, {
        ...{ event: 'test', summary: 'held', source: { kind: 'test', id: 'held' }, preparedBy: 'accountant' },
        ...{ postedOn: '2025-05-10', statementOn: '2025-05-10', aboutPeriod: '2025-05' },
        postings: [
          { ...line, ledgerAccount: '141', amount: 5_000n, assetId: held.equity },
          { ...line, ledgerAccount: '132', amount: 9_000n, assetId: held.biological },
          { ...line, ledgerAccount: '133', side: 'credit', amount: 3_000n, assetId: held.biological },
          { ...line, ledgerAccount: '311', side: 'credit', amount: 11_000n },
        ],
      }),
    );
    const out = (kind: keyof typeof held, form: Partial<LeavingForm>) =>
      services.assetLife.recordLeaving(id, { assetId: held[kind], form: { ...SALE, ...form } }, ACCOUNTANT);
    // It came into the books on 10 May.
    expect(await refusals(out('equity', { happenedOn: '2025-05-09' }))).toEqual([
      'assetLife.costLater happenedOn',
    ]);
    const stake = await out('equity', { happenedOn: '2025-05-20', proceeds: '55.00' });
    const herd = await out('biological', { happenedOn: '2025-05-20', way: 'damage', proceeds: '' });
    const stood = async () =>
      (await services.balances.listThrough(opened.database.reader, id, '2025-07'))
        .filter(({ ledgerAccount }) => ['132', '133', '141', '502'].includes(ledgerAccount))
        .map(({ ledgerAccount, pool, amount }) => `${ledgerAccount} ${pool} ${String(amount)}`);
    expect(await stood()).toEqual(['502 earmarked -500']);
    const [gone] = await services.assets
      .listAssetsOn(id, '2025-05-20')
      .then((all) => all.filter(({ asset }) => asset.id === held.biological));
    expect(gone?.asset).toMatchObject({ leftOn: '2025-05-20', leftBy: 'damage' });
    expect(told(await check())).toEqual([]);
    await hand.run("UPDATE asset_events SET amount_fen = 1 WHERE kind = 'damage'");
    expect(told(ownPasses(await check()))).toEqual(['assetLife check.factDiffers']);
    await hand.run("UPDATE asset_events SET amount_fen = 6000 WHERE kind = 'damage'");
    for (const { entryId } of [stake, herd]) await reverse(entryId, '2025-05-21');
    expect(await stood()).toEqual(['132 members 9000', '133 members -3000', '141 members 5000']);
    const history = await services.assetLife.listHistory(id, held.equity);
    expect(history.map(({ event, reversedBy }) => [event.kind, reversedBy === undefined])).toEqual([
      ['sale', false],
    ]);
    expect(told(await check())).toEqual([]);
  });

  it('stand in a village where a shed, in no books, leaves without a voucher and may come back', async () => {
    const { departures, assets, assetLife, database } = village.services;
    const { id: collectiveId } = village;
    const household = { kind: 'other', assetClass: 'household', titleLevel: 'household', name: 'shed' };
    const assetId = await village.addStation({ ...household, acquiredOn: '2024-06-01' });
    const out = (departureWay: string) => {
      const why = { departureReason: 'given', paper: 'list', approvedBy: 'all' };
      const form = { departureWay, leftOn: '2025-07-10', ...why };
      return departures.record(collectiveId, { assetId, form }, ACCOUNTANT);
    };
    /** How it left by the register of a day, and how many of its class the county's tables count. */
    const on = async (day: string): Promise<(string | number | undefined)[]> => {
      const { assets: sums } = await new CrossTabsService(database).sumsOf([collectiveId], day);
      const registered = await assets.listAssetsOn(collectiveId, day);
      const shed = registered.find(({ asset }) => asset.id === assetId)?.asset;
      return [shed?.leftBy, sums.find(({ assetClass }) => assetClass === 'household')?.count];
    };
    const { id: departureId } = await out('toHousehold');
    expect(await on('2025-07-09')).toEqual([undefined, 1]);
    expect(await on('2025-07-10')).toEqual(['toHousehold', undefined]);
    expect(await refusals(out('struckOff'))).toEqual(['assetLife.left ']);
    expect(await assetLife.listEvents(collectiveId, assetId)).toEqual([]);
    const withdraw = (reason: string) =>
      departures.withdraw({ collectiveId, assetId, departureId }, reason, ACCOUNTANT);
    expect(await refusals(withdraw(' '))).toEqual(['form.missing departureWithdrawn']);
    await withdraw('another shed');
    expect(await refusals(withdraw('again'))).toMatchObject({ code: 'departure.unknown' });
    expect(await on('2025-07-10')).toEqual([undefined, 1]);
    const told = await departures.listTold(collectiveId, assetId);
    expect(told.map(({ departure, withdrawn }) => [departure.leftOn, withdrawn])).toEqual([
      ['2025-07-10', 'another shed'],
    ]);
  });

  it('come back with their plate, not while it hangs on something else', async () => {
    const { assets, assetLife, particulars } = village.services;
    const { id: collectiveId } = village;
    const byName = new Map(
      (await assets.listAssets(collectiveId)).map(({ asset: { id, name } }) => [name, id]),
    );
    const note = async (name: string, plateNumber: string) => {
      const id = byName.get(name) ?? '';
      const basedOn = String((await particulars.listVersions(collectiveId, id)).length);
      const blank = Object.fromEntries(PARTICULARS.map((each) => [each, ''])) as Record<
        ParticularName,
        string
      >;
      const form = {
        ...blank,
        condition: 'inUse',
        plateNumber,
        why: 'seen',
        validFrom: '2025-05-01',
        basedOn,
      };
      await particulars.change({ collectiveId, id }, form, ACCOUNTANT);
    };
    await note('equity', 'P-1');
    const sale = { assetId: byName.get('equity') ?? '', form: { ...SALE, happenedOn: '2025-06-20' } };
    const { entryId } = await assetLife.recordLeaving(collectiveId, sale, ACCOUNTANT);
    await note('biological', 'p - 1');
    expect(await refusals(reverse(entryId, '2025-06-21'))).toMatchObject({
      ...{ code: 'assets.plateTaken', facts: { value: 'P-1', asset: 'biological' } },
    });
    await note('biological', 'P-2');
    await reverse(entryId, '2025-06-21');
    const { asset } = await assets.requireAsset(collectiveId, sale.assetId);
    expect([asset.leftOn, told(await check())]).toEqual([undefined, []]);
  });

  it('become a stake of its own when put into a firm, while that stands and is not in use', async () => {
    const { assets, assetLife, books, income } = village.services;
    const { id: collectiveId } = village;
    const herd = (await assets.listAssets(collectiveId)).find(({ asset }) => asset.name === 'biological');
    const put = (stakeName: string) => {
      const form = {
        ...SALE,
        way: 'contribution',
        happenedOn: '2025-06-25',
        proceeds: '',
        agreedValue: '75.00',
      };
      return assetLife.recordLeaving(
        collectiveId,
        { assetId: herd?.asset.id ?? '', form: { ...form, stakeName } },
        ACCOUNTANT,
      );
    };
    const stakes = async (day: string) => {
      const { assets: sums } = await new CrossTabsService(opened.database).sumsOf([collectiveId], day);
      return sums.filter(({ kind }) => kind === 'equity').map(({ count, sum }) => [count, sum]);
    };
    expect(await refusals(put('equity'))).toEqual(['assets.nameTaken stakeName']);
    const { entryId } = await put('co-operative');
    const stake = (await assets.listAssets(collectiveId)).find(({ asset }) => asset.name === 'co-operative');
    const { id: assetId = '', cost } = stake?.asset ?? {};
    expect([cost, stake?.funds]).toEqual([7_500n, [{ level: 'county', year: 2024, amount: 7_500n }]]);
    expect(await stakes('2025-06-24')).toEqual([[1, 5_000n]]);
    expect(await stakes('2025-06-25')).toEqual([[2, 12_500n]]);
    expect(await assetLife.findOrigin(collectiveId, assetId)).toMatchObject({ name: 'biological' });
    const dividend = {
      ...{ assetId, stream: 'dividend', payer: 'co-operative', amount: '1.00' },
      ...{ coversFrom: '2025-06-26', coversTo: '2025-06-30', dueOn: '2025-07-01', postedOn: '2025-07-01' },
    };
    const { voucher } = await income.recordIncomeDue(collectiveId, dividend, ACCOUNTANT);
    const { postings } = await books.requireEntry(collectiveId, voucher.entryId);
    expect(postings.map(({ ledgerAccount, side }) => [ledgerAccount, side])).toEqual([
      ['112', 'debit'],
      ['502', 'credit'],
    ]);
    // Of June, and decided on in July.
    const brought = async (of: string) =>
      (await new AssetResultsService().listMonths(opened.database.reader, collectiveId))
        .filter((month) => month.assetId === of)
        .map(({ month, earned }) => [month, earned]);
    expect(await brought(assetId)).toEqual([['2025-07', 100n]]);
    expect(told(await check())).toEqual([]);
    await hand.keep();
    await hand.run(`UPDATE asset_events SET stake_id = asset_id WHERE kind = 'contribution'`);
    expect(told(ownPasses(await check()))).toEqual([
      'assetLife check.factOther',
      'assetLife check.factOther',
    ]);
    await hand.putBack();
    await expect(reverse(entryId, '2025-07-02')).rejects.toMatchObject({ code: 'assetLife.stakeInUse' });
    await reverse(voucher.entryId, '2025-07-02');
    // What is taken back cancels in the month it was booked in.
    const other = (await assets.listAssets(collectiveId)).find(({ asset }) => asset.name === 'equity');
    const early = { coversFrom: '2025-05-11', coversTo: '2025-05-31', postedOn: '2025-06-30' };
    const wrong = { ...dividend, ...early, assetId: other?.asset.id ?? '' };
    const taken = await income.recordIncomeDue(collectiveId, wrong, ACCOUNTANT);
    await reverse(taken.voucher.entryId, '2025-07-02');
    expect(await brought(assetId)).toEqual([['2025-07', 0n]]);
    expect((await brought(wrong.assetId)).at(-1)).toEqual(['2025-06', 0n]);
    await reverse(entryId, '2025-07-03');
    expect(await stakes('2025-07-03')).toEqual([[1, 5_000n]]);
    const { asset } = await assets.requireAsset(collectiveId, assetId);
    expect([asset.leftOn, asset.leftBy]).toEqual(['2025-06-25', 'wrongEntry']);
    // Put in once more under the same name: the stake that never was does not stand in its way.
    await reverse((await put('co-operative')).entryId, '2025-07-03');
    expect(told(await check())).toEqual([]);
  });

  it('are handed over with the books, and what is booked later for that day is told', async () => {
    const { services, id } = village;
    const handovers = handoversOn(services);
    const form: HandoverForm = {
      ...{ handedOn: '2025-05-31', post: 'bookkeeper', handedBy: 'old Zhou', takenBy: 'new Li' },
      ...{ handoverWatchedBy: 'town Wu', papers: 'seal\nkey', handoverRemark: '' },
    };
    expect(await refusals(handovers.record(id, { ...form, takenBy: 'old Zhou' }, ACCOUNTANT))).toEqual([
      'handover.samePerson takenBy',
    ]);
    const { id: handoverId } = await handovers.record(id, form, ACCOUNTANT);
    const kept = await handovers.requireHandover(id, handoverId);
    expect(kept.lines.map(({ part, label, amount }) => [part, label, amount]).slice(0, 5)).toEqual([
      ['assets', 'equity', 5_000n],
      ['assets', 'biological', 9_000n],
      ['assets', 'shed', 42_000_000n],
      ['assetNet', 'equity', 5_000n],
      ['assetNet', 'biological', 6_000n],
    ]);
    expect(kept.lines[4]?.text).toBe('90.00 30.00');
    expect(handoverChanges(kept.lines, await handovers.linesOn(id, '2025-05-31'))).toEqual([]);
    const line = { pool: 'members' as const, amount: 700n };
    await opened.database.inTransaction(id, (tx) =>
      services.ledger.post(tx, id, {
        ...{ event: 'test', summary: 'late', source: { kind: 'test', id: 'late' }, preparedBy: 'accountant' },
        ...{ postedOn: '2025-05-30', statementOn: '2025-05-30', aboutPeriod: '2025-05' },
        postings: [
          { ...line, ledgerAccount: '102', side: 'debit' },
          { ...line, ledgerAccount: '211', side: 'credit', counterparty: 'Li' },
        ],
      }),
    );
    const late = handoverChanges(kept.lines, await handovers.linesOn(id, '2025-05-31'));
    expect(late.map(({ before, after }) => [before?.key, after?.label, after?.amount])).toEqual([
      ...['booked', 'chainLength', 'chainHead'].map((key) => [key, '', null]),
      [undefined, '102 银行存款', 700n],
      [undefined, '211 应付款', 700n],
      [undefined, '211 Li', 700n],
    ]);
    expect(told(await check())).toEqual([]);
    await hand.keep();
    for (const [sql, ...codes] of [
      ["UPDATE handovers SET taken_by = 'other'", 'handoverChanged'],
      ['UPDATE handover_lines SET amount_fen = 1 WHERE line = 1', 'handoverChanged'],
      ['DELETE FROM handovers', 'handoverGone'],
    ] as const) {
      await hand.run(sql);
      expect(told(ownPasses(await check()))).toEqual(codes.map((code) => `handovers check.${code}`));
      await hand.putBack();
    }
  });
});
