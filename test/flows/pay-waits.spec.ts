import { partKey } from '../../src/domain/payouts/payable-parts';
import { FormProblems } from '../../src/domain/shared/problem';
import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { ManualVouchersService } from '../../src/features/ledger/manual-vouchers.service';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import { VoucherStepsService } from '../../src/features/months/voucher-steps.service';
import { ObjectionAnswersService } from '../../src/features/notices/objection-answers.service';
import { ObjectionsService } from '../../src/features/notices/objections.service';
import { PayListBankService } from '../../src/features/payouts/pay-list-bank.service';
import { PayListDraftingService } from '../../src/features/payouts/pay-list-drafting.service';
import { PayListsReadService } from '../../src/features/payouts/pay-lists-read.service';
import { PayListsService } from '../../src/features/payouts/pay-lists.service';
import { PayablePartsService } from '../../src/features/payouts/payable-parts.service';
import { sentenceFor } from '../../src/glossary/sentences';
import { Visitor } from '../platform/http-app.fixture';
import { describeOnEachEngine } from '../support/engines';
import { publishToday, putUpToday } from '../support/hung-sheet';
import { typedLine, typedVoucher } from '../support/vouchers';
import { PASSWORD } from './api-village.fixture';
import { type PayVillage, startPayVillage } from './pay-village.fixture';

const KEEPER = { by: 'wages' };
const CASHIER = { by: 'cash' };
const OFFICER = { by: 'li' };

