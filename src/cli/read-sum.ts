import type { Share } from '../domain/money/allocate';
import { POOLS, YEAR_DENOMINATORS } from '../domain/policy/pack';
import type { Section } from '../domain/shared/file-reader';
import type {
  ClaimAsked,
  NamedAmount,
  PayoutAct,
  SplitAsked,
  SumAsked,
  UseAsked,
  YearAsked,
} from './sum-asked';

/** How each sum that needs no books is written down. */
export const SUMS: Readonly<Record<SumAsked['about'], (address: Section) => SumAsked>> = {
  payouts: (address) => ({
    about: 'payouts',
    of: address.text('of'),
    acts: [
      { verb: 'shares', shares: address.list('shares').map(readShare) },
      ...address.list('acts').flatMap(readPayoutAct),
    ],
  }),
  split: (address) => ({
    about: 'split',
    of: address.text('of'),
    received: address.text('received'),
    deducted: address.lines('deducted'),
    wholes: address.optionalList('wholes').map(readNamed),
    under: readUnder(address.optionalSection('under')),
    uses: address.list('uses').map(readUse),
  }),
  year: (address) => ({
    about: 'year',
    of: address.text('of'),
    year: address.text('year'),
    isOver: address.optionalText('over') === 'yes',
    rule: readYearRule(address.section('rule')),
    periods: address.list('periods').map((period) => ({
      received: period.text('received'),
      costs: period.optionalList('costs').map(readNamed),
      used: period.optionalList('used').map(readNamed),
    })),
    wholes: address.optionalList('wholes').map(readNamed),
  }),
};

function readUnder(under: Section | undefined): SplitAsked['under'] {
  return (
    under && {
      pack: under.text('pack'),
      pool: under.oneOf('pool', POOLS),
      on: under.day('on'),
      local: under.optionalList('local').map(readNamed),
      flows: under.optionalList('flows').map((flow) => ({
        of: flow.id('of'),
        says: flow.oneOf('says', ['passed', 'open']),
      })),
    }
  );
}

function readYearRule(rule: Section): YearAsked['rule'] {
  return {
    atLeast: rule.optionalText('at_least'),
    atMost: rule.optionalText('at_most'),
    uses: rule.lines('uses'),
    whole: rule.oneOf('whole', YEAR_DENOMINATORS),
    costs: rule.lines('costs'),
  };
}

function readNamed(named: Section): NamedAmount {
  return { of: named.id('of'), amount: named.optionalText('amount') };
}

function readUse(use: Section): UseAsked {
  const gate = use.optionalSection('gate');
  return {
    id: use.id('use'),
    order: use.optionalText('order') === undefined ? 1 : Number(use.matching('order', 'count', isCount)),
    take: use.optionalText('take'),
    atLeast: use.optionalText('at_least'),
    atMost: use.optionalText('at_most'),
    gate: gate && {
      ruleId: gate.text('rule'),
      outcome: gate.oneOf('says', ['passed', 'failed', 'undecided']),
      missing: gate.lines('missing'),
    },
    dues: use.optionalList('dues').map(readClaim),
    claims: use.optionalList('claims').map(readClaim),
  };
}

function readClaim(claim: Section): ClaimAsked {
  const first = claim.optionalText('first');
  const group = claim.optionalText('group') ?? 'others';
  return { key: claim.text('to'), amount: claim.text('amount'), first: first === 'yes', group };
}

function isCount(text: string): boolean {
  return /^\d{1,3}$/.test(text);
}

function readPayoutAct(act: Section): PayoutAct[] {
  const [pay, back] = [act.optionalText('pay'), act.optionalText('take_back')];
  const shares = act.optionalList('shares').map(readShare);
  return [
    ...(shares.length > 0 ? [{ verb: 'shares' as const, shares }] : []),
    ...(pay === undefined ? [] : [{ verb: 'pay' as const, id: pay, amount: act.text('amount') }]),
    ...(back === undefined ? [] : [{ verb: 'take_back' as const, id: back }]),
  ];
}

function readShare(share: Section): Share {
  const weight = share.matching('weight', 'count', (text) => /^\d{1,60}$/.test(text));
  return { key: share.text('key'), weight: BigInt(weight === '' ? '0' : weight) };
}
