import { NationalEntriesPage } from '../../../src/features/payouts/national-entries.pages';
import { NATIONAL_GLYPHS } from '../../../src/features/payouts/national-entries-view.service';
import { DebtPayeePage } from '../../../src/features/payouts/debt-payee.pages';
import { PayAdvicesPage } from '../../../src/features/payouts/pay-advices.pages';
import type { VNode } from 'preact';
import { capitalFigures } from '../../../src/domain/money/capital-figures';
import { PAY_LIST_STATES, type PayListState } from '../../../src/domain/payouts/pay-list';
import { OfficePayListsPage } from '../../../src/features/payouts/office-pay-lists.pages';
import type { PayListActsProps } from '../../../src/features/payouts/pay-list-acts.pages';
import { PayListFormPage } from '../../../src/features/payouts/pay-list-form.pages';
import { type PayeeRow, PayListPage } from '../../../src/features/payouts/pay-list.pages';
import { PAY_LIST_GLYPHS } from '../../../src/features/payouts/pay-lists-view.service';
import { type PayListRow, PayListsPage } from '../../../src/features/payouts/pay-lists.pages';
import { PayResultPreviewPage, PayResultUploadPage } from '../../../src/features/payouts/pay-result.pages';
import { nationalWords } from '../../../src/glossary/national-words';
import { payAdviceWords } from '../../../src/glossary/pay-advice-words';
import { payListWords } from '../../../src/glossary/payout-words';
import { labelOf } from '../../../src/glossary/terms';
import { formOf, TOWNSHIP_FRAME, villageFrame } from './gallery-frame';

const FRAME = villageFrame('plans');
const [SUM, MANY] = [650_000n, 60];
const CARD = '惠农一卡通存折 *************1001 农村商业银行';
const NAMES = ['张守田', '王秀英', '古丽巴哈尔·买买提江', '阿卜杜热西提·买买提艾力'];

const person = (index: number): PayeeRow => ({
  ...{ numbers: `${index + 1}`, household: index + 1, name: NAMES[index % 4] ?? '', href: '#owed' },
  ...{ paidTo: CARD, whats: ['村内保洁　2025-06'], amount: 65_000n },
  states: [
    index === 3
      ? {
          state: 'attention',
          word: labelOf('payLineState.returned'),
          why: '账户已销，银行回单写“账户已销户”',
        }
      : { state: 'todo', word: labelOf('payLineState.open'), why: '' },
  ],
});

const ACTS: PayListActsProps = {
  ...{ form: formOf({ bankDay: '2025-07-14' }), waits: '', submitAction: undefined, review: undefined },
  ...{ sendAction: undefined, file: undefined, bank: undefined, recallAction: undefined, again: undefined },
  advicesHref: undefined,
};

/** What may be done with a list in each state, by who may do it. */
const ACTS_IN: Readonly<Record<PayListState, Partial<PayListActsProps>>> = {
  drafted: { submitAction: '#submit', recallAction: '#recall' },
  submitted: { review: { action: '#review', digest: 'd', outcomes: payListWords.outcomes } },
  returned: { waits: payListWords.waits.returned },
  approved: { sendAction: '#send', recallAction: '#recall' },
  sent: {
    advicesHref: '#advices',
    file: {
      action: '#file',
      layouts: [{ value: 'generic-csv', label: '通用 CSV' }],
      wrong: [payListWords.wrongForm('own-bank.yaml', 'lines.2.of：只能是 account、amount 之一。')],
    },
    bank: {
      ...{ resultsHref: '#results', action: '#outcome', open: 9 },
      dids: [{ value: 'confirmed', label: payListWords.dids.confirmed }],
      kinds: [{ value: 'closed', label: labelOf('returnKind.closed') }],
    },
    again: { href: '#again', words: payListWords.again(1) },
  },
  settled: { again: { href: '#again', words: payListWords.again(1) } },
  recalled: { waits: payListWords.waits.recalled },
};

const ABOVE = {
  ...({ state: 'blocked', word: labelOf('payCheckGrade.stop'), numbers: '1、2、3', reason: '' } as const),
  sentence: '“岗位补贴”（2025-01-01至2025-06-30的方案）这一项还能发 6,000.00 元，多出 500.00 元。',
  way: { href: '#plan', label: payListWords.seePlan },
};
const ASKED = {
  ...({ state: 'attention', word: labelOf('payCheckGrade.ask'), numbers: '4', reason: '' } as const),
  sentence: '阿卜杜热西提·买买提艾力的收款账户在 2025-07-01 改过，还不到 30 天。',
};
const ANSWERED = { ...ASKED, state: 'done', reason: '本人带存折到村里办的' } as const;

