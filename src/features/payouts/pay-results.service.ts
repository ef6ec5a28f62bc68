import { Injectable } from '@nestjs/common';
import type { PayFileLine } from '../../domain/payouts/pay-file';
import { otherListProblems } from '../../domain/payouts/other-lists';
import { type PayResult, readPayResults } from '../../domain/payouts/pay-results';
import { readOutcome } from '../../domain/payouts/read-outcomes';
import { type ResultsToTake, resultsToTake } from '../../domain/payouts/take-results';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import type { Command } from '../../platform/audit/command';
import type { GivenTable } from '../../platform/http/uploads';
import { PersonalKeys } from '../../platform/secrets/personal-keys';
import {
  ImportPreviewsService,
  type TableSealing,
} from '../../platform/spreadsheets/import-previews.service';
import { PayFileLayoutsService } from './pay-file-layouts.service';
import { PayFilesService } from './pay-files.service';
import { PayListBankService, type TakenResults } from './pay-list-bank.service';

/** The kind under which a bank's answer is kept between looking and taking over: that of its list alone. */
function resultKind(listId: string): string {
  return `payResult ${listId}`;
}

/** A bank's answer beside the list: what each line is said to be, and what is wrong. */
export interface PayResultPreview {
  readonly fileName: string;
  readonly digest: string;
  readonly lines: readonly PayFileLine[];
  readonly results: readonly PayResult[];
  readonly toTake: ResultsToTake;
  readonly problems: readonly Problem[];
}

/** An answer of the bank that was kept, of which list. */
export interface KeptResult {
  readonly id: string;
  readonly keptId: string;
}

/** Takes over what the bank says of a list: looked at first, then all of it or nothing. */
@Injectable()
export class PayResultsService {
  constructor(
    private readonly previews: ImportPreviewsService,
    private readonly keys: PersonalKeys,
    private readonly layouts: PayFileLayoutsService,
    private readonly files: PayFilesService,
    private readonly bank: PayListBankService,
  ) {}

  /** A bank's answer names everybody's account. */
  private get sealing(): TableSealing {
    return {
      seal: (place, text) => this.keys.seal(place, text),
      open: (place, sealed) => this.keys.open(place, sealed),
      fingerprint: (_, digest) => digest,
    };
  }

  /**
   * Keeps what the bank says of a list that was sent for a day. @returns its id
   * @throws FormProblems `file.*`; DomainError `payFile.cash`, `payouts.*`
   */
  async keep(
    collectiveId: string,
    { id, given }: { readonly id: string; readonly given: GivenTable },
    command: Command,
  ): Promise<string> {
    await this.files.linesOf(collectiveId, id);
    const wanted = { kind: resultKind(id), columns: [], sealing: this.sealing };
    return this.previews.keep(collectiveId, { ...given, wanted }, command);
  }

  /** @throws DomainError `file.previewGone`, `payouts.*` */
  async preview(collectiveId: string, { id, keptId }: KeptResult): Promise<PayResultPreview> {
    const asked = { kind: resultKind(id), id: keptId, sealing: this.sealing };
    const { fileName, digest, table } = await this.previews.requireKept(collectiveId, asked);
    const { lines, states } = await this.files.linesOf(collectiveId, id);
    const words = this.layouts.resultWords();
    const others = await this.files.otherLists(collectiveId, id);
    const ofOther = otherListProblems({ rows: table.rows, digest }, others, words);
    const read = readPayResults(table.rows, lines, words);
    const toTake = resultsToTake(read.results, states);
    // Where nothing can be read, nothing is new either.
    const own = read.problems.length > 0 ? read.problems : toTake.problems;
    const problems = [...ofOther, ...own];
    return { fileName, digest, lines, results: read.results, toTake, problems };
  }

  /**
   * Books what the answer says, on the bank's day: one voucher for what was paid.
   * @throws FormProblems `payResult.*`, `form.*`, `calendar.*`, `payouts.notOnItsWay`, `money.*`; DomainError
   *   `file.previewGone`, `payouts.*`, `period.*`
   */
  take(
    collectiveId: string,
    { bankDay, ...kept }: KeptResult & { readonly bankDay: string },
    command: Command,
  ): Promise<{ id: string }> {
    const read = (): Promise<TakenResults> => this.toTake(collectiveId, kept, bankDay);
    return this.bank.takeResults(collectiveId, { ...kept, bankDay, read }, command);
  }

  private async toTake(collectiveId: string, kept: KeptResult, bankDay: string): Promise<TakenResults> {
    const { toTake, problems, digest } = await this.preview(collectiveId, kept);
    const { read, problems: ofDay } = readOutcome(
      { bankDay, lineNumbers: '', returnKind: '', returnWords: '' },
      false,
    );
    refuseProblems([...problems, ...ofDay]);
    const { paid, returned } = toTake;
    return { day: read.day, paid, returned, fileDigest: digest };
  }
}
