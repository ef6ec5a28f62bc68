import { Injectable } from '@nestjs/common';
import { plainYuan } from '../../domain/money/fen';
import { leaseWords } from '../../glossary/lease-words';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { LeaseDepositPageProps } from './lease-deposit.pages';
import { type DepositStanding, LeaseDepositsService } from './lease-deposits.service';
import type { LeasePlace } from './rent-view.service';

/** The page of a contract's deposit. */
@Injectable()
export class LeaseDepositViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly deposits: LeaseDepositsService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `lease.unknown` */
  async page(
    visit: PageVisit,
    at: LeasePlace & {
      readonly paid?: { readonly on?: string | undefined; readonly amount?: string | undefined };
    },
    form?: FormState,
  ): Promise<LeaseDepositPageProps> {
    const { collectiveId, id, paid = {} } = at;
    const paths = villagePaths(collectiveId);
    const standing = await this.deposits.requireStanding(collectiveId, id);
    const { lease, rows, held } = standing;
    const today = this.clock.today();
    const isDueBack = held > 0n && lease.terms.lastOn < today;
    const came = rows.some(({ kind }) => kind === 'received' || kind === 'opened');
    const usual = {
      depositAct: came ? (isDueBack || paid.amount !== undefined ? 'returned' : '') : 'received',
      depositOn: paid.on ?? today,
      amount: paid.amount ?? plainYuan(came ? held : lease.deposit),
    };
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      ...{ number: lease.number, tenant: lease.tenant, lastOn: lease.terms.lastOn },
      ...{ agreed: lease.deposit, held, isDueBack, leaseHref: paths.lease(id) },
      rows: rows.map(({ on, kind, amount, reason, entryId }) => ({
        ...{ on, what: labelOf(`depositKind.${kind}`), amount, reason },
        voucherHref: paths.voucher(entryId),
      })),
      form: form ?? filledForm(usual),
      acts: actsOf(standing),
      action: keepsBooksOf(visit.actor, collectiveId) ? paths.leaseDeposit(id) : undefined,
    };
  }
}

/** Nothing goes of what has not come; against a debt goes money of the same pool. */
function actsOf({ lease, held, owed }: DepositStanding): LeaseDepositPageProps['acts'] {
  const received = { value: 'received', label: labelOf('depositKind.received') };
  if (held === 0n) return [received];
  return [
    received,
    { value: 'returned', label: labelOf('depositKind.returned') },
    ...owed
      .filter(({ pool }) => pool === lease.asset.pool)
      .map((due) => ({ value: due.id, label: leaseWords.against(due) })),
  ];
}
