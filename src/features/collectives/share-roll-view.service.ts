import { Injectable } from '@nestjs/common';
import { issuedOn } from '../../domain/collectives/issued-shares';
import { percentOf } from '../../domain/collectives/share-percent';
import { HOLDER_KINDS, shareRollOn, sharesText, sharesTotal } from '../../domain/collectives/share-roll';
import { holderGoneText, holderText, holderUnit } from '../../glossary/people-words';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { pageOf } from '../../platform/http/api.forms';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { type VillagePaths, villagePaths, withQuery } from '../../platform/http/office-paths';
import { pageLinks } from '../../platform/http/page-links';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { UsersService } from '../users/users.service';
import { RosterReadService } from './roster-read.service';
import type {
  ShareChangeRow,
  ShareChangesPageProps,
  ShareHolderRow,
  ShareRollPageProps,
} from './share-roll.pages';
import { type HeldShares, ShareRollService, type ToldHolding } from './share-roll.service';

const PER_PAGE = 50;

/** The pages of the shares. */
@Injectable()
export class ShareRollViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly shares: ShareRollService,
    private readonly roster: RosterReadService,
    private readonly users: UsersService,
    private readonly clock: Clock,
  ) {}

  /** Who holds shares on a day. */
  async page(
    visit: PageVisit,
    collectiveId: string,
    asked: {
      readonly on?: string | undefined;
      readonly page?: string | undefined;
      readonly form?: FormState;
    },
  ): Promise<ShareRollPageProps> {
    const on = asked.on ?? this.clock.today();
    const paths = villagePaths(collectiveId);
    const roll = await this.shares.listRoll(collectiveId, on);
    const total = sharesTotal(roll);
    const shown = pageOf(roll, { page: asked.page ?? '1', size: String(PER_PAGE) });
    const names = await this.roster.holderNames(collectiveId, on);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'members' }),
      rosterHref: paths.members,
      on,
      unit: holderUnit(roll[0]?.holderKind ?? 'household'),
      holders: roll.length,
      total: sharesText(total),
      issued: await this.issuedOn(collectiveId, { on, held: total }),
      rows: shown.items.map((held) => rowOf(held, { total, paths, name: names.get(held.holderId) })),
      gone: roll.filter(({ onList }) => !onList).length,
      pages: pageLinks(shown, (page) => withQuery(paths.shareRoll, { page, on: asked.on })),
      changesHref:
        (await this.shares.listHoldings(collectiveId)).length === 0
          ? undefined
          : `${paths.shareRoll}/changes`,
      kinds: HOLDER_KINDS.map((value) => ({ value, label: labelOf(`holderKind.${value}`) })),
      form: asked.form ?? filledForm({ holderKind: roll[0]?.holderKind }),
      action: keepsBooksOf(visit.actor, collectiveId) ? paths.shareRoll : undefined,
    };
  }

  private async issuedOn(
    collectiveId: string,
    { on, held }: { readonly on: string; readonly held: number },
  ): Promise<ShareRollPageProps['issued']> {
    const told = issuedOn(await this.shares.listIssued(collectiveId), on);
    if (told === undefined) return undefined;
    const { hundredths, fromDay, paper } = told;
    const [more, less] = [
      sharesText(Math.max(held - hundredths, 0)),
      sharesText(Math.max(hundredths - held, 0)),
    ];
    return { shares: sharesText(hundredths), from: fromDay, paper, more, less };
  }

  /** What has changed, the latest first. */
  async changes(
    visit: PageVisit,
    collectiveId: string,
    { page, form }: { readonly page?: string | undefined; readonly form?: FormState },
  ): Promise<ShareChangesPageProps> {
    const paths = villagePaths(collectiveId);
    const holdings = await this.shares.listHoldings(collectiveId);
    const holders = await this.shares.holdersById(collectiveId);
    const people = await this.users.listDisplayNames();
    const shown = pageOf([...holdings].reverse(), { page: page ?? '1', size: String(PER_PAGE) });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'members' }),
      rollHref: paths.shareRoll,
      total: holdings.length,
      rows: shown.items.map((holding) => ({
        ...changeOf(holding, holdings),
        holder: holderText(holding.holderKind, holders.get(holding.holderId)?.number ?? 0),
        by: people.get(holding.enteredBy) ?? holding.enteredBy,
      })),
      pages: pageLinks(shown, (at) => withQuery(`${paths.shareRoll}/changes`, { page: at })),
      form: form ?? filledForm({}),
      action:
        holdings.length > 0 && keepsBooksOf(visit.actor, collectiveId)
          ? `${paths.shareRoll}/withdrawals`
          : undefined,
    };
  }
}

function rowOf(
  held: HeldShares,
  given: { readonly total: number; readonly paths: VillagePaths; readonly name: string | undefined },
): ShareHolderRow {
  const { holderKind, holderId, holderNumber, hundredths, fromDay, onList } = held;
  const { paths } = given;
  return {
    number: holderNumber,
    name: given.name ?? holderText(holderKind, holderNumber),
    href: holderKind === 'household' ? paths.household(holderId) : paths.member(holderId),
    shares: sharesText(hundredths),
    part: percentOf(hundredths, given.total),
    from: fromDay,
    gone: onList ? undefined : holderGoneText(holderKind),
  };
}

function changeOf(holding: ToldHolding, all: readonly ToldHolding[]): Omit<ShareChangeRow, 'holder' | 'by'> {
  const { number, holderId, fromDay, hundredths, why, paper, withdrawn } = holding;
  const earlier = all.filter((each) => each.holderId === holderId && each.number < number);
  const [before] = shareRollOn(earlier, fromDay);
  return {
    ...{ number, from: fromDay, why, paper, withdrawn },
    before: sharesText(before?.hundredths ?? 0),
    after: sharesText(hundredths),
  };
}
