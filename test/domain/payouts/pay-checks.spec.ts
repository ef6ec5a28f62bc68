import {
  type CheckedLine,
  type CheckedPayee,
  type KnownAccount,
  type OtherPart,
  type PayCheckGround,
  payChecks,
} from '../../../src/domain/payouts/pay-checks';
import { ratio } from '../../../src/domain/money/ratio';

const line = (given: Partial<CheckedLine> = {}): CheckedLine => ({
  ...{ lineId: `l-${given.memberId ?? 'wang'}`, memberId: 'wang', paidFor: 'posts', what: 'road' },
  ...{ when: '2025-07', amount: 60_000n, before: [], earnedUntil: '2025-07-31' },
  ...given,
});
const payee = (given: Partial<CheckedPayee> = {}): CheckedPayee => ({
  ...{ memberId: 'wang', householdId: 'h1', officerRelation: 'none', left: undefined },
  ...{ accountPrint: `print of ${given.memberId ?? 'wang'}`, accountChangedOn: undefined },
  ...given,
});
const ground = (given: Partial<PayCheckGround>): PayCheckGround => ({
  ...{ on: '2025-08-10', lines: [line()], payees: [payee()], accounts: [], others: [] },
  limits: { changedWithin: 30, unusualTimes: ratio(3n, 2n), othersFrom: 3, equalFrom: 3 },
  ...given,
});
const found = (given: Partial<PayCheckGround>): string[] =>
  payChecks(ground(given)).map(({ grade, code, memberIds }) => `${grade} ${code} ${memberIds.join('+')}`);

const shared = (memberId: string, householdId: string): KnownAccount => ({
  ...{ memberId, householdId, accountPrint: 'print of wang' },
});
const other = (given: Partial<OtherPart> = {}): OtherPart => ({
  ...{ lineId: undefined, isBefore: true, memberId: 'wang', list: '2025-0006' },
  ...{ paidFor: 'posts', what: 'road', when: '2025-07', amount: 60_000n },
  ...given,
});
const aid = (memberId: string, amount: bigint): CheckedLine =>
  line({ memberId, paidFor: 'aid', what: 'clean yards', when: '2025-07-20', amount });

const otherAid = (given: Partial<OtherPart> = {}): OtherPart =>
  other({
    ...{ paidFor: 'aid', what: 'clean yards', when: '2025-07-20', amount: 50_000n },
    memberId: 'c',
    ...given,
  });

const others = (amount: bigint, people: number): CheckedLine[] =>
  Array.from({ length: people }, (_, index) => line({ memberId: `other${String(index)}`, amount }));

