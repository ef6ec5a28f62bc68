import { Injectable } from '@nestjs/common';
import { ownersOf, ownersShare, usesOfOwner } from '../../domain/distribution/owner-proposal';
import { sumFen, plainYuan } from '../../domain/money/fen';
import { bucketsOf, type PolicyPack } from '../../domain/policy/pack';
import { labelOf } from '../../glossary/terms';
import { ownerProposalWords } from '../../glossary/year-plan-words';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { bucketClause } from '../../platform/views/cited-clause';
import type { FormState } from '../../platform/views/error-summary';
import { momentText } from '../../platform/views/moment-text';
import type { RegisteredAsset } from '../assets/assets.service';
import type { OfferRow } from './owner-offers.pages';
import type {
  NewOwnerProposalPageProps,
  OwnerProposalsPageProps,
  ProposalShown,
  ProposedOwnerRow,
  ProposedUseRow,
} from './owner-proposals.pages';
import { type OwnerProposal, OwnerProposalsService, type OwnPlan } from './owner-proposals.service';

/** The pages of what a keeper proposes to his owners, and what an owner sees of it. */
@Injectable()
export class OwnerProposalsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly proposals: OwnerProposalsService,
  ) {}

  async listPage(visit: PageVisit, keeperId: string): Promise<OwnerProposalsPageProps> {
    const { stations, pack } = await this.proposals.groundOf(keeperId);
    const paths = villagePaths(keeperId);
    const newHref = `${paths.home}/owner-plans/new`;
    const enters = keepsBooksOf(visit.actor, keeperId);
    const shown: ProposalShown[] = [];
    for (const proposal of await this.proposals.listProposals(keeperId)) {
      const { station, year, assetId, shareTableFrom: tableFrom, proposedAt } = proposal;
      shown.push({
        ...{ station, year, tableFrom, proposedOn: momentText(proposedAt) },
        uses: proposal.uses.map(({ bucket, forWhat, amount }) => {
          return { name: useName(pack, bucket), forWhat: widePunctuation(forWhat), amount };
        }),
        owners: await this.ownersIn(visit, proposal, stations),
        againHref: enters ? withQuery(newHref, { asset: assetId, year: String(year) }) : undefined,
      });
    }
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: keeperId, section: 'assets' }),
      proposals: shown,
      newHref: enters && stations.length > 0 ? newHref : undefined,
      keptHref: paths.kept,
    };
  }

  /** The form; of a station and year for which something stands, as it stands. */
  async newPage(
    visit: PageVisit,
    keeperId: string,
    asked: {
      readonly asset: string | undefined;
      readonly year: string;
      readonly refused: FormState | undefined;
    },
  ): Promise<NewOwnerProposalPageProps> {
    const { stations, pack } = await this.proposals.groundOf(keeperId);
    const assetId = asked.asset ?? stations[0]?.asset.id ?? '';
    const standing = (await this.proposals.listProposals(keeperId)).find(
      (each) => each.assetId === assetId && String(each.year) === asked.year,
    );
    const filled = filledForm({ assetId, year: asked.year, ...valuesOf(standing) });
    const form = asked.refused ?? filled;
    const paths = villagePaths(keeperId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: keeperId, section: 'assets' }),
      form,
      action: `${paths.home}/owner-plans/new`,
      cancelHref: `${paths.home}/owner-plans`,
      stations: stations.map(({ asset }) => ({ value: asset.id, label: asset.name })),
      uses: useRows(pack, form.values),
    };
  }

  /** What keepers propose to a village. */
  async listOffers(visit: PageVisit, villageId: string): Promise<OfferRow[]> {
    const paths = villagePaths(villageId);
    const drafts = keepsBooksOf(visit.actor, villageId);
    const rows: OfferRow[] = [];
    for (const { id, year, station, keeper, uses, parts } of await this.proposals.listOffered(villageId)) {
      const plan = await this.proposals.findOwnPlan(villageId, year);
      const query = { pool: 'pv', year: String(year), proposal: id };
      rows.push({
        ...{ year, station, keeper },
        amount: sumFen(usesOfOwner(uses, parts, villageId).map(({ amount }) => amount)),
        planHref: plan?.proposalId === id ? paths.yearPlan(plan.id) : undefined,
        draftHref: drafts ? withQuery(`${paths.home}/year-plans/new`, query) : undefined,
      });
    }
    return rows;
  }

  private async ownersIn(
    visit: PageVisit,
    proposal: OwnerProposal,
    stations: readonly RegisteredAsset[],
  ): Promise<ProposedOwnerRow[]> {
    const { assetId, shareTableFrom, year, parts } = proposal;
    const station = stations.find(({ asset }) => asset.id === assetId);
    const rows = station?.shareTables.find(({ validFrom }) => validFrom === shareTableFrom)?.rows ?? [];
    const names = rows.length === 0 ? parts.map(({ owner }) => owner) : ownersOf(rows);
    const owners: ProposedOwnerRow[] = [];
    for (const owner of new Set(names)) {
      const own = parts.filter((part) => part.owner === owner);
      const ownerId = own[0]?.ownerId ?? null;
      const plan = ownerId === null ? undefined : await this.proposals.findOwnPlan(ownerId, year);
      const opens = ownerId === null ? undefined : await this.desk.openerFor(visit.actor, ownerId);
      const href = plan && villagePaths(ownerId ?? '').yearPlan(plan.id);
      owners.push({
        ...{ owner, share: ownersShare(rows, owner), amount: sumFen(own.map(({ amount }) => amount)) },
        ...stateOf(ownerId, plan, proposal.id),
        planHref: href !== undefined && opens?.(href) === true ? href : undefined,
      });
    }
    return owners;
  }
}

