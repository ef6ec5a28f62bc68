import { Injectable } from '@nestjs/common';
import { BEARERS } from '../../domain/assets/custody-bearers';
import { CUSTODY_KINDS, mayBeKept } from '../../domain/assets/custody';
import { plainYuan } from '../../domain/money/fen';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { CustodyActsService, type CustodyWhole } from './custody-acts.service';
import type { CustodyPageProps, KeptAgreement } from './custody.pages';
import { streamOf } from './receivable.entity';

/** An asset, and where something is done under one of its agreements, which. */
export interface CustodyPlace {
  readonly collectiveId: string;
  readonly id: string;
  readonly custodyId?: string;
}

/** The page of what an asset brings its owner. */
@Injectable()
export class CustodyViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly custodies: CustodyActsService,
    private readonly books: LedgerReadService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `assets.unknown` */
  async page(visit: PageVisit, at: CustodyPlace, form?: FormState): Promise<CustodyPageProps> {
    const { collectiveId, id } = at;
    const paths = villagePaths(collectiveId);
    const { asset, custodies } = await this.custodies.listOf(collectiveId, id);
    const names = await this.books.listCounterparties(collectiveId);
    const today = this.clock.today();
    // What was refused belongs to the agreement that its address names; else the one that owes first.
    const chosen =
      custodies.find((each) => each.id === at.custodyId) ??
      custodies.find(({ owed }) => owed > 0n) ??
      custodies.findLast(({ firstOn, lastOn }) => firstOn <= lastOn);
    const isBooks = keepsBooksOf(visit.actor, collectiveId);
    const usual = {
      ...{ custodyKind: 'keeping', signedOn: today, custodyFrom: today, paidOn: today },
      ...{ bearersFrom: chosen?.firstOn ?? today, custodyTaxBearer: 'share' },
      amount: plainYuan(chosen?.owed ?? 0n),
    };
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      ...{ name: asset.name, assetHref: paths.asset(id), isHouseholds: asset.assetClass === 'household' },
      agreements: custodies.map((each) => ({
        ...agreementOf(each, names.nameOf(each.owner), (entryId) => paths.voucher(entryId)),
        payAction: isBooks && each === chosen && each.owed > 0n ? actOf(at, each, 'payments') : undefined,
        bearersAction: isBooks && each === chosen ? actOf(at, each, 'bearers') : undefined,
        endAction:
          isBooks && each === chosen && each.endReason === undefined && each.lastOn > today
            ? actOf(at, each, 'end')
            : undefined,
      })),
      form: form ?? filledForm(usual),
      bearers: BEARERS.map((value) => ({ value, label: labelOf(`bearer.${value}`) })),
      kinds: CUSTODY_KINDS.map((value) => ({ value, label: labelOf(`custodyKind.${value}`) })),
      action: isBooks && mayBeKept(asset.kind) ? paths.custody(id) : undefined,
    };
  }
}

function actOf(
  { collectiveId, id }: CustodyPlace,
  custody: CustodyWhole,
  act: 'bearers' | 'payments' | 'end',
): string {
  return `${villagePaths(collectiveId).custody(id)}/${custody.id}/${act}`;
}

function agreementOf(
  custody: CustodyWhole,
  owner: string,
  voucher: (entryId: string) => string,
): Omit<KeptAgreement, 'payAction' | 'endAction' | 'bearersAction'> {
  const { kind, share, firstOn, lastOn, signedOn, paper, endReason, owed } = custody;
  return {
    ...{ owner, share, firstOn, lastOn, signedOn, paper, endReason, owed },
    kind: labelOf(`custodyKind.${kind}`),
    bearers: custody.bearers.map((each) => ({
      ...{ validFrom: each.validFrom, paper: each.paper },
      tax: labelOf(`bearer.${each.taxBearer}`),
    })),
    dues: custody.dues.map(({ receivable, part, came, tax = 0n }) => ({
      ...{ from: receivable.coversFrom ?? '', to: receivable.coversTo ?? '' },
      what: labelOf(`stream.${streamOf(receivable)}`),
      ...{ amount: receivable.amount, tax, part, came, voucherHref: voucher(receivable.entryId) },
    })),
    payments: custody.payments.map(({ paidOn, amount, entryId }) => ({
      ...{ paidOn, amount, voucherHref: voucher(entryId) },
    })),
  };
}
