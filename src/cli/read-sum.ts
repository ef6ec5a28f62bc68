import type { Share } from '../domain/money/allocate';
import type { Section } from '../domain/shared/file-reader';
import type { PayoutAct, SumAsked } from './sum-asked';

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
};

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
  const weight = share.matching('weight', 'count', (text) => /^\d+$/.test(text));
  return { key: share.text('key'), weight: BigInt(weight === '' ? '0' : weight) };
}
