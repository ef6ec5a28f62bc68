import { Injectable } from '@nestjs/common';
import { readSoughtWords } from '../../domain/ledger/sought-words';
import { hasPrivateNumber } from '../../domain/shared/private-number';
import { labelOf } from '../../glossary/terms';
import { villagePaths } from '../../platform/http/office-paths';
import { RosterSearchService } from '../collectives/roster-search.service';
import type { Find, FoundGroup } from './search.pages';
import { SoughtContractsService } from './sought-contracts.service';
import { SoughtSheetsService } from './sought-sheets.service';
import { SoughtThingsService } from './sought-things.service';
import { SoughtVouchersService } from './sought-vouchers.service';

/** Whose books are looked through, for what, and which pages the person who looks may open. */
export interface SearchHere {
  readonly collectiveId: string;
  readonly typed: string;
  /** Who looks: the user's id. */
  readonly by: string;
  readonly mayOpen: (href: string) => boolean;
}

/** So many of a group are shown; the rest is a step away. */
const SHOWN = 6;

/** Looks for what is typed in everything of a village's that whoever looks may open, group by group. */
@Injectable()
export class SearchService {
  constructor(
    private readonly vouchers: SoughtVouchersService,
    private readonly contracts: SoughtContractsService,
    private readonly things: SoughtThingsService,
    private readonly people: RosterSearchService,
    private readonly sheets: SoughtSheetsService,
  ) {}

  /** The groups in which something was found. */
  async find({ collectiveId, typed, by, mayOpen }: SearchHere): Promise<FoundGroup[]> {
    const sought = readSoughtWords(typed);
    if (sought === undefined) return [];
    const paths = villagePaths(collectiveId);
    // A number of a person stands on no voucher and in no contract; it is looked for in the list alone.
    const isPrivate = hasPrivateNumber(typed);
    const open = (room: string) => !isPrivate && mayOpen(room);
    const group = (key: FoundGroup['key'], finds: readonly Find[], more?: FoundGroup['more']): FoundGroup => {
      const shown = finds.filter(({ href }) => mayOpen(href));
      return { key, finds: shown.slice(0, SHOWN), count: shown.length, more };
    };
    const groups: FoundGroup[] = [];
    if (open(paths.vouchers)) {
      const { finds, count, href } = await this.vouchers.find(collectiveId, sought);
      groups.push({ ...group('vouchers', finds, { href }), count });
    }
    if (open(paths.contracts))
      groups.push(
        group('contracts', await this.contracts.find(collectiveId, sought), { href: paths.contracts }),
      );
    if (open(paths.assets))
      groups.push(group('assets', await this.things.find(collectiveId, sought), { href: paths.assets }));
    if (mayOpen(paths.members))
      groups.push(
        group('people', await this.findPeople(collectiveId, { typed, by }), {
          posts: `${paths.members}/find`,
        }),
      );
    if (open(paths.plans))
      groups.push(group('plans', await this.sheets.find(collectiveId, sought), { href: paths.plans }));
    return groups.filter(({ count }) => count > 0);
  }

  /** By name and household: no number of theirs is shown here. */
  private async findPeople(
    collectiveId: string,
    sought: { readonly typed: string; readonly by: string },
  ): Promise<Find[]> {
    const paths = villagePaths(collectiveId);
    return (await this.people.find(collectiveId, sought)).map(({ held, personal, household }) => ({
      ...{ name: personal.name, href: paths.member(held.memberId) },
      says: [household, labelOf(`relation.${held.relation}`)],
    }));
  }
}
