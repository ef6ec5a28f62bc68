import { costStateOf } from '../../src/domain/deductions/cost-dues';
import { sumFen } from '../../src/domain/money/fen';
import { expectSoundBooks } from '../books/invariants';
import { typedContract } from '../support/deductions';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { surplusLinesOn } from '../support/surplus';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, STATION, Village } from '../support/village';
import { codesOf } from './leases.fixture';

const NO_CHANGE = { kind: '', effectiveOn: '', newLastOn: '', price: '', reason: 'paper' };

describeOnEachEngine('contracts of costs', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let station: string;
  let rent: string;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    station = (await village.services.assets.addAsset(village.id, STATION, ACCOUNTANT)).id;
    const bank = [{ pool: 'pv' as const, amount: 1_000_000n }];
    const line = { pool: 'pv' as const, amount: 42_000_000n };
    const further = [
      { ...line, ledgerAccount: '151', side: 'debit' as const, assetId: station },
      { ...line, ledgerAccount: '311', side: 'credit' as const },
    ];
    const opening = { on: '2025-01-01', bank, receivables: [], further };
    await village.services.openings.recordShort(village.id, opening, ACCOUNTANT);
  });
  afterAll(() => opened.close());

  const add = async (wish: Parameters<typeof typedContract>[0]): Promise<string> =>
    (await village.services.contracts.addContract(village.id, typedContract(wish), ACCOUNTANT)).id;
  const change = (contractId: string, wish: Partial<typeof NO_CHANGE>) =>
    village.services.costChanges.changeContract(
      village.id,
      { contractId, form: { ...NO_CHANGE, ...wish } },
      ACCOUNTANT,
    );
  const charge = (form: { contractId: string; postedOn: string; amount: string; otherYear?: string }) =>
    village.services.deductions.recordDeduction(
      village.id,
      { kind: '', name: '', reason: '', coversFrom: '', ...form },
      ACCOUNTANT,
    );
  const pay = (contractId: string, postedOn: string, amount: string, coversFrom = '') =>
    charge({ contractId, postedOn, amount, ...{ coversFrom } });
  const wantedBy = async (day: string): Promise<string[]> =>
    (await village.services.charges.listWanted(village.id, day)).map(
      ({ name, from, amount }) => `${name} ${from} ${String(amount)}`,
    );
  const stepsWant = async (month: string): Promise<string[]> => {
    const wishes = village.services.readiness.holdingProblems(opened.database.reader, village.id, month);
    return (await wishes)
      .filter(({ code }) => code === 'months.costDue')
      .map(({ facts }) => String(facts?.['name']));
  };

  it('are entered once, and charged by the day where they do not fill their period', async () => {
    const land = { kind: 'land_rent', name: 'field', termType: 'landRent', mu: '4.20', yuanPerMuYear: '800' };
    const wish = { ...land, assetId: station, yearPart: 'half-year', validFrom: '2025-04-01' };
    rent = await add(wish);
    expect(await codesOf(add(wish))).toEqual(['costContract.same']);
    // 1,680.00 × 91 ÷ 181 = 844.64
    expect(await wantedBy('2025-05-31')).toEqual([]);
    expect(await wantedBy('2025-06-30')).toEqual(['field 2025-01-01 84464']);
    expect(await codesOf(pay(rent, '2025-05-10', '1680.00'))).toEqual(['deductions.notAsContracted']);
    expect(await codesOf(pay(rent, '2025-05-10', '844.64'))).toEqual([]);
    expect(await wantedBy('2025-06-30')).toEqual([]);
    const [kept] = await village.services.deductions.listDeductions(village.id);
    expect(kept?.reckoning.parts?.map(({ days, of }) => [days, of])).toEqual([[91, 181]]);
  });

  it('change on days that are not charged, and keep their month open until they are booked', async () => {
    const early = change(rent, { kind: 'price', effectiveOn: '2025-06-30', price: '900' });
    expect(await codesOf(early)).toEqual(['costContract.charged']);
    await change(rent, { kind: 'price', effectiveOn: '2025-07-11', price: '900' });
    await change(rent, { kind: 'end', effectiveOn: '2025-07-15' });
    // 1,680.00 × 10 ÷ 184 + 1,890.00 × 5 ÷ 184 = 91.30 + 51.36
    expect(await wantedBy('2025-07-31')).toEqual(['field 2025-07-01 14266']);
    expect(await stepsWant('2025-06')).toEqual([]);
    expect(await stepsWant('2025-07')).toEqual(['field']);
    const late = await pay(rent, '2025-07-18', '142.66', '2025-07-01');
    expect(await stepsWant('2025-07')).toEqual([]);
    await village.reverse(late.voucher.entryId, '2025-07-19');
    expect(await stepsWant('2025-07')).toEqual(['field']);
  });

  it('go without a charge where somebody says why, and may be booked afterwards', async () => {
    const waive = (from: string, reason: string) =>
      village.services.costChanges.waiveCharge(village.id, { contractId: rent, from, reason }, ACCOUNTANT);
    expect(await codesOf(waive('2025-07-01', ' '))).toEqual(['form.missing']);
    expect(await codesOf(waive('2024-07-01', 'paid'))).toEqual(['costContract.noSuchPeriod']);
    expect(await codesOf(waive('2025-01-01', 'paid'))).toEqual(['costContract.nothingDue']);
    await waive('2025-07-01', 'paid by the builder');
    expect(await stepsWant('2025-07')).toEqual([]);
    expect(await codesOf(pay(rent, '2025-07-20', '142.66', '2025-07-01'))).toEqual([]);
    expect(await codesOf(pay(rent, '2025-07-20', '1.00', '2025-04-01'))).toEqual([
      'costContract.noSuchPeriod',
    ]);
    await expectSoundBooks(village);
  });

  it('stand beside what an improvement took from the same money, which says why, too', async () => {
    const form = {
      ...{ kind: 'improvement', happenedOn: '2025-07-19', amount: '80.00', pool: 'pv', paidFrom: 'bank' },
      ...{ fundLevel: 'own', fundYear: '2025', months: '', salvage: '', paper: 'contract 3' },
    };
    const improve = (reason: string) =>
      village.services.assetLife.recordChange(
        village.id,
        { assetId: station, form: { ...form, reason } },
        ACCOUNTANT,
      );
    expect(await codesOf(improve(''))).toEqual(['deductions.reasonMissing']);
    const booked = await improve('the inverter burnt');
    const costs = await village.services.deductions.listDeductions(village.id);
    const told = { reason: 'the inverter burnt', kind: 'other', pool: 'pv', amount: 8_000n };
    expect(costs.filter(({ entryId }) => entryId === booked.entryId)).toMatchObject([told]);
    const year = { pool: 'pv', from: '2025-01-01', to: '2025-12-31' } as const;
    const { deducted } = await village.services.surplus.statement(village.id, year);
    expect(deducted).toBe(sumFen(costs.map((cost) => cost.amount)));
    await village.reverse(booked.entryId, '2025-07-20');
    expect(await village.services.deductions.listDeductions(village.id)).toHaveLength(costs.length - 1);
  });

  it('go on where an early end was typed wrongly, until something else was agreed since', async () => {
    const guard = await add({ name: 'guard', assetId: station, validTo: '2025-12-31' });
    const daysOf = async () => (await village.services.contracts.requireContract(village.id, guard)).lastOn;
    const resume = () => change(guard, { kind: 'resume', reason: 'typed for another contract' });
    expect(await codesOf(resume())).toEqual(['costContract.notEnded']);
    await change(guard, { kind: 'end', effectiveOn: '2025-03-31' });
    expect(await daysOf()).toBe('2025-03-31');
    await resume();
    expect(await daysOf()).toBe('2025-12-31');
    await change(guard, { kind: 'end', effectiveOn: '2025-03-31' });
    await change(guard, { kind: 'price', effectiveOn: '2025-02-01', price: '12.00' });
    await resume();
    expect(await daysOf()).toBe('2025-12-31');
    expect(await codesOf(resume())).toEqual(['costContract.notEnded']);
    await change(guard, { kind: 'end', effectiveOn: '2024-12-31' });
    expect(await wantedBy('2025-12-31')).not.toContain('guard 2025-01-01 1000');
  });

  it('announce an insurance that ends, until it is renewed, and the days without one', async () => {
    const policy = {
      kind: 'insurance',
      name: 'fire',
      yearPart: 'once',
      policyNumber: 'F-7',
      sumInsured: '100',
    };
    const fire = await add({ ...policy, assetId: station, validTo: '2025-08-10' });
    const mattersOn = (day: string) => village.services.contracts.listInsuranceMatters(village.id, day);
    expect((await mattersOn('2025-07-20')).ending).toMatchObject([{ name: 'fire', inDays: 21 }]);
    expect((await mattersOn('2025-08-20')).gaps).toMatchObject([{ from: '2025-08-11', to: undefined }]);
    expect(await codesOf(change(fire, { kind: 'price', effectiveOn: '2025-08-01', price: '9' }))).toEqual([
      'costContract.paidOnce',
    ]);
    await change(fire, { kind: 'renewal', newLastOn: '2026-08-10', price: '12.00' });
    expect(await mattersOn('2025-08-20')).toEqual({ ending: [], gaps: [] });
    expect(await wantedBy('2025-08-31')).toEqual(['fire 2025-01-01 1000', 'fire 2025-08-11 1200']);
    // The premium is paid before its first day; more than half of it is for the next year.
    const premium = { contractId: fire, coversFrom: '2025-08-11', postedOn: '2025-07-10', amount: '12.00' };
    expect(await codesOf(charge(premium))).toEqual(['deductions.otherYear']);
    await charge({ ...premium, otherYear: 'a year at once' });
    expect(await wantedBy('2025-08-31')).toEqual(['fire 2025-01-01 1000']);
    await expectSoundBooks(village);
  });

  it('hold their caps together, bills, too; more is paid with a reason that is kept', async () => {
    const cap = { termType: 'perWattYear', yuanPerWattYear: '0.0002', capacityKw: '100', assetId: station };
    const [one, other] = [
      await add({ ...cap, name: 'cleaning' }),
      await add({ ...cap, name: 'repairs', reason: 'two firms' }),
    ];
    const bill = (amount: string, wish: object = {}) =>
      village.services.deductions.recordDeduction(
        village.id,
        {
          ...{ kind: 'o_and_m', name: amount, reason: '', assetId: station, postedOn: '2025-07-18' },
          ...{ amount, twiceReason: 'beside', ...wish },
        },
        ACCOUNTANT,
      );
    // 0.0002 yuan × 100,000 W = 20.00 a year, for both and every bill.
    expect(await codesOf(pay(one, '2025-07-18', '12.00'))).toEqual([]);
    expect(await codesOf(pay(other, '2025-07-18', '8.01'))).toEqual(['deductions.capTogether']);
    expect(await codesOf(pay(other, '2025-07-18', '5.00'))).toEqual([]);
    expect(await codesOf(bill('3.01'))).toEqual(['deductions.capTogether']);
    expect(await codesOf(bill('3.01', { servedFrom: '2024-01-01', servedTo: '2024-12-31' }))).toEqual([
      'deductions.otherYear',
    ]);
    const { id } = await bill('3.01', { aboveCap: 'storm, paper no. 12' });
    const late = { servedFrom: '2024-07-01', servedTo: '2025-06-30', otherYear: 'came in May' };
    const { id: over } = await bill('20.00', late);
    const costs = await village.services.deductions.listDeductions(village.id);
    expect(costs.find((cost) => cost.id === id)?.reason).toMatch(/storm, paper no\. 12.*beside$/);
    const spread = costs.find((cost) => cost.id === over);
    expect(spread?.reason).toMatch(/2024.*184.*10\.08.*2025.*181.*9\.92.*came in May$/);
    expect(spread?.reckoning).toMatchObject({ coversFrom: '2024-07-01', coversTo: '2025-06-30' });
    const entry = await village.services.books.requireEntry(village.id, spread?.entryId ?? '');
    expect(entry.aboutPeriod).toBe('2025-06');
    await expectSoundBooks(village);
  });

  it('say what a rate has charged too much on money that was taken back, until it is put right', async () => {
    const served = await village.addStation({ name: 'first' });
    const id = await add({
      ...{ kind: 'o_and_m', name: 'service', termType: 'percentOfReceipt', rate: '2.9%' },
      ...{ assetId: served, validFrom: '2025-01-01', reason: 'its own' },
    });
    const contract = await village.services.contracts.requireContract(village.id, id);
    const year = { pool: 'pv', from: '2025-01-01' } as const;
    const told = async (to = '2025-12-31') => {
      const [due] = await village.services.charges.listDues(village.id, { contract, upTo: '2025-06-30' });
      const lines = await surplusLinesOn(village.services).listLines(village.id, { ...year, to });
      const notes = lines.flatMap(({ kind, note = '' }) => (kind === 'out' && note !== '' ? [note] : []));
      return due && [costStateOf(due, '2025-06-30'), due.charged, due.due, notes];
    };
    await village.settle(served, '2025-01', { kwh: 1_000 });
    const energy = (await village.owed()).filter(({ stream }) => stream === 'energy');
    const { voucher: came } = await village.receive(energy, '2025-02-10');
    const { voucher } = await pay(id, '2025-02-20', '11.60');
    expect(await told()).toEqual(['booked', 1_160n, 0n, []]);
    expect(await told('2025-02-09')).toEqual(['booked', 1_160n, 0n, []]);
    // What another station brings is not what this one's service is paid of.
    const other = await village.addStation({ name: 'second' });
    await village.settle(other, '2025-01', { kwh: 1_000 });
    const others = (await village.owed()).filter(({ assetId }) => assetId === other);
    await village.receive(others, '2025-02-21');
    expect(await told()).toEqual(['booked', 1_160n, 0n, []]);
    await village.reverse(came.entryId, '2025-03-01');
    expect(await told()).toEqual(['over', 1_160n, -1_160n, ['其中“service”多记了 11.60 元，还没冲']]);
    // 200.00 came in the end: 5.80 is owed of it, and the rest of what was charged stays too much.
    await village.receive(
      energy.map((each) => ({ ...each, outstanding: 20_000n })),
      '2025-03-05',
    );
    expect(await told()).toEqual(['over', 1_160n, -580n, ['其中“service”多记了 5.80 元，还没冲']]);
    await village.reverse(voucher.entryId, '2025-03-06');
    expect(await told()).toEqual(['wanted', 0n, 580n, []]);
    await pay(id, '2025-03-07', '5.80');
    expect(await told()).toEqual(['booked', 580n, 0n, []]);
    await expectSoundBooks(village);
  });

  it('ask why of a bill beside one over all of the pool, and of a charge a bill has paid', async () => {
    const wish = { kind: 'insurance', policyNumber: 'G-1', sumInsured: '9', validTo: '2025-12-31' };
    const all = await add({ ...wish, name: 'cover', pool: 'pv', reason: 'all stations' });
    const paid = { kind: 'insurance', name: 'hail', assetId: '', pool: 'pv' as const, amount: '10.00' };
    const bill = (given: object) =>
      village.services.deductions.recordDeduction(
        village.id,
        { ...paid, postedOn: '2025-07-10', reason: '', ...given },
        ACCOUNTANT,
      );
    // The station has a contract of land rent, too, which says nothing of what it is insured for.
    expect(await codesOf(bill({ assetId: station }))).toEqual(['deductions.besideContract']);
    expect(await codesOf(bill({ twiceReason: 'paid by hand' }))).toEqual([]);
    expect(await codesOf(pay(all, '2025-07-12', '10.00'))).toEqual(['deductions.sameBill']);
    expect(await codesOf(pay(all, '2025-07-18', '10.00'))).toEqual([]);
  });

  it('are reckoned again by the check, from contract and changes', async () => {
    const hand = await Tampering.on(opened);
    await hand.keep();
    for (const [sql, code] of [
      ["UPDATE deduction_contracts SET term = REPLACE(term, '800', '801')", 'check.chargeTermOther'],
      [
        "UPDATE deduction_contract_changes SET change = REPLACE(change, '2025-07-11', '2025-06-11')",
        'check.chargeTermOther',
      ],
      [
        "UPDATE deductions SET reckoning = REPLACE(reckoning, '2025-04-01', '2025-04-02')",
        'check.chargeDiffers',
      ],
      ["DELETE FROM deduction_contracts WHERE name = 'field'", 'check.chargeAlone'],
    ] as const) {
      await hand.run(sql);
      const { breaks } = await village.services.check.checkBooks(village.id);
      const [found] = breaks.filter(({ pass }) => pass === 'charges');
      expect([found?.code, found?.facts['name']]).toEqual([code, 'field']);
      await hand.putBack();
    }
    await hand.run("UPDATE deduction_contracts SET clause = 'other' WHERE name = 'field'");
    const { breaks } = await village.services.check.checkBooks(village.id);
    expect(breaks.map(({ facts }) => facts['row'])).toEqual(['Station 1 · field · 2025-04-01']);
    await hand.putBack();
    // A pass that cannot read a row says so; the others go on and name the row.
    await hand.run("UPDATE deduction_contracts SET term = 'spoilt' WHERE name = 'field'");
    const { breaks: spoilt } = await village.services.check.checkBooks(village.id);
    const said = spoilt.map(({ pass, code }) => `${pass} ${code}`);
    expect(said).toContain('charges check.passUnreadable');
    expect(said).toContain('records check.rowChanged');
    await hand.close();
  });
});
