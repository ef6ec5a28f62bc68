import type { Share } from '../domain/money/allocate';
import type { Section } from '../domain/shared/file-reader';
import type { ClaimAsked, PayoutAct, SumAsked, UseAsked } from './sum-asked';

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
    wholes: address
      .optionalList('wholes')
      .map((whole) => ({ of: whole.id('of'), amount: whole.text('amount') })),
    uses: address.list('uses').map(readUse),
  }),
};

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
  return { key: claim.text('to'), amount: claim.text('amount'), first: first === 'yes' };
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
