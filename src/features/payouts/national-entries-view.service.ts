import { Injectable } from '@nestjs/common';
import type { NationalStanding } from '../../domain/payouts/national-entry';
import { nationalWords } from '../../glossary/national-words';
import { listText } from '../../glossary/payout-words';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { GlyphState } from '../../platform/views/state-glyph';
import { UsersService } from '../users/users.service';
import { NationalEntriesService, type NationalList } from './national-entries.service';
import type { NationalEntriesPageProps, NationalListRow } from './national-entries.pages';

export const NATIONAL_GLYPHS: Readonly<Record<NationalStanding, GlyphState>> = {
  waits: 'todo',
  overdue: 'attention',
  same: 'done',
  differs: 'attention',
  nothingPaid: 'locked',
};

/** The page on which what was paid stands beside what was entered in the national system. */
@Injectable()
export class NationalEntriesViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly entries: NationalEntriesService,
    private readonly users: UsersService,
    private readonly clock: Clock,
  ) {}

  async page(visit: PageVisit, collectiveId: string, refused?: FormState): Promise<NationalEntriesPageProps> {
    const lists = await this.entries.listAll(collectiveId);
    const names = await this.users.listDisplayNames();
    const paths = villagePaths(collectiveId);
    const { confirmed, enterWithin } = this.entries.system();
    const mayNote = visit.tokens.mayPost?.(paths.nationalEntries) ?? true;
    const waiting = lists.filter(({ standing }) => standing !== 'same');
    const listId = waiting.at(-1)?.kept.list.id ?? lists[0]?.kept.list.id;
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'payLists' }),
      ...{ listsHref: paths.payLists, fileAction: `${paths.nationalEntries}/file`, confirmed, enterWithin },
      action: mayNote && lists.length > 0 ? paths.nationalEntries : undefined,
      form: refused ?? filledForm({ form: 'xlsx', enteredOn: this.clock.today(), listId }),
      options: lists.map(({ kept, paid }) => ({
        value: kept.list.id,
        label: `${listText(kept.list)}　${nationalWords.figures(paid)}`,
      })),
      forms: nationalWords.forms,
      rows: lists.map((each) => {
        const by = each.entries.at(-1)?.enteredBy;
        const who = by === undefined ? '' : (names.get(by) ?? labelOf('person.program'));
        return { ...rowOf(each), who, href: paths.payList(each.kept.list.id) };
      }),
    };
  }
}

function rowOf({
  kept,
  paid,
  paidOn,
  entries,
  standing,
}: NationalList): Omit<NationalListRow, 'who' | 'href'> {
  const last = entries.at(-1);
  return {
    ...{ name: listText(kept.list), paid: nationalWords.figures(paid), paidOn: paidOn ?? '' },
    entered: last === undefined ? '' : nationalWords.figures(last),
    enteredOn: last?.enteredOn ?? '',
    ...{ state: NATIONAL_GLYPHS[standing], stateWord: nationalWords.standing[standing] },
    why:
      standing === 'differs' && last !== undefined
        ? nationalWords.difference(paid.amount - last.amount, paid.lines - last.lines)
        : '',
    reason: last?.reason ?? '',
  };
}
