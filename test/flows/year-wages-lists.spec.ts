import { partKey } from '../../src/domain/payouts/payable-parts';
import { YearMonthsService } from '../../src/features/distribution/year-months.service';
import { YearPlanReadService } from '../../src/features/distribution/year-plan-read.service';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import { PayListBankService } from '../../src/features/payouts/pay-list-bank.service';
import { PayListDraftingService } from '../../src/features/payouts/pay-list-drafting.service';
import { PayListsReadService } from '../../src/features/payouts/pay-lists-read.service';
import { PayListsService } from '../../src/features/payouts/pay-lists.service';
import { PayablePartsService } from '../../src/features/payouts/payable-parts.service';
import { describeOnEachEngine } from '../support/engines';
import { Tampering } from '../support/tampering';
import { YearWages } from './year-wages.fixture';

const KEEPER = { by: 'wages' };

/** Wages that are granted under the plan of the year go out by a list, as those of a distribution do. */
describeOnEachEngine('a pay list of wages under the plan of the year', (_, engine) => {
  let wages: YearWages;
  let yearId: string;
  let listId: string;

  const app = () => wages.village.app;
  const refusal = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error: unknown) => {
        const { code, problems } = error as { code?: string; problems?: readonly { code: string }[] };
        return problems?.[0]?.code ?? code ?? 'another error';
      },
    );
  const draft = async (): Promise<string> => {
    const parts = (await app().get(PayablePartsService).listParts(wages.added.id)).map(partKey).join(',');
    const form = { channel: 'card', parts, cashWhy: '' };
    return (await app().get(PayListDraftingService).draft(wages.added.id, form, KEEPER)).id;
  };
  /** Submitted, and agreed to by another. */
  const agree = async (id: string): Promise<void> => {
    const lists = app().get(PayListsService);
    await lists.submit(wages.added.id, { id, reasons: {} }, KEEPER);
    const { digest } = (await app().get(PayListsReadService).require(wages.added.id, id)).list;
    const form = { outcome: 'passed', reason: '', digest: digest ?? '' };
    await lists.review(wages.added.id, { id, form }, { by: 'li' });
  };
  const send = (id: string) => app().get(PayListBankService).send(wages.added.id, id, { by: 'cash' });
  const breaks = async () => (await app().get(BooksCheckService).checkBooks(wages.added.id)).breaks;
  const told = async (): Promise<string[]> => {
    const plan = await app().get(YearPlanReadService).requirePlan(wages.added.id, yearId);
    const given = await app().get(YearMonthsService).givenOf(plan);
    const posts = given?.uses.find(({ use }) => use === 'posts');
    return [posts?.granted, posts?.paid, posts?.open].map(String);
  };

  beforeAll(async () => {
    wages = await YearWages.start(engine);
    yearId = await wages.decideYear('2000.00');
    await wages.accept('2025-04', '30', yearId);
  }, 120_000);
  afterAll(() => wages.village.close());

  it('goes nowhere before the sheet of the year has hung its days', async () => {
    expect(await told()).toEqual(['60000', '0', '140000']);
    listId = await draft();
    await agree(listId);
    expect(await refusal(send(listId))).toBe('payouts.planUnpublished');
  });

  it('is agreed to, sent and confirmed once it has', async () => {
    await wages.hang(yearId);
    await send(listId);
    const form = { bankDay: wages.village.clock.today(), lineNumbers: '', returnKind: '', returnWords: '' };
    await app().get(PayListBankService).confirm(wages.added.id, { id: listId, form }, KEEPER);
    expect(await told()).toEqual(['60000', '60000', '140000']);
    expect(await breaks()).toEqual([]);
  });

  it('stays paid in its order under a revision of the year, which pays nothing before it hangs', async () => {
    yearId = await wages.decideYear('2100.00', 'more posts');
    expect(await breaks()).toEqual([]);
    await wages.accept('2025-05', '31', yearId);
    const next = await draft();
    await agree(next);
    expect(await refusal(send(next))).toBe('payouts.planUnpublished');
    await wages.hang(yearId);
    await send(next);
    expect(await told()).toEqual(['120000', '60000', '90000']);
    expect(await breaks()).toEqual([]);
  });

  it.each([
    [
      'the revision’s sheet',
      (id: string) => `notice_id IN (SELECT id FROM notices WHERE plan_id = '${id}')`,
      1,
    ],
    ['every sheet', () => '1 = 1', 2],
  ])('is found by the check where nobody put up %s', async (_what, where, lists) => {
    const hand = await Tampering.on(wages.village);
    try {
      await hand.keep();
      await hand.run(`DELETE FROM notice_displays WHERE ${where(yearId)}`);
      const found = (await breaks()).filter(({ pass }) => pass === 'approvedPayments');
      expect(found.map(({ code }) => code)).toEqual(Array(lists).fill('check.sentBeforeApproval'));
      await hand.putBack();
      expect(await breaks()).toEqual([]);
    } finally {
      await hand.close();
    }
  });
});
