import { Injectable } from '@nestjs/common';
import { encode } from 'iconv-lite';
import { type NationalRow, nationalTable } from '../../domain/payouts/national-entry';
import { refuseProblems } from '../../domain/shared/problem';
import { dayProblems, spanProblems } from '../../domain/shared/typed-fields';
import { nationalWords } from '../../glossary/national-words';
import { payListWords } from '../../glossary/payout-words';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { BYTE_ORDER_MARK, csvLine } from '../../platform/spreadsheets/csv-text';
import { writePlainWorkbook } from '../../platform/spreadsheets/write-workbook';
import { CollectivesService } from '../collectives/collectives.service';
import { NationalEntriesService } from './national-entries.service';
import type { PayFileBytes } from './pay-file-bytes';
import { PayListPeopleService } from './pay-list-people.service';
import { PayListsReadService } from './pay-lists-read.service';
import type { StandingPayList } from './standing-pay-list';

export const NATIONAL_FORMS = ['xlsx', 'csv', 'gb18030'] as const;
export type NationalForm = (typeof NATIONAL_FORMS)[number];

/** Which payments are asked for: those of one list, or of some days; all where nothing is said. */
export interface NationalAsked {
  readonly listId: string;
  readonly from: string;
  readonly to: string;
}

/** What was paid, as a plain table that is typed over into the national system. */
@Injectable()
export class NationalTableService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly reading: PayListsReadService,
    private readonly people: PayListPeopleService,
    private readonly entries: NationalEntriesService,
    private readonly clock: Clock,
  ) {}

  /** No cell is a formula. @throws FormProblems `calendar.*`; DomainError `payouts.unknown` */
  async file(collectiveId: string, asked: NationalAsked, form: NationalForm): Promise<PayFileBytes> {
    const days = { from: asked.from, to: asked.to };
    const typed = Object.entries(days).filter(([, value]) => value !== '');
    refuseProblems(typed.flatMap(([field, value]) => dayProblems({ field, value })));
    if (typed.length === 2) refuseProblems(spanProblems(days));
    const { columns } = this.entries.system();
    const records = nationalTable(columns, await this.rowsOf(collectiveId, asked));
    const name = nationalWords.file(form === 'xlsx' ? 'xlsx' : 'csv');
    if (form === 'xlsx') {
      const amounts = columns.flatMap(({ of }, place) => (of === 'amount' ? [place] : []));
      const bytes = await writePlainWorkbook({ rows: records, amounts }, new Date(this.clock.now()));
      const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      return { name, mediaType, bytes };
    }
    const text = records.map(csvLine).join('');
    const isUtf8 = form === 'csv';
    const bytes = isUtf8 ? Buffer.from(BYTE_ORDER_MARK + text, 'utf8') : encode(text, 'gb18030');
    return { name, mediaType: `text/csv; charset=${isUtf8 ? 'utf-8' : 'gb18030'}`, bytes };
  }

  /** Every payment that stands, line by line, in the order of lists and lines. */
  private async rowsOf(collectiveId: string, { listId, from, to }: NationalAsked): Promise<NationalRow[]> {
    const { name: village } = await this.collectives.requireCollective(collectiveId);
    const all =
      listId === ''
        ? (await this.reading.listAll(collectiveId)).reverse()
        : [await this.reading.require(collectiveId, listId)];
    const rows: NationalRow[] = [];
    for (const kept of all) rows.push(...(await this.rowsOfList(kept, village)));
    return rows.filter(({ paidOn }) => (from === '' || paidOn >= from) && (to === '' || paidOn <= to));
  }

  private async rowsOfList(kept: StandingPayList, village: string): Promise<NationalRow[]> {
    const { list, results } = kept;
    const told = { village, channel: labelOf(`payChannel.${list.channel}`), list: payListWords.name(list) };
    const people = await this.people.listPeople(list.collectiveId, kept);
    return people.flatMap(({ household, name, lines }) =>
      lines
        .filter(({ state }) => state === 'confirmed')
        .map(({ number, what, amount }) => {
          const paidOn = results.get(number)?.at(-1)?.on ?? '';
          return { ...told, household, name, what, amount, paidOn };
        }),
    );
  }
}
