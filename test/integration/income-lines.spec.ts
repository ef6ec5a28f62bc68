import type { DistributionPlan } from '../../src/features/distribution/plan-read.service';
import { IncomeNaturesService } from '../../src/features/income/income-natures.service';
import { loadCoverage } from '../../src/features/policy/example-files';
import { FormProblems } from '../../src/domain/shared/problem';
import { seeded } from '../domain/policy/seeded';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { SEEDS } from '../support/policy-seeds';
import { sheetFactsOn } from '../support/sheet-sums';
import { surplusLinesOn } from '../support/surplus';
import { ACCOUNTANT } from '../support/village';
import { RuledVillage } from './asset-matters.fixture';

/** The lines told below; rent that is late stands with the lines about assets. */
const TOLD = ['DC-10t', 'SQ-A7c', 'SQ-C53', 'SQ-D3', 'SQ-D32'];

const problemsOf = (act: Promise<unknown>): Promise<string[]> =>
  act.then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof FormProblems)) throw error;
      return error.problems.map(({ code, field, facts }) =>
        [code, field, facts?.['rule'] ?? ''].join(' ').trim(),
      );
    },
  );

const SHOP = { answers: { 'asset.land': 'idle_ground', 'asset.invested_by': 'government' }, paper: 'map' };

describe('a line about income that is said to be wired', () => {
  it('is told here, and no other line is', () => {
    const wired = loadCoverage(SEEDS)
      .flatMap(({ covered }) => covered)
      .filter(({ facts, standing }) => facts === 'income' && standing === 'wired');
    expect(wired.map(({ id }) => id).sort()).toEqual([...TOLD, 'FY-18b'].sort());
  });
});

