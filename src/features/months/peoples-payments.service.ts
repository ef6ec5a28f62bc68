import { Injectable } from '@nestjs/common';
import { paidInOne } from '../../domain/distribution/paid-in-one';
import { plainYuan, sumFen } from '../../domain/money/fen';
import { paymentWords } from '../../glossary/payment-words';
import { holderText } from '../../glossary/people-words';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import { PaidGrantsService } from '../distribution/paid-grants.service';
import { PayListsReadService } from '../payouts/pay-lists-read.service';
import { DividendOwedService, type OwedRound } from '../uses/dividend-owed.service';
import type { OwedPayment, OwedPayments } from './owed-payment';

/**
 * What people stand to be paid: what was granted, one by one and together, members' shares, and what lists
 * sent.
 */
@Injectable()
export class PeoplesPaymentsService {
  constructor(
    private readonly grants: PaidGrantsService,
    private readonly shares: DividendOwedService,
    private readonly lists: PayListsReadService,
  ) {}

  /**
   * As it stands now: what stands on a list is paid by it, not by hand. A holder of shares is told by his
   * number, nobody by name.
   */
  async listOwed(collectiveId: string): Promise<OwedPayments> {
    const form = villagePaths(collectiveId).newVoucher;
    const open = await this.listBesideLists(collectiveId);
    const grants = open.map(({ entryId, forWhat, parts, amount: owed }): OwedPayment => {
      const hrefOf: OwedPayment['hrefOf'] = ({ on, amount }) =>
        withQuery(form, { pays: entryId, on, amount: plainYuan(amount) });
      return { kind: 'grant', label: paymentWords.grant(forWhat), amount: owed, parts, hrefOf };
    });
    const rounds = (await this.shares.listOwed(collectiveId)).flatMap((round) =>
      sharesOf(round, villagePaths(collectiveId).dividend(round.id)),
    );
    const together: OwedPayments['together'] = (paid) =>
      paidInOne(open, paid).map((group): OwedPayment => {
        const pays = group.map(({ entryId }) => entryId).join(',');
        const amounts = group.map(({ amount }) => plainYuan(amount)).join(',');
        const label = paymentWords.grants(group[0]?.forWhat ?? '', group.length);
        const hrefOf: OwedPayment['hrefOf'] = ({ on }) => withQuery(form, { pays, on, amount: amounts });
        return { kind: 'grant', label, amount: paid, hrefOf };
      });
    return { each: [...grants, ...rounds, ...(await this.listSent(collectiveId))], together };
  }

  /** What was granted, less what stands on lists: a voucher by hand of that is refused. */
  private async listBesideLists(collectiveId: string) {
    const listed = await this.lists.listedByDebt(collectiveId);
    const grants = await this.grants.listGrants(collectiveId);
    return grants.flatMap(({ claim, planId, amount, paid, voucher: { entryId, postedOn: grantedOn } }) => {
      const { pool, forWhat, beneficiaries } = claim;
      const on = listed.get(entryId) ?? { amount: 0n, people: 0 };
      const open = amount - paid - on.amount;
      const parts = Math.max(beneficiaries - on.people, 1);
      return open > 0n ? [{ pool, planId, grantedOn, amount: open, entryId, forWhat, parts }] : [];
    });
  }

  private async listSent(collectiveId: string): Promise<OwedPayment[]> {
    return (await this.lists.listInFlight(collectiveId)).map((list): OwedPayment => {
      const page = villagePaths(collectiveId).payList(list.listId);
      const { amount, people: parts } = list;
      return { kind: 'payList', label: paymentWords.listed(list), amount, parts, hrefOf: () => page };
    });
  }
}

/** All that is open of a round, and what of it one holder alone is owed. */
function sharesOf({ number: round, holders }: OwedRound, page: string): OwedPayment[] {
  const open = holders.filter((holder) => holder.open > 0n);
  if (open.length === 0) return [];
  const whole: OwedPayment = {
    ...{ kind: 'memberShares', label: paymentWords.shares(round) },
    amount: sumFen(open.map((holder) => holder.open)),
    parts: open.length,
    hrefOf: ({ on }) => withQuery(page, { on }),
  };
  // Who is owed just what others are owed is not told by the amount: the page asks which of them it was.
  const alone = open.filter((one) => open.filter((other) => other.open === one.open).length === 1);
  const single = open.length < 2 ? [] : alone;
  return [
    whole,
    ...single.map(({ kind, number, open: amount }): OwedPayment => {
      const label = paymentWords.holdersShare(round, holderText(kind, number));
      const hrefOf: OwedPayment['hrefOf'] = ({ on }) => withQuery(page, { on, holder: String(number) });
      return { kind: 'memberShares', label, amount, hrefOf };
    }),
  ];
}
