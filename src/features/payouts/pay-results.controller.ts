import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiConsumes, ApiProperty } from '@nestjs/swagger';
import type { ReturnKind } from '../../domain/payouts/read-outcomes';
import type { Command } from '../../platform/audit/command';
import { ApiRoom, type ToldProblem, toldProblems } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery } from '../../platform/http/api.forms';
import { IdField } from '../../platform/http/form-fields';
import { type FileCommand, GivenCommand, GivenFile } from '../../platform/http/given-command';
import { givenTable, TakesUpload } from '../../platform/http/uploads';
import { PayResultTakeForm, PayResultUploadForm } from './pay-lists.forms';
import { PayResultsService } from './pay-results.service';

/** A bank's answer that was kept, beside its list. */
class ResultAddress extends ItemAddress {
  @ApiProperty({ description: "The kept answer's id." })
  @IdField()
  keptId: string;
}

/** What was read of a bank's answer; its lines and its problems are lists of their own. */
interface ResultPreview {
  readonly fileName: string;
  readonly sha256: string;
  /** Lines that it says anew were paid, or were not, and such as were known before. */
  readonly paid: number;
  readonly returned: number;
  readonly known: number;
  /** Nothing is booked while there is one. */
  readonly problems: number;
}

/** What a bank's answer says of a line: why it was not paid, where it was not. */
interface ResultLine {
  readonly number: number;
  readonly amount: bigint;
  readonly paid: boolean;
  readonly returnKind: ReturnKind | '';
  readonly reason: string;
  /** Whether it says what is known already. */
  readonly known: boolean;
}

/** What the bank answers by file: sent in, looked at, booked whole or not at all. It is kept sealed. */
@ApiRoom('payLists')
@Controller('api/villages/:collectiveId/pay-lists/:id/result-previews')
export class PayResultsController {
  constructor(private readonly results: PayResultsService) {}

  /** Keeps an answer for a day: a `file` of a multipart form, or rows `pasted`. Nothing is booked yet. */
  @Post()
  @TakesUpload()
  @ApiConsumes('application/json', 'multipart/form-data')
  async upload(
    @Param() at: ItemAddress,
    @Body() { pasted }: PayResultUploadForm,
    @GivenFile() { command, upload }: FileCommand,
  ): Promise<{ id: string }> {
    const given = givenTable(upload, pasted);
    return { id: await this.results.keep(at.collectiveId, { id: at.id, given }, command) };
  }

  /** What was read of a kept answer. */
  @Get(':keptId')
  async show(@Param() { collectiveId, ...kept }: ResultAddress): Promise<ResultPreview> {
    const { fileName, digest, toTake, problems } = await this.results.preview(collectiveId, kept);
    const { paid, returned, known } = toTake;
    return {
      ...{ fileName, sha256: digest, paid: paid.length, known: known.length, problems: problems.length },
      returned: returned.reduce((sum, { numbers }) => sum + numbers.length, 0),
    };
  }

  /** Everything that is wrong with it; no account is repeated. */
  @Get(':keptId/problems')
  async problems(
    @Param() { collectiveId, ...kept }: ResultAddress,
    @Query() query: PageQuery,
  ): Promise<PageOf<ToldProblem>> {
    return pageOf(toldProblems((await this.results.preview(collectiveId, kept)).problems), query);
  }

  /** What it says, line by line of the list. */
  @Get(':keptId/lines')
  async lines(
    @Param() { collectiveId, ...kept }: ResultAddress,
    @Query() query: PageQuery,
  ): Promise<PageOf<ResultLine>> {
    const { lines, results, toTake } = await this.results.preview(collectiveId, kept);
    const amounts = new Map(lines.map(({ number, amount }) => [number, amount]));
    const known = new Set(toTake.known);
    const told = results.map(({ number, returned }): ResultLine => {
      const why = { returnKind: returned?.kind ?? ('' as const), reason: returned?.reason ?? '' };
      const amount = amounts.get(number) ?? 0n;
      return { number, amount, paid: returned === undefined, ...why, known: known.has(number) };
    });
    return pageOf(told, query);
  }

  /** Books what it says on the bank's day; refused with everything that is wrong with it. */
  @Post(':keptId/import')
  take(
    @Param() { collectiveId, ...kept }: ResultAddress,
    @Body() { bankDay }: PayResultTakeForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.results.take(collectiveId, { ...kept, bankDay }, command);
  }
}
