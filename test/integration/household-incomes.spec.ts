import { HouseholdPaymentsService } from '../../src/features/distribution/household-payments.service';
import { ManyRostersService } from '../../src/features/collectives/many-rosters.service';
import { BookLinesService } from '../../src/features/ledger/book-lines.service';
import { ManyBooksService } from '../../src/features/ledger/many-books.service';
import { PackChoicesService } from '../../src/features/policy/pack-choices.service';
import { ManyUsesService } from '../../src/features/uses/many-uses.service';
import { aidListsOn } from '../support/aid';
import { dividendsOn, enterShares, giveRound, identityOf, payRound, roundOf } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { keysOf, membersOn } from '../support/members';
import { refusals } from '../support/posts';
import { seedRegisters } from '../support/seed-registers';
import { typedLine, typedVoucher } from '../support/vouchers';
import { ACCOUNTANT, claimOf, DEPUTY, Village } from '../support/village';

/** Li lives with his wife, Zhang alone; a list of rewards gives Li 350.00 and Zhang 60.00. */
describeOnEachEngine('the income of a household beside what the books paid it', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let people: ReturnType<typeof membersOn>;
  let rewards: string;
  let li: { readonly collectiveId: string; readonly householdId: string };
  let zhang: typeof li;
  let owedBy: string;

  const note = (at: typeof li, perHead: string, belowPaidWhy = '', incomeYear = '2025') =>
    refusals(
      people.incomes
        .noteIncome(at, { incomeYear, perHead, incomePaper: 'sheet', belowPaidWhy }, ACCOUNTANT)
        .then(() => undefined),
    );
  const heldOf = async (at: typeof li) =>
    (await people.incomes.listHeld(at)).map(({ perHead, paidAbove, belowPaidWhy }) => {
      return [perHead, paidAbove, belowPaidWhy];
    });
  const pay = (yuan: string, [to, from]: readonly [string, string] = ['211', '102']) =>
    village.services.manualVouchers.postVoucher(
      village.id,
      typedVoucher({
        postedOn: '2025-07-20',
        lines: [
          typedLine({ ledgerAccount: to, debit: yuan, pool: 'pv' }),
          typedLine({ ledgerAccount: from, credit: yuan, pool: 'pv' }),
        ],
      }),
      { preparedBy: 'ann', reviewedBy: 'ben' },
    );

  beforeAll(async () => {
    opened = await open();
    const { database } = opened;
    village = await Village.start(database);
    await village.openWith(500_000n);
    const { clock, collectives, standards } = village.services;
    const { charts, packs } = seedRegisters();
    const uses = new ManyUsesService(database, new ManyRostersService(database));
    const books = new ManyBooksService(database, charts, new BookLinesService(database));
    const payments = new HouseholdPaymentsService(uses, books);
    const choices = new PackChoicesService(database, clock, packs, collectives);
    people = membersOn(database, { clock, choices, collectives, standards, keys: keysOf(), payments });
    const person = (personName: string, index: number, relation = 'head') => ({
      ...{ personName, identity: identityOf(index), relation, labour: 'able', officerRelation: 'none' },
      ...{ belongs: 'yes', fromDay: '2025-01-01', mobile: '', accountKind: '', accountNumber: '', bank: '' },
    });
    const house = async (head: ReturnType<typeof person>) => {
      const { id } = await people.members.enterHousehold(village.id, { villageGroup: '', head }, ACCOUNTANT);
      return { collectiveId: village.id, householdId: id };
    };
    li = await house(person('Li Si', 1));
    await people.members.enterMember(village.id, { ...li, person: person('Wang', 2, 'spouse') }, ACCOUNTANT);
    zhang = await house(person('Zhang', 3));
    const reward = { bucket: 'reward', targetGroup: 'unknown', forWhat: 'rewards' };
    [rewards = ''] = (await village.approvedPlan([claimOf(41_000n, reward)])).claimIds;
  });
  afterAll(() => opened.close());

  it('is asked about nothing that is granted and not paid', async () => {
    const { lists } = aidListsOn(opened.database, village.services);
    const form = {
      ...{ claimId: rewards, aidKind: 'own', aidGround: 'clean yards', aidBasis: 'rule 12' },
      ...{ aidRows: '1 50 7\n3 60', aidTotal: '410', potOf: '', potPercent: '', equalReason: '' },
    };
    const { id: listId } = await lists.enterList(village.id, form, ACCOUNTANT);
    const accepted = { listId, aidOn: '2025-07-20', aidReason: '' };
    owedBy = (await lists.acceptList(village.id, accepted, DEPUTY)).voucher.entryId;
    expect(await note(li, '0')).toEqual([]);
    expect(await note(li, '0', 'nothing to say')).toEqual(['household.incomeNotBelow belowPaidWhy']);
    expect(await heldOf(li)).toEqual([[0n, undefined, undefined]]);
    expect(await people.incomes.listUnexplained(village.id)).toEqual([]);
  });

  it('asks why where less is typed than was paid for sure, and keeps the reason', async () => {
    await pay('405.00');
    // Zhang can have had 60.00 of it, so Li had 345.00: 172.50 a head. Li can have had 350.00.
    expect(await note(li, '172.49')).toEqual(['household.incomeBelowPaid belowPaidWhy']);
    expect(await note(li, '172.49', 'why')).toEqual(['policy.reasonTooShort belowPaidWhy']);
    expect(await note(li, '172.49', identityOf(1))).toEqual(['form.privateNumber belowPaidWhy']);
    expect(await note(li, '172.49', '', '2024')).toEqual([]);
    expect(await note(zhang, '54.99')).toEqual(['household.incomeBelowPaid belowPaidWhy']);
    expect(await note(zhang, '55.00')).toEqual([]);
    expect(await note(li, '172.50')).toEqual([]);
    expect(await note(li, '172.49', ' feed of the cattle ')).toEqual([]);
    expect((await heldOf(li)).at(-1)).toEqual([17_249n, 17_250n, 'feed of the cattle']);
    expect(await people.incomes.listUnexplained(village.id)).toEqual([]);
  });

  it('tells what was paid since, of what holds of the year and has no reason', async () => {
    expect(await note(li, '172.50')).toEqual([]);
    const { entryId } = await pay('5.00');
    expect((await heldOf(li)).map(([, above]) => above)).toEqual([
      ...[undefined, undefined, undefined, undefined, 17_500n],
    ]);
    const told = async () =>
      (await people.incomes.listUnexplained(village.id)).map((each) => [each.householdId, each.paidAbove]);
    expect(await told()).toEqual([
      [li.householdId, 17_500n],
      [zhang.householdId, 6_000n],
    ]);
    await village.reverse(entryId);
    expect(await told()).toEqual([]);
  });

  it('counts what was paid by a list that was taken back, until it comes back', async () => {
    await pay('5.00');
    await village.reverse(owedBy, undefined, 'the wrong people');
    expect(await note(zhang, '59.99')).toEqual(['household.incomeBelowPaid belowPaidWhy']);
    expect(await note(li, '174.99')).toEqual(['household.incomeBelowPaid belowPaidWhy']);
    await pay('410.00', ['102', '211']);
    expect(await note(zhang, '0')).toEqual([]);
    expect(await note(li, '0')).toEqual([]);
  });

  it('counts dividends on the day they are paid', async () => {
    const dividends = dividendsOn(opened.database, village);
    await enterShares(dividends, village, { lines: ['1 1', '2 1'], from: '2025-01-01' });
    const { roundId } = await giveRound(dividends, village, roundOf('100.00'));
    expect(await note(zhang, '0')).toEqual([]);
    const { entryId } = await payRound(dividends, village, { roundId, holder: '2' });
    expect(await note(zhang, '49.99')).toEqual(['household.incomeBelowPaid belowPaidWhy']);
    expect(await note(zhang, '50.00')).toEqual([]);
    expect(await note(li, '0')).toEqual([]);
    await village.reverse(entryId);
    expect(await note(zhang, '0')).toEqual([]);
  });
});