const pageIn = (state: PayListState, people = 10): VNode => (
  <PayListPage
    frame={state === 'submitted' ? TOWNSHIP_FRAME : FRAME}
    listsHref="#lists"
    name="2025年第3号"
    channel={labelOf('payChannel.passbook')}
    amount={SUM}
    capital={capitalFigures(SUM)}
    cashWhy=""
    state={PAY_LIST_GLYPHS[state]}
    stateWord={labelOf(`payListState.${state}`)}
    printHref="#print"
    sums={state === 'sent' ? [{ label: payListWords.sums.inFlight, fen: SUM }] : []}
    changed={state === 'approved' ? payListWords.changed('张守田') : ''}
    acts={{ ...ACTS, ...ACTS_IN[state] }}
    checks={{
      rows: state === 'drafted' ? [ABOVE, ASKED] : [ANSWERED],
      asked: state === 'drafted' ? [{ code: 'payCheck.accountChanged', label: '账户新改过' }] : [],
    }}
    count={people}
    hidden={0}
    people={Array.from({ length: people }, (_, index) => person(index))}
    history={[
      { act: payListWords.act.draft, on: '2025年7月13日', who: '周会计', what: '', voucher: undefined },
      {
        ...{ act: payListWords.act.confirm, on: '2025年7月14日', who: '周会计', what: '第 1 行' },
        voucher: { href: '#voucher', label: '记-0031' },
        bank: payListWords.onStatement(true),
      },
    ]}
  />
);

const row = (state: PayListState, number: number): PayListRow => ({
  ...{ name: `2025年第${number}号`, href: `#${number}`, channel: '一卡通', people: 12, amount: SUM },
  ...{ inFlight: state === 'sent' ? SUM : 0n, state: PAY_LIST_GLYPHS[state] },
  ...{ stateWord: labelOf(`payListState.${state}`), next: payListWords.next[state], since: '2025年7月13日' },
});
const part = (index: number) => ({
  ...{ key: `debt:${index}`, household: index + 1, name: NAMES[index % 4] ?? '', what: '村内保洁　2025-06' },
  ...{ paidTo: CARD, amount: 65_000n },
});
const office = (state: PayListState, number: number) => ({
  ...row(state, number),
  ...{ village: '东河村', waits: '3 天' },
});