/** How far an owner is: nothing drafted, drafted from this or by himself, under way, decided. */
function stateOf(
  ownerId: string | null,
  plan: OwnPlan | undefined,
  proposalId: string,
): Pick<ProposedOwnerRow, 'state' | 'stateWord'> {
  if (ownerId === null) return { state: 'undecided', stateWord: ownerProposalWords.elsewhere };
  if (plan === undefined) return { state: 'todo', stateWord: ownerProposalWords.none };
  const word = labelOf(`yearPlanState.${plan.state}`);
  const stateWord = plan.proposalId === proposalId ? word : ownerProposalWords.otherwise(word);
  return { state: plan.state === 'approved' ? 'done' : 'doing', stateWord };
}

function useName(pack: PolicyPack, id: string): string {
  return widePunctuation(bucketsOf(pack, 'pv').find((bucket) => bucket.id === id)?.name ?? id);
}

function valuesOf(standing: OwnerProposal | undefined): Readonly<Record<string, string>> {
  const uses = standing?.uses ?? [];
  return Object.fromEntries(
    uses.flatMap(({ bucket, forWhat, amount }, index): [string, string][] => {
      const at = (field: string): string => `uses[${String(index)}][${field}]`;
      return [
        [at('bucket'), bucket],
        [at('forWhat'), forWhat],
        [at('amount'), plainYuan(amount)],
      ];
    }),
  );
}

/** Every use of the pack with its rows; one blank row where it has none. */
function useRows(pack: PolicyPack, values: Readonly<Record<string, string>>): ProposedUseRow[] {
  const places = Object.entries(values).flatMap(([name, bucket]): [number, string][] => {
    const index = /^uses\[(\d+)\]\[bucket\]$/.exec(name)?.[1];
    return index === undefined ? [] : [[Number(index), bucket]];
  });
  let blank = 1 + Math.max(-1, ...places.map(([index]) => index));
  return bucketsOf(pack, 'pv').map((bucket): ProposedUseRow => {
    const rows = places.filter(([, id]) => id === bucket.id).map(([index]) => index);
    const name = widePunctuation(bucket.name);
    const clause = bucketClause(pack, bucket);
    return { bucket: bucket.id, name, clause, rows: rows.length === 0 ? [blank++] : rows };
  });
}
