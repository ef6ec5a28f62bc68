import { Injectable } from '@nestjs/common';
import { BEARERS, BORNE, COST_KINDS, type SaidBearer } from '../../domain/assets/custody-bearers';
import { CUSTODY_KINDS, mayBeKept } from '../../domain/assets/custody';
import { BORNE_BY } from '../../domain/deductions/custody-cost';
import { leastOwed } from '../../domain/income/custody-parts';
import { plainYuan } from '../../domain/money/fen';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { CustodyActsService, type CustodyWhole } from '../income/custody-acts.service';
import { CustodyCostsService, openOf, type OwnersCost } from './custody-costs.service';
import type { CustodyPageProps, KeptAgreement } from './custody.pages';

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
    private readonly costs: CustodyCostsService,
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
    const agreements: KeptAgreement[] = [];
    let usual: Readonly<Record<string, string>> = {};
    for (const each of custodies) {
      const costs = await this.costs.costsFor(collectiveId, each);
      if (each === chosen) usual = usualOf(each, costs, today);
      const told = agreementOf(each, costs, { owner: names.nameOf(each.owner), paths });
      const acts = isBooks && each === chosen ? actsOf(at, each, { costs, today }) : NO_ACTS;
      agreements.push({ ...told, ...acts });
    }
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      ...{ name: asset.name, assetHref: paths.asset(id), isHouseholds: asset.assetClass === 'household' },
      agreements,
      form:
        form === undefined
          ? filledForm({ ...newOf(chosen, today), ...usual })
          : { ...form, values: { ...usual, ...form.values } },
      borne: BORNE.map((value) => ({ value, label: labelOf(`borne.${value}`) })),
      bearers: BEARERS.map((value) => ({ value, label: labelOf(`bearer.${value}`) })),
      borneKinds: ['all', ...COST_KINDS].map((value) => ({ value, label: kindWord(value) })),
      borneBy: BORNE_BY.map((value) => ({ value, label: labelOf(`borneBy.${value}`) })),
      kinds: CUSTODY_KINDS.map((value) => ({ value, label: labelOf(`custodyKind.${value}`) })),
      action: isBooks && mayBeKept(asset.kind) ? paths.custody(id) : undefined,
    };
  }
}

type Acts = Pick<KeptAgreement, 'payAction' | 'costAction' | 'bearersAction' | 'endAction'>;

const NO_ACTS: Acts = {
  ...{ payAction: undefined, costAction: undefined, bearersAction: undefined, endAction: undefined },
};

/** What can be done under an agreement on a day. */
function actsOf(
  { collectiveId, id }: CustodyPlace,
  custody: CustodyWhole,
  { costs, today }: { readonly costs: readonly OwnersCost[]; readonly today: string },
): Acts {
  const actOf = (act: string): string => `${villagePaths(collectiveId).custody(id)}/${custody.id}/${act}`;
  const { owed, endReason, lastOn } = custody;
  const isEnding = endReason === undefined && lastOn > today;
  return {
    payAction: owed > openOf(costs, today) ? actOf('payments') : undefined,
    costAction: costs.some(({ open }) => open > 0n) ? actOf('costs') : undefined,
    bearersAction: actOf('bearers'),
    endAction: isEnding ? actOf('end') : undefined,
  };
}

/** What the forms of a new agreement, and of who bears what, say before anybody types. */
function newOf(chosen: CustodyWhole | undefined, today: string): Readonly<Record<string, string>> {
  return {
    ...{ custodyKind: 'keeping', signedOn: today, custodyFrom: today },
    ...{ bearersFrom: chosen?.firstOn ?? today, custodyBearer: 'share', borneKind: 'all' },
    borne: chosen === undefined || chosen.bearers.length === 0 ? 'tax' : 'costs',
  };
}

/** What the forms of money under an agreement say before anybody types. */
function usualOf(
  { owed, moves }: CustodyWhole,
  costs: readonly OwnersCost[],
  today: string,
): Readonly<Record<string, string>> {
  const toBear = openOf(costs, today);
  const standing = costs.filter(({ open }) => open > 0n);
  const first = standing.find(({ paidOn }) => paidOn !== undefined) ?? standing[0];
  // Before a bill is paid, and where nothing came for him, he can only pay it himself.
  const most = first?.paidOn === undefined ? 0n : leastOwed(moves, today);
  const open = first?.open ?? 0n;
  return {
    ...{ paidOn: today, amount: plainYuan(owed > toBear ? owed - toBear : 0n) },
    ...{ borneCost: first?.id ?? '', keptBackOn: today },
    ...{
      borneBy: most > 0n ? 'keptBack' : 'owner',
      keptBackAmount: plainYuan(most > 0n && most < open ? most : open),
    },
  };
}

function saidWords(all: readonly SaidBearer[]): KeptAgreement['bearers'] {
  return all.map(({ validFrom, bearer, costKind, paper }) => ({
    ...{ validFrom, paper, bearer: labelOf(`bearer.${bearer}`) },
    kind: costKind === undefined ? undefined : kindWord(costKind),
  }));
}

function kindWord(kind: string): string {
  return labelOf(kind === 'all' ? 'borneKind.all' : `deductionKind.${kind}`);
}

function agreementOf(
  custody: CustodyWhole,
  costs: readonly OwnersCost[],
  { owner, paths }: { readonly owner: string; readonly paths: ReturnType<typeof villagePaths> },
): Omit<KeptAgreement, keyof Acts> {
  const { kind, share, firstOn, lastOn, signedOn, paper, endReason, owed } = custody;
  return {
    ...{ owner, share, firstOn, lastOn, signedOn, paper, endReason, owed },
    kind: labelOf(`custodyKind.${kind}`),
    ...{ bearers: saidWords(custody.bearers), costBearers: saidWords(custody.costBearers) },
    dues: custody.dues.map(({ receivable, stream, part, came, tax = 0n }) => ({
      ...{ from: receivable.coversFrom ?? '', to: receivable.coversTo ?? '' },
      what: labelOf(`stream.${stream}`),
      ...{ amount: receivable.amount, tax, part, came, voucherHref: paths.voucher(receivable.entryId) },
    })),
    costs: costs.map(({ id, days, name, entryId, is, amount, part, kept, open }) => ({
      ...{ id, ...days, name, amount, part, kept, open, isBorne: is === 'borne' || is === 'unpaid' },
      note: is === 'borne' ? undefined : labelOf(`costCase.${is}`),
      voucherHref: paths.voucher(entryId),
    })),
    keptBack: custody.costs.map(({ keptOn, kept, deductionId, entryId, paidBy }) => ({
      ...{ on: keptOn, amount: kept, voucherHref: paths.voucher(entryId) },
      how: labelOf(`borneBy.${paidBy ?? 'keptBack'}`),
      name: costs.find(({ id }) => id === deductionId)?.name ?? '',
    })),
    payments: custody.payments.map(({ paidOn, amount, entryId }) => ({
      ...{ paidOn, amount, voucherHref: paths.voucher(entryId) },
    })),
  };
}
