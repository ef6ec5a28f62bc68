import { partKey } from '../../src/domain/payouts/payable-parts';
import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { ManualVouchersService } from '../../src/features/ledger/manual-vouchers.service';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import { ObjectionAnswersService } from '../../src/features/notices/objection-answers.service';
import { ObjectionsService } from '../../src/features/notices/objections.service';
import { PayListBankService } from '../../src/features/payouts/pay-list-bank.service';
import { PayListDraftingService } from '../../src/features/payouts/pay-list-drafting.service';
import { PayListsReadService } from '../../src/features/payouts/pay-lists-read.service';
import { PayListsService } from '../../src/features/payouts/pay-lists.service';
import { PayablePartsService } from '../../src/features/payouts/payable-parts.service';
import { describeOnEachEngine } from '../support/engines';
import { publishToday, putUpToday } from '../support/hung-sheet';
import { Tampering } from '../support/tampering';
import { typedLine, typedVoucher } from '../support/vouchers';
import { type PayVillage, startPayVillage } from './pay-village.fixture';

const KEEPER = { by: 'wages' };
const CASHIER = { by: 'cash' };

/**
 * Granted on 5 July, hung from the 5th to the 11th, objected to and answered on the 12th; on the 12th one
 * person is paid by a list and 600.00 by a voucher of no list.
 */
describeOnEachEngine(
  'the check of the books finds what was paid before its plan was approved',
  (_, engine) => {
    let started: PayVillage;
    let hand: Tampering;
    let byHand: string;
    let byList: string;

    const app = () => started.village.app;
    const found = async (): Promise<string[]> => {
      const { breaks } = await app().get(BooksCheckService).checkBooks(started.id);
      return breaks
        .filter(({ pass }) => pass === 'approvedPayments')
        .map(({ code, at: { entryId } }) => {
          const where = entryId === byHand ? 'hand' : entryId === byList ? 'list' : (entryId ?? '');
          return `${code.replace('check.', '')} ${where}`.trim();
        })
        .sort();
    };
    const sendList = async (): Promise<string> => {
      const [part] = await app().get(PayablePartsService).listParts(started.id);
      const form = { channel: 'card', parts: part === undefined ? '' : partKey(part), cashWhy: '' };
      const { id } = await app().get(PayListDraftingService).draft(started.id, form, KEEPER);
      const lists = app().get(PayListsService);
      await lists.submit(started.id, { id, reasons: {} }, KEEPER);
      const { digest } = (await app().get(PayListsReadService).require(started.id, id)).list;
      const review = { outcome: 'passed', reason: '', digest: digest ?? '' };
      await lists.review(started.id, { id, form: review }, { by: 'li' });
      await app().get(PayListBankService).send(started.id, id, CASHIER);
      return id;
    };

    beforeAll(async () => {
      started = await startPayVillage(engine);
      const { plan, id, village } = started;
      const noticeId = await publishToday(plan);
      await putUpToday(plan, noticeId);
      village.clock.moveTo('2025-07-12');
      const said = { objectionWords: 'too much', objectionPhone: '', objectedOn: '2025-07-11' };
      const objections = app().get(ObjectionsService);
      const at = { collectiveId: id, id: noticeId };
      const { id: objectionId } = await objections.enter(at, said, KEEPER);
      const answer = { objectionGist: 'posts', objectionAnswer: 'by the days worked' };
      const own = { collectiveId: id, id: objectionId };
      await app().get(ObjectionAnswersService).answer(own, answer, KEEPER);
      const listId = await sendList();
      const form = { bankDay: '2025-07-12', lineNumbers: '', returnKind: '', returnWords: '' };
      await app().get(PayListBankService).confirm(id, { id: listId, form }, KEEPER);
      byList = (await app().get(PayListsReadService).require(id, listId)).acts.at(-1)?.entryId ?? '';
      const lines = [
        typedLine({ ledgerAccount: '213', debit: '600', pool: 'pv' }),
        typedLine({ ledgerAccount: '102', credit: '600', pool: 'pv' }),
      ];
      const voucher = typedVoucher({ postedOn: '2025-07-12', lines });
      const hands = { preparedBy: 'wages', reviewedBy: 'li' };
      byHand = (await app().get(ManualVouchersService).postVoucher(id, voucher, hands)).entryId;
      hand = await Tampering.on(village);
      await hand.keep();
    }, 600_000);
    afterAll(async () => {
      await hand.close();
      await started.village.close();
    });
    afterEach(() => hand.putBack());

    it('finds nothing where all was in its order, and nothing of what came to be known later', async () => {
      expect(await found()).toEqual([]);
      expect(await app().get(LedgerReadService).requireEntry(started.id, byHand)).toBeDefined();
    });

    const ALL = ['paidBeforeApproval hand', 'sentBeforeApproval'];
    it.each([
      ['DELETE FROM notice_displays', ALL],
      ["UPDATE notice_displays SET displayed_on = '2025-07-06'", ALL],
      ["UPDATE notice_displays SET entered_at = '2025-07-13T01:00:00.000Z'", ALL],
      ['DELETE FROM objection_answers', ALL],
      ["UPDATE objection_answers SET entered_at = '2025-07-13T01:00:00.000Z'", ALL],
      ["DELETE FROM approval_decisions WHERE step_number = 3 AND subject_kind = 'plan'", ALL],
      ["UPDATE approval_decisions SET decided_at = '2025-07-13T01:00:00.000Z'", ALL],
      [
        "UPDATE ledger_entries SET posted_on = '2025-07-11' WHERE event = 'ledger.manual'",
        ['paidBeforeApproval hand'],
      ],
      [
        "UPDATE ledger_entries SET posted_on = '2025-07-11' WHERE source_kind = 'payList'",
        ['paidBeforeSent list'],
      ],
      ["UPDATE pay_list_acts SET done_on = '2025-07-11' WHERE act = 'send'", ['sentBeforeApproval']],
      [
        "UPDATE pay_list_acts SET entered_at = '2025-07-10T01:00:00.000Z' WHERE act = 'send'",
        ['sentBeforeApproval'],
      ],
      ["DELETE FROM pay_list_acts WHERE act = 'send'", ['paidBeforeSent list']],
    ] as [string, string[]][])('%s', async (sql, told) => {
      await hand.run(sql);
      expect(await found()).toEqual(told);
    });
  },
);
