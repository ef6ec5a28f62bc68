import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import type { Command } from '../../platform/audit/command';
import { ApiRoom, type ToldProblem, toldProblems } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery } from '../../platform/http/api.forms';
import { type FileCommand, GivenCommand, GivenFile } from '../../platform/http/given-command';
import { givenTable, TakesUpload } from '../../platform/http/uploads';
import { BankAccountsService } from './bank-accounts.service';
import { BankImportService, type StatementPreview } from './bank-import.service';
import { type BankStatementRow, BankReadService } from './bank-read.service';
import {
  KeptStatementAddress,
  StatementEntryForm,
  StatementQuery,
  StatementUploadForm,
  StatementWithdrawalForm,
  TakenStatementAddress,
} from './bank.forms';
import { BankWithdrawalsService } from './bank-withdrawals.service';
import { BankStatementFilesService } from './bank-statement-files.service';

/** What taking a kept statement over would do; its lines and problems are lists of their own. */
interface StatementView extends Pick<StatementPreview, 'head' | 'uncovered'> {
  readonly layout: string | undefined;
  readonly lines: number;
  /** Lines that an earlier statement brought already: they are not taken twice. */
  readonly known: number;
  readonly problems: number;
}

/** Statements of the bank: a file sent in, looked at, taken over. */
@ApiRoom('bank')
@Controller('api/villages/:collectiveId/bank-accounts/:id')
export class BankStatementsController {
  constructor(
    private readonly accounts: BankAccountsService,
    private readonly reading: BankReadService,
    private readonly files: BankStatementFilesService,
    private readonly imports: BankImportService,
    private readonly withdrawals: BankWithdrawalsService,
  ) {}

  /** The statements taken over, by their first day. */
  @Get('statements')
  async list(@Param() at: ItemAddress, @Query() query: PageQuery): Promise<PageOf<BankStatementRow>> {
    await this.accounts.requireAccount(at.collectiveId, at.id);
    return pageOf(await this.reading.listStatements(at.collectiveId, at.id), query);
  }

  /** Withdraws the last one taken over: it counts nowhere, and what it was matched with is taken apart. */
  @Post('statements/:statementId/withdraw')
  @HttpCode(200)
  withdraw(
    @Param() at: TakenStatementAddress,
    @Body() { reason }: StatementWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string; matches: number }> {
    return this.withdrawals.withdraw(placeOf(at), { statementId: at.statementId, reason }, command);
  }

  /** Keeps a statement for a day: a `file` of a multipart form, or rows `pasted`. */
  @Post('statement-previews')
  @TakesUpload()
  @ApiConsumes('application/json', 'multipart/form-data')
  async upload(
    @Param() at: ItemAddress,
    @Body() { pasted }: StatementUploadForm,
    @GivenFile() { command, upload }: FileCommand,
  ): Promise<{ id: string }> {
    return { id: await this.files.keep(at.collectiveId, givenTable(upload, pasted), command) };
  }

  /** What taking it over would do. */
  @Get('statement-previews/:keptId')
  async show(@Param() at: KeptStatementAddress, @Query() told: StatementQuery): Promise<StatementView> {
    const { layout, head, lines, problems, uncovered } = await this.previewOf(at, told);
    const known = lines.filter(({ isKnown }) => isKnown).length;
    return {
      ...{ head, uncovered, known },
      layout: layout?.id,
      lines: lines.length,
      problems: problems.length,
    };
  }

  /** Its lines as they were read. */
  @Get('statement-previews/:keptId/lines')
  async lines(
    @Param() at: KeptStatementAddress,
    @Query() query: StatementQuery,
  ): Promise<PageOf<StatementPreview['lines'][number]>> {
    return pageOf((await this.previewOf(at, query)).lines, query);
  }

  /** Everything that is wrong with it, each with its cell. */
  @Get('statement-previews/:keptId/problems')
  async problems(
    @Param() at: KeptStatementAddress,
    @Query() query: StatementQuery,
  ): Promise<PageOf<ToldProblem>> {
    return pageOf(toldProblems((await this.previewOf(at, query)).problems), query);
  }

  /** Takes it over; a line that is there already is not taken twice. */
  @Post('statement-previews/:keptId/import')
  @HttpCode(201)
  async takeOver(
    @Param() at: KeptStatementAddress,
    @Body() told: StatementEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string; lines: number }> {
    const form = await this.files.formOf(at.collectiveId, at.keptId, told);
    return this.imports.importStatement(placeOf(at), form, command);
  }

  private async previewOf(at: KeptStatementAddress, told: StatementQuery): Promise<StatementPreview> {
    const form = await this.files.formOf(at.collectiveId, at.keptId, told);
    return this.imports.preview(placeOf(at), form);
  }
}

function placeOf({ collectiveId, id }: ItemAddress): { collectiveId: string; accountId: string } {
  return { collectiveId, accountId: id };
}