describeOnEachEngine('income as documents call it', (open) => {
  let opened: OpenDatabase;
  let ruled: RuledVillage;
  let hall: string;

  beforeAll(async () => {
    opened = await open();
    ruled = await RuledVillage.start(opened.database, '411400', '2019-07-20');
    hall = await ruled.addAsset({}, SHOP);
  });
  afterAll(() => opened.close());

  const due = (assetId: string, wish: Readonly<Record<string, string>>, from = '2019-01-01') =>
    ruled.village.services.income.recordIncomeDue(
      ruled.village.id,
      {
        ...{
          stream: 'rent',
          payer: 'Weavers',
          coversFrom: from,
          coversTo: from,
          amount: '20,000.00',
          assetId,
        },
        ...{ dueOn: '2019-07-20', postedOn: '2019-07-20', ...wish },
      },
      ACCOUNTANT,
    );
  const said = async () => {
    const natures = new IncomeNaturesService(opened.database, seeded);
    return [...(await natures.listSaid(ruled.village.id)).entries()];
  };

  it('of a workshop says which it is, is booked whole, and is the collective’s (SQ-D3, SQ-D32)', async () => {
    const vouchers = await ruled.village.vouchers();
    expect(await problemsOf(due(hall, {}))).toEqual(['income.kindMissing incomeKind SQ-C53']);
    const short = { incomeKind: 'none_of_these', paperAmount: '24,000.00' };
    expect(await problemsOf(due(hall, short))).toEqual([
      ...['policy.reasonMissing incomeReason SQ-D3', 'policy.ruleBroken paperAmount SQ-D32r'],
    ]);
    const county = { name: 'County hall', titleLevel: 'county', cost: '', funds: [] };
    expect(await problemsOf(ruled.addAsset(county, SHOP))).toEqual(['policy.ruleBroken  SQ-D32']);
    expect(await ruled.village.vouchers()).toEqual(vouchers);
    const { voucher } = await due(hall, { incomeKind: 'house_rent', paperAmount: '20000' });
    const [[entryId, first] = []] = await said();
    expect(entryId).toBe(voucher.entryId);
    expect([first?.marks.length, first?.reason]).toEqual([1, undefined]);
    const odd = { incomeKind: 'none_of_these', incomeReason: 'scrap was sold', stream: 'other' };
    await due(hall, odd, '2019-02-01');
    expect((await said()).map(([, { reason }]) => reason)).toContain('scrap was sold');
  });

  it('stands as it is called where its money counts: on the statement and on the notice', async () => {
    const { village } = ruled;
    const owed = await village.owed();
    await village.receive(owed, '2019-07-20');
    const period = { pool: 'other', from: '2019-01-01', to: '2019-12-31' } as const;
    const lines = await surplusLinesOn(village.services).listLines(village.id, period);
    const called = lines.flatMap(({ entries }) => entries.flatMap((entry) => entry.called ?? []));
    expect(called.join()).toContain('scrap was sold');
    const { database } = village.services;
    const facts = sheetFactsOn(village.services);
    const plan = { collectiveId: village.id, pool: 'other', periodFrom: period.from, periodTo: period.to };
    const { rows } = await facts.incomeOf(plan as DistributionPlan, database.reader);
    const told = rows.flatMap(({ receipts }) =>
      receipts.map(({ stream, called: of = [] }) => [stream, of.length]),
    );
    expect(told).toEqual([
      ['rent', 1],
      ['other', 1],
    ]);
  });

  it('is no money put in (SQ-C53), and none of a roof that is a household’s (SQ-A7c)', async () => {
    const store = await ruled.addAsset({ kind: 'coldStore', name: 'Store' }, SHOP);
    const fund = { incomeKind: 'development_fund', stream: 'other' };
    expect(await problemsOf(due(store, fund))).toEqual(['policy.ruleBroken incomeKind SQ-C53']);
    expect(await problemsOf(due(store, { ...fund, incomeKind: 'fund_yield' }))).toEqual([]);
    const plain = { answers: { 'asset.kind': 'none_of_these' }, paper: 'register' };
    const panels = await ruled.addAsset({ kind: 'other', name: 'Panels', acquiredOn: '2018-06-01' }, plain);
    const other = { incomeKind: 'none_of_these' };
    expect(await problemsOf(due(panels, other))).toEqual([]);
    await ruled.answer({ kind: 'asset', id: panels }, { 'asset.kind': 'household_station' });
    expect(await problemsOf(due(panels, other, '2019-02-01'))).toEqual(['policy.ruleBroken assetId SQ-A7c']);
  });

  it('by contract is called what its last rent was, also where a payment books it', async () => {
    const press = await ruled.addAsset({ kind: 'machinery', name: 'Press' });
    const leaseId = await ruled.addLease(press, { 'contract.operator_refused': 'no' });
    const { rentDues, rents, reversing } = ruled.village.services;
    const { dues } = await rents.requireStanding(ruled.village.id, { leaseId });
    const from = dues[0]?.from ?? '';
    const book = (wish: object) => {
      const form = { postedOn: '2019-07-20', attachments: '', fromAdvance: '', ...wish };
      return rentDues.bookDue(ruled.village.id, { leaseId, from, form }, ACCOUNTANT);
    };
    expect(await problemsOf(book({ incomeKind: 'gift' }))).toEqual(['form.notAllowed incomeKind']);
    const { voucher } = await book({ incomeKind: 'equipment_rent' });
    const form = { entryId: voucher.entryId, reason: 'wrongAmount', postedOn: '2019-07-20' };
    await reversing.reverseVoucher(ruled.village.id, form, ACCOUNTANT);
    const again = await book({});
    const kinds = new Map(await said());
    expect(kinds.get(again.voucher.entryId)?.kind).toBe(kinds.get(voucher.entryId)?.kind);
    expect((await ruled.village.services.check.checkBooks(ruled.village.id)).breaks).toEqual([]);
  });

  it('is a share of taxes where that is said, a fixed asset’s where the asset says it (DC-10t)', async () => {
    const dongchuan = await RuledVillage.start(opened.database, '530113', '2024-07-20');
    const shed = await dongchuan.addAsset({});
    const { income, database } = dongchuan.village.services;
    const enter = (wish: Readonly<Record<string, string>>) =>
      income.recordIncomeDue(
        dongchuan.village.id,
        {
          ...{ stream: 'other', payer: 'Office', amount: '1.00', assetId: shed, coversTo: '2024-06-30' },
          ...{ coversFrom: '2024-06-01', dueOn: '2024-07-20', postedOn: '2024-07-20', ...wish },
        },
        ACCOUNTANT,
      );
    await enter({});
    await enter({ payer: 'Tax office', incomeKind: 'tax_share' });
    expect(await problemsOf(enter({ payer: 'Other', incomeKind: 'house_rent' }))).toEqual([
      'form.notAllowed incomeKind',
    ]);
    const natures = await new IncomeNaturesService(database, seeded).listSaid(dongchuan.village.id);
    const names = seeded
      .requirePack('530113/2022-09-19')
      .pack.lists.find(({ id }) => id === 'income_kind')
      ?.of.map(({ name }) => name);
    expect([...natures.values()].map(({ kind }) => kind).sort()).toEqual(names?.slice(1).sort());
  });
});
