import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { NationalStanding } from '../../domain/payouts/national-entry';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { NationalEntriesService, type NationalList } from './national-entries.service';
import { NationalFileQuery, NationalNoteForm } from './national-entries.forms';
import { NationalTableService } from './national-table.service';
import { type FileAnswer, fileAnswer } from './pay-file-bytes';

/** How much of a list was paid or entered, in how many lines. */
interface Figures {
  readonly amount: bigint;
  readonly lines: number;
}

/** A list of which something was paid, beside what was entered of it. */
interface NationalListAnswer {
  readonly listId: string;
  readonly year: number;
  readonly number: number;
  readonly paid: Figures;
  readonly paidOn: string | undefined;
  /** Every note, the first first; the last one counts. */
  readonly entries: readonly (Figures & { readonly enteredOn: string; readonly reason: string })[];
  readonly standing: NationalStanding;
}

/** What was paid beside what was entered in the national system; the program enters nothing there. */
@ApiRoom('payLists')
@Controller('api/villages/:collectiveId/national-entries')
export class NationalEntriesController {
  constructor(
    private readonly entries: NationalEntriesService,
    private readonly table: NationalTableService,
  ) {}

  /** Every list of which something is or was paid, the newest first. */
  @Get()
  async list(
    @Param() { collectiveId }: VillageAddress,
    @Query() query: PageQuery,
  ): Promise<PageOf<NationalListAnswer>> {
    return pageOf((await this.entries.listAll(collectiveId)).map(answerOf), query);
  }

  /** Notes that a list was entered, on which day and with which figures. */
  @Post()
  note(
    @Param() { collectiveId }: VillageAddress,
    @Body() { listId, ...form }: NationalNoteForm,
    @GivenCommand() command: Command,
  ): Promise<{ readonly id: string }> {
    return this.entries.note(collectiveId, { listId, form }, command);
  }

  /** What was paid as a plain table, of a list or of some days. */
  @Get('file')
  async file(
    @Param() { collectiveId }: VillageAddress,
    @Query() { list: listId, from, to, form }: NationalFileQuery,
  ): Promise<FileAnswer> {
    return fileAnswer(await this.table.file(collectiveId, { listId, from, to }, form));
  }
}

function answerOf({ kept, paid, paidOn, entries, standing }: NationalList): NationalListAnswer {
  const { id: listId, year, number } = kept.list;
  return {
    ...{ listId, year, number, paid, paidOn, standing },
    entries: entries.map(({ amount, lines, enteredOn, reason }) => ({ amount, lines, enteredOn, reason })),
  };
}