/** Granted on 5 July by the usual route, whose sheet hangs seven days, the first counted. */
describeOnEachEngine('money goes out from approved', (_open, engine) => {
  let started: PayVillage;
  let first: string;
  let noticeId: string;
  let objectionId: string;

  const app = () => started.village.app;
  const moveTo = (day: string) => started.village.clock.moveTo(day);
  /** Done, or each code with its field and the figure it names. */
  const toldOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error: unknown) => {
        if (!(error instanceof FormProblems)) return (error as { code: string }).code;
        return error.problems
          .map(({ code, field, facts = {} }) => {
            const { payFrom = '', count = '' } = facts;
            return [code.replace('payouts.', ''), field, payFrom, count].join(' ').trim();
          })
          .join(', ');
      },
    );
  /** A list of one person's part, agreed to by the township. */
  const agreed = async (place: number): Promise<string> => {
    const parts = await app().get(PayablePartsService).listParts(started.id);
    const part = parts.find(({ memberId }) => memberId === started.members[place]?.memberId);
    const form = { channel: 'card', parts: part === undefined ? '' : partKey(part), cashWhy: '' };
    const { id } = await app().get(PayListDraftingService).draft(started.id, form, KEEPER);
    const lists = app().get(PayListsService);
    await lists.submit(started.id, { id, reasons: {} }, KEEPER);
    const { digest } = (await app().get(PayListsReadService).require(started.id, id)).list;
    const passed = { outcome: 'passed', reason: '', digest: digest ?? '' };
    await lists.review(started.id, { id, form: passed }, OFFICER);
    return id;
  };
  const send = (id: string) => toldOf(app().get(PayListBankService).send(started.id, id, CASHIER));
  const bank = () => app().get(PayListBankService);
  const outcome = (bankDay: string, more = {}) => ({
    ...{ bankDay, lineNumbers: '', returnKind: '', returnWords: '', ...more },
  });
  /** So much of what nobody is named for, paid by a voucher of that day. */
  const payByHand = (yuan: string, postedOn: string) => {
    const lines = [
      typedLine({ ledgerAccount: '213', debit: yuan, pool: 'pv' }),
      typedLine({ ledgerAccount: '102', credit: yuan, pool: 'pv' }),
    ];
    const hands = { preparedBy: 'wages', reviewedBy: 'li' };
    const form = typedVoucher({ postedOn, lines });
    return toldOf(app().get(ManualVouchersService).postVoucher(started.id, form, hands));
  };
  const both = async (listId: string, today: string): Promise<string> =>
    `${await send(listId)}; ${await payByHand('1', today)}`;

  /** What somebody reads on a page. */
  const read = async (name: string, path: string): Promise<string> => {
    const visitor = visitors.get(name) ?? new Visitor(app());
    if (!visitors.has(name)) await visitor.logIn({ username: name, password: PASSWORD });
    visitors.set(name, visitor);
    return (await visitor.get(path)).body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  };
  const visitors = new Map<string, Visitor>();
  const listPage = (name: string) => read(name, `/villages/${started.id}/pay-lists/${first}`);
  const formPage = () => read('wages', `/villages/${started.id}/pay-lists/new`);
  const planPage = () => read('wages', `/villages/${started.id}/plans/${started.plan.planId}`);
  const SEND = '送出去的钱算在途';

  beforeAll(async () => {
    started = await startPayVillage(engine);
    first = await agreed(0);
  }, 600_000);
  afterAll(() => started.village.close());

  it('is listed and agreed to before, and refused while nothing hangs', async () => {
    expect(await both(first, '2025-07-05')).toBe('planUnpublished parts; planUnpublished lines');
    expect(await planPage()).toContain('“公示”办完了才能发这个方案的钱。');
    const page = await listPage('cash');
    expect(page).toContain('镇里同意了，等方案办完再送银行');
    expect(page).toMatch(/还不能发 2025年1月1日至2025年6月30日光伏收益的方案还没有公示.* 看这个方案/);
    expect(page).not.toContain(SEND);
  });

  it('is not paid as another debt either, which is then taken back', async () => {
    const { id } = started;
    const by = { preparedBy: 'wages', reviewedBy: 'li' };
    const lines = [
      typedLine({ ledgerAccount: '102', debit: '600', pool: 'pv' }),
      typedLine({ ledgerAccount: '213', credit: '600', pool: 'pv' }),
    ];
    const desk = app().get(ManualVouchersService);
    const madeUp = await desk.postVoucher(id, typedVoucher({ postedOn: '2025-07-04', lines }), by);
    expect(await payByHand('600', '2025-07-05')).toBe('done');
    const reverse = (entryId: string) => {
      const form = { entryId, reason: 'bookedTwice', postedOn: '2025-07-05' };
      return toldOf(app().get(VoucherStepsService).reverseVoucher(id, form, KEEPER));
    };
    expect(await reverse(madeUp.entryId)).toBe('planUnpublished reason');
    const paid = (
      await app().get(LedgerReadService).listVouchers(id, { first: '2025-07', last: '2025-07' })
    ).at(-1);
    expect(await reverse(paid?.entryId ?? '')).toBe('done');
    expect(await reverse(madeUp.entryId)).toBe('done');
  });

  it('is refused while no photo shows that the sheet hangs, however long', async () => {
    noticeId = await publishToday(started.plan);
    expect(await both(first, '2025-07-05')).toBe('planNotProven parts; planNotProven lines');
    expect(await read('wages', '/my-work')).toMatch(/光伏收益方案.*没有照片/);
  });

  it('is refused on each of its days, the first and the last', async () => {
    await putUpToday(started.plan, noticeId);
    const refused = 'planHangs parts 2025-07-12; planHangs lines 2025-07-12';
    expect(await both(first, '2025-07-05')).toBe(refused);
    moveTo('2025-07-11');
    expect(await both(first, '2025-07-11')).toBe(refused);
    const page = await listPage('cash');
    expect(page).toContain('镇里同意了，方案还在公示，2025年7月12日起可以送银行。');
    expect(page).not.toContain(SEND);
    expect(await formPage()).toContain('2025年7月12日起可以发这笔钱。现在可以先列、先送镇里。');
    expect(await read('cash', '/my-work')).toContain('现在没有等您办的事。');
    expect(await planPage()).toContain('公示要到2025年7月11日才满。2025年7月12日起可以发这个方案的钱。');
    const facts = { from: '2025-01-01', to: '2025-06-30', pool: 'pv', payFrom: '2025-07-12' };
    const said = sentenceFor('payouts.planHangs', { ...facts, until: '2025-07-11' });
    expect(said).toBe(
      '2025年1月1日至2025年6月30日光伏收益的方案公示到2025年7月11日，2025年7月12日起可以发这笔钱。',
    );
  });

  it('waits for every answer, on the last of its days and after it', async () => {
    const at = { collectiveId: started.id, id: noticeId };
    const said = { objectionWords: 'too much', objectionPhone: '', objectedOn: '2025-07-11' };
    ({ id: objectionId } = await app().get(ObjectionsService).enter(at, said, KEEPER));
    expect(await send(first)).toBe('planHangsObjected parts 2025-07-12 1');
    moveTo('2025-07-12');
    expect(await both(first, '2025-07-12')).toBe('planObjected parts  1; planObjected lines  1');
    expect(await listPage('cash')).toContain('还有 1 条意见没有答复，答复完了才能发这笔钱。');
  });

  it('goes out on the day after the last, by no voucher of a day before', async () => {
    const answer = { objectionGist: 'posts', objectionAnswer: 'by the days worked' };
    const at = { collectiveId: started.id, id: objectionId };
    await app().get(ObjectionAnswersService).answer(at, answer, KEEPER);
    expect(await planPage()).toContain('这个方案列支的钱可以发了。');
    expect(await formPage()).not.toContain('现在可以先列、先送镇里。');
    expect(await listPage('cash')).toContain(SEND);
    expect(await read('cash', '/my-work')).toContain('同意了，等送银行');
    expect(await payByHand('1', '2025-07-11')).toBe('planHangsObjected lines 2025-07-12 1');
    expect(await send(first)).toBe('done');
    // What stands beside the list is the other one's.
    expect(await payByHand('600', '2025-07-12')).toBe('done');
  });

  it('is booked once it was sent, though somebody objects meanwhile; what comes back waits', async () => {
    moveTo('2025-07-14');
    const at = { collectiveId: started.id, id: noticeId };
    const said = { objectionWords: 'too little', objectionPhone: '', objectedOn: '2025-07-14' };
    const { id } = await app().get(ObjectionsService).enter(at, said, KEEPER);
    const paid = { id: first, form: outcome('2025-07-14') };
    expect(await toldOf(bank().confirm(started.id, paid, KEEPER))).toBe('done');
    const back = { id: first, form: outcome('2025-07-14', { lineNumbers: '1', returnKind: 'closed' }) };
    expect(await toldOf(bank().giveBack(started.id, back, KEEPER))).toBe('done');
    // What is entered for the day before is entered now.
    expect(await payByHand('1', '2025-07-13')).toBe('planObjected lines  1');
    const again = await agreed(0);
    expect(await both(again, '2025-07-14')).toBe('planObjected parts  1; inFlight lines');
    const answer = { objectionGist: 'posts', objectionAnswer: 'by the days worked' };
    await app()
      .get(ObjectionAnswersService)
      .answer({ ...at, id }, answer, KEEPER);
    expect(await send(again)).toBe('done');
    expect((await app().get(BooksCheckService).checkBooks(started.id)).breaks).toEqual([]);
  });
});