/** The pages of pay lists: all of them, one in every state, drafting, the bank’s answer, an office’s. */
export const PAY_GALLERY: Readonly<Record<string, VNode>> = {
  'pay-advices': (
    <PayAdvicesPage
      pages={[1, 2, 3, 400].map((number) => ({ number, href: '#page', current: number === 2 }))}
      frame={FRAME}
      list="2025年第128号发放清单"
      listHref="#list"
      action="#advices"
      slipsHref="#slips"
      form={formOf({ adviceFor: '' })}
      whose={[
        { value: '', label: payAdviceWords.missing },
        { value: 'all', label: payAdviceWords.all },
        { value: 'li', label: payAdviceWords.one(1286, '欧阳建国（小）') },
      ]}
      people={[
        { household: 1286, name: '欧阳建国（小）', amount: 1_234_567_89n, printedOn: '2025-07-14' },
        { household: 2, name: '王五', amount: 600_00n, printedOn: '' },
      ]}
    />
  ),
  'national-entries': (
    <NationalEntriesPage
      frame={FRAME}
      listsHref="#lists"
      fileAction="#file"
      action="#note"
      form={formOf({ enteredOn: '2025-07-14' })}
      options={[{ value: 'a', label: '2025年第128号发放清单　1,234,567.89 元 1286 笔' }]}
      forms={nationalWords.forms}
      confirmed={false}
      enterWithin={10}
      rows={(['waits', 'overdue', 'same', 'differs'] as const).map((standing) => ({
        ...{ name: '2025年第128号发放清单', href: '#list', paid: '1,234,567.89 元 1286 笔' },
        ...{ paidOn: '2025-07-14', state: NATIONAL_GLYPHS[standing] },
        ...{ stateWord: nationalWords.standing[standing], entered: '1,234,570.89 元 1287 笔' },
        ...{ enteredOn: '2025-07-20', who: '欧阳会计', reason: '系统里多录了一笔，等县里改' },
        why: standing === 'differs' ? nationalWords.difference(-3_00n, -1) : '',
      }))}
    />
  ),
  'pay-lists': (
    <PayListsPage
      frame={FRAME}
      owed={4_000_000n}
      onLists={2_600_000n}
      inFlight={650_000n}
      owedHref="#owed"
      newHref="#new"
      nationalHref="#national"
      waiting={(['drafted', 'submitted', 'approved', 'sent'] as const).map(row)}
      done={Array.from({ length: MANY }, (_, index) => row(index % 2 === 0 ? 'settled' : 'recalled', index))}
    />
  ),
  'pay-lists-none': (
    <PayListsPage
      {...{ frame: FRAME, owed: 0n, onLists: 0n, inFlight: 0n, owedHref: undefined, newHref: undefined }}
      {...{ waiting: [], done: [], nationalHref: undefined }}
    />
  ),
  ...Object.fromEntries(PAY_LIST_STATES.map((state) => [`pay-list-${state}`, pageIn(state)])),
  'pay-list-long': pageIn('sent', MANY * 5),
  'pay-list-form': (
    <PayListFormPage
      frame={FRAME}
      listsHref="#lists"
      action="#draft"
      form={formOf({ 'chosen[debt:0]': 'yes' }, [{ code: 'payouts.noParts', field: 'parts' }])}
      channel="cash"
      isCash
      channels={[
        { name: '一卡通', href: '#passbook', count: 60, current: false },
        { name: '现金', href: '#cash', count: 61, current: true },
      ]}
      rows={Array.from({ length: MANY }, (_, index) => part(index))}
      amount={6_500_000n}
      hidden={40}
      waits={['2025年1月1日至2025年6月30日光伏收益的方案公示到2025年7月11日，2025年7月12日起可以发这笔钱。']}
      barred={[
        { ...part(3), why: '阿卜杜热西提·买买提艾力没有登记收款账户。', href: '#m', hrefWord: '去登记账户' },
      ]}
      sums={[
        { what: '村西水渠清淤', amount: 1_234_567n, payee: '', href: '#say', hrefWord: '写明付给谁' },
        {
          ...{ what: '产业基地分期款第2期', amount: 5_000_000n, href: '#anew', hrefWord: '改付给谁' },
          payee: '石桥镇裕农农业发展有限公司，银行转账 ****************0128 石桥信用社',
        },
      ]}
    />
  ),
  'pay-debt-payee': (
    <DebtPayeePage
      {...{ frame: FRAME, backHref: '#new', action: '#say', what: '村西水渠清淤', amount: 1_234_567n }}
      form={formOf({ payeeName: '石桥镇裕农农业发展有限公司' }, [
        { code: 'payees.accountLength', field: 'payeeAccount' },
      ])}
      kinds={[{ value: 'organisation', label: labelOf('payeeKind.organisation') }]}
      voucher={{ href: '#voucher', label: '2025年记-0014' }}
      now="石桥镇裕农农业发展有限公司，银行转账 ****************0128 石桥信用社"
    />
  ),
  'pay-result-upload': (
    <PayResultUploadPage
      {...{ frame: FRAME, name: '2025年第3号', listHref: '#list', action: '#upload', form: formOf({}) }}
    />
  ),
  'pay-result': (
    <PayResultPreviewPage
      {...{
        frame: FRAME,
        name: '2025年第3号',
        listHref: '#list',
        fileName: '代发结果.xlsx',
        action: '#take',
      }}
      {...{ againHref: '#again', form: formOf({ bankDay: '2025-07-14' }), isWrong: true, hidden: 3 }}
      wrong={[{ field: 'rows.4', sentence: '文件第 4 行：清单里没有这个账户。' }]}
      sums={[{ label: '付成的', count: 9, amount: 585_000n }]}
      rows={[0, 1, 2, 3].map((index) => ({
        ...{ number: index + 1, name: NAMES[index] ?? '', paidTo: CARD, amount: 65_000n },
        ...(index === 3
          ? ({ state: 'attention', said: '没付成：账户已销' } as const)
          : ({ state: 'done', said: '付成了' } as const)),
      }))}
    />
  ),
  'office-pay-lists': (
    <OfficePayListsPage
      frame={TOWNSHIP_FRAME}
      review={[office('submitted', 3)]}
      others={[office('sent', 2)]}
      unlike={[
        {
          ...{ village: '石桥村', name: '2025年第128号', href: '#national', paid: '1,234,567.89 元 1286 笔' },
          ...{
            paidOn: '2025-07-14',
            state: NATIONAL_GLYPHS.differs,
            stateWord: nationalWords.standing.differs,
          },
        },
      ]}
    />
  ),
};