describe('what stands out on a pay list', () => {
  it.each<{ why: string; given: Partial<PayCheckGround>; finds: string[] }>([
    { why: 'nothing, where all is usual', given: {}, finds: [] },
    {
      why: 'somebody died after the work: the heirs are paid',
      given: { payees: [payee({ left: { from: '2025-08-01', why: 'died' } })] },
      finds: ['ask payCheck.died wang'],
    },
    {
      why: 'somebody died on the last day of the month of work: the heirs may be owed',
      given: { payees: [payee({ left: { from: '2025-07-31', why: 'died' } })] },
      finds: ['ask payCheck.diedThen wang'],
    },
    {
      why: 'somebody died on its first day',
      given: { payees: [payee({ left: { from: '2025-07-01', why: 'died' } })] },
      finds: ['ask payCheck.diedThen wang'],
    },
    {
      why: 'somebody died before the month of work began',
      given: { payees: [payee({ left: { from: '2025-06-30', why: 'died' } })] },
      finds: ['stop payCheck.diedBefore wang'],
    },
    {
      why: 'somebody moved away after the work',
      given: { payees: [payee({ left: { from: '2025-08-01', why: 'moved' } })] },
      finds: ['tell payCheck.left wang'],
    },
    {
      why: 'somebody moved away before it',
      given: { payees: [payee({ left: { from: '2025-07-15', why: 'moved' } })] },
      finds: ['ask payCheck.left wang'],
    },
    {
      why: 'somebody moved to another household of the village',
      given: { payees: [payee({ left: { from: '2025-07-15', why: 'otherHousehold' } })] },
      finds: [],
    },
    {
      why: 'an account was changed 30 days ago',
      given: { payees: [payee({ accountChangedOn: '2025-07-11' })] },
      finds: ['ask payCheck.accountChanged wang'],
    },
    {
      why: 'an account was changed 31 days ago',
      given: { payees: [payee({ accountChangedOn: '2025-07-10' })] },
      finds: [],
    },
    {
      why: 'a stranger is paid on the same account',
      given: { accounts: [shared('zhao', 'h9')] },
      finds: ['ask payCheck.accountShared wang+zhao'],
    },
    {
      why: 'somebody of the same household is',
      given: { accounts: [shared('zhao', 'h1')] },
      finds: ['tell payCheck.accountOfHousehold wang+zhao'],
    },
    {
      why: 'one of the household and a stranger',
      given: { accounts: [shared('zhao', 'h1'), shared('qian', 'h9')] },
      finds: ['ask payCheck.accountShared wang+zhao+qian'],
    },
    {
      why: 'his own account is no other',
      given: { accounts: [shared('wang', 'h1')] },
      finds: [],
    },
    {
      why: 'two of the list share one: told once',
      given: {
        lines: [line(), line({ memberId: 'zhao' })],
        payees: [payee(), payee({ memberId: 'zhao', householdId: 'h9', accountPrint: 'print of wang' })],
        accounts: [shared('wang', 'h1'), shared('zhao', 'h9')],
      },
      finds: ['ask payCheck.accountShared wang+zhao'],
    },
    {
      why: 'three of the list and a stranger share one: told once, of all of them',
      given: {
        lines: ['wang', 'zhao', 'qian'].map((memberId) => line({ memberId })),
        payees: ['wang', 'zhao', 'qian'].map((memberId) =>
          payee({ memberId, householdId: `home of ${memberId}`, accountPrint: 'print of wang' }),
        ),
        accounts: [shared('xu', 'h9'), shared('qian', 'home of qian')],
      },
      finds: ['ask payCheck.accountShared wang+zhao+qian+xu'],
    },
    {
      why: 'the same month of the same work on another list',
      given: { others: [other()] },
      finds: ['ask payCheck.onOtherList wang'],
    },
    {
      why: 'the same month on a list that was drafted later: that one is asked',
      given: { others: [other({ isBefore: false })] },
      finds: [],
    },
    {
      why: 'another month, other work, somebody else on another list',
      given: {
        others: [other({ when: '2025-06' }), other({ paidFor: 'works' }), other({ memberId: 'zhao' })],
      },
      finds: [],
    },
    {
      why: 'two posts of one month on the same list: told once',
      given: {
        lines: [line({ lineId: '1' }), line({ lineId: '2', what: 'forest' })],
        others: [other({ lineId: '1' }), other({ lineId: '2', what: 'forest' })],
      },
      finds: ['ask payCheck.onOtherList wang'],
    },
    {
      why: 'the same reward of the same day on another list',
      given: {
        lines: [aid('wang', 50_000n)],
        others: [other({ paidFor: 'aid', what: 'clean yards', when: '2025-07-20' })],
      },
      finds: ['ask payCheck.onOtherList wang'],
    },
    {
      why: 'another reward of the same day',
      given: {
        lines: [aid('wang', 50_000n)],
        others: [other({ paidFor: 'aid', what: 'school', when: '2025-07-20' })],
      },
      finds: [],
    },
    {
      why: 'a fen more than one and a half times what three others on the same post get',
      given: { lines: [line({ amount: 60_001n }), ...others(40_000n, 3)], payees: [] },
      finds: ['tell payCheck.unlikeOthers wang'],
    },
    {
      why: 'the same beside two others, or others on another post',
      given: {
        lines: [
          line({ amount: 60_001n }),
          ...others(40_000n, 2),
          ...others(40_000n, 2).map((each) => ({ ...each, what: 'forest' })),
        ],
        payees: [],
      },
      finds: [],
    },
    {
      why: 'one and a half times what was usual is not unusual yet',
      given: { lines: [line({ before: [40_000n, 40_000n, 90_000n] })] },
      finds: [],
    },
    {
      why: 'a fen more is',
      given: { lines: [line({ amount: 60_001n, before: [40_000n, 40_000n, 90_000n] })] },
      finds: ['tell payCheck.unusual wang'],
    },
    {
      why: 'two thirds are not, a fen less is',
      given: {
        lines: [
          line({ amount: 40_000n, before: [60_000n] }),
          line({ lineId: 'l2', amount: 39_999n, before: [60_000n] }),
        ],
      },
      finds: ['tell payCheck.unusual wang'],
    },
    {
      why: 'an officer’s wife on a post',
      given: { payees: [payee({ officerRelation: 'spouse' })] },
      finds: ['ask payCheck.officer wang'],
    },
    {
      why: 'an officer’s wife who worked by the day',
      given: { lines: [line({ paidFor: 'works' })], payees: [payee({ officerRelation: 'spouse' })] },
      finds: ['tell payCheck.officer wang'],
    },
    {
      why: 'the same aid for three',
      given: { lines: [aid('a', 50_000n), aid('b', 50_000n), aid('c', 50_000n)], payees: [] },
      finds: ['ask payCheck.equalSplit a+b+c'],
    },
    {
      why: 'the same aid for two',
      given: { lines: [aid('a', 50_000n), aid('b', 50_000n)], payees: [] },
      finds: [],
    },
    {
      why: 'the same aid for two, and for a third by a list of before, of the same paper',
      given: { lines: [aid('a', 50_000n), aid('b', 50_000n)], payees: [], others: [otherAid()] },
      finds: ['ask payCheck.equalSplit a+b'],
    },
    {
      why: 'by a later list, of another day, of another sum',
      given: {
        ...{ lines: [aid('a', 50_000n), aid('b', 50_000n)], payees: [] },
        others: [otherAid({ isBefore: false }), otherAid({ when: '2025-07-21', memberId: 'd' })],
      },
      finds: [],
    },
    {
      why: 'the third gets a fen more',
      given: {
        ...{ lines: [aid('a', 50_000n), aid('b', 50_000n)], payees: [] },
        others: [otherAid({ amount: 50_001n })],
      },
      finds: [],
    },
    {
      why: 'aid that differs by a fen',
      given: { lines: [aid('a', 50_000n), aid('b', 50_000n), aid('c', 50_001n)], payees: [] },
      finds: [],
    },
    {
      why: 'the same wage on posts is no equal split',
      given: { lines: ['a', 'b', 'c'].map((memberId) => line({ memberId })), payees: [] },
      finds: [],
    },
  ])('$why', ({ given, finds }) => {
    expect(found(given)).toEqual(finds);
  });

  it('tells the later of two lines of one list by its number, not by its first figure', () => {
    const given = {
      lines: [line({ lineId: '9' }), line({ lineId: '10', what: 'forest' })],
      others: [other({ lineId: '9' }), other({ lineId: '10', what: 'forest' })],
    };
    expect(payChecks(ground(given)).map(({ code, lineIds }) => [code, lineIds])).toEqual([
      ['payCheck.onOtherList', ['10']],
    ]);
  });

  it('puts first what stops', () => {
    const findings = payChecks(
      ground({
        lines: [line()],
        payees: [
          payee({
            officerRelation: 'spouse',
            left: { from: '2025-06-02', why: 'died' },
            accountChangedOn: '2025-08-01',
          }),
        ],
        accounts: [shared('zhao', 'h1')],
      }),
    );
    expect(findings.map(({ grade }) => grade)).toEqual(['stop', 'ask', 'ask', 'tell']);
  });
});
