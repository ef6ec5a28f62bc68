import { Injectable } from '@nestjs/common';
import {
  type HolderKind,
  shareRollOn,
  type ShareRollForm,
  sharesTotal,
} from '../../domain/collectives/share-roll';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import type { Command } from '../../platform/audit/command';
import { ImportPreviewsService } from '../../platform/spreadsheets/import-previews.service';
import { ShareRollService } from './share-roll.service';

/** Who holds how many before a table of shares and after it, in hundredths. */
export interface ShareChange {
  readonly holderId: string;
  readonly number: number;
  readonly before: number;
  readonly after: number;
}

/** A table of shares that nobody has confirmed yet. */
export interface ShareRollPreview {
  readonly kind: HolderKind;
  readonly from: CalendarDay;
  readonly why: string;
  readonly paper: string;
  readonly changes: readonly ShareChange[];
  /** All shares on that day, and who holds any. */
  readonly before: { readonly hundredths: number; readonly holders: number };
  readonly after: { readonly hundredths: number; readonly holders: number };
  /** What is wrong with it by now. */
  readonly problems: readonly Problem[];
}

const KIND = 'shareRoll';

/** Tables of shares between looking at them and entering them: what was seen is what is entered. */
@Injectable()
export class ShareRollPreviewsService {
  constructor(
    private readonly previews: ImportPreviewsService,
    private readonly shares: ShareRollService,
  ) {}

  /** Keeps a table that can be entered. @returns its id. @throws FormProblems as `readShareRoll` */
  async keep(collectiveId: string, form: ShareRollForm, command: Command): Promise<string> {
    refuseProblems((await this.shares.readRoll(collectiveId, form)).problems);
    const wanted = { kind: KIND, columns: [] };
    const table = { source: { pasted: textOf(form) }, fileName: '', wanted };
    return this.previews.keep(collectiveId, table, command);
  }

  /** @throws DomainError `file.previewGone` */
  async read(collectiveId: string, id: string): Promise<ShareRollPreview> {
    const form = await this.formOf(collectiveId, id);
    const { roll, problems, holdings, holders } = await this.shares.readRoll(collectiveId, form);
    const { kind, fromDay: from, why, paper, changes } = roll;
    const standing = shareRollOn(holdings, from);
    const had = new Map(standing.map((holding) => [holding.holderId, holding.hundredths]));
    const after = new Map(had);
    for (const { holderId, hundredths } of changes) after.set(holderId, hundredths);
    const left = [...after.values()].filter((hundredths) => hundredths > 0);
    return {
      ...{ kind, from, why, paper, problems },
      changes: changes
        .map(({ holderId, hundredths }) => ({
          ...{ holderId, number: holders.get(holderId)?.number ?? 0 },
          ...{ before: had.get(holderId) ?? 0, after: hundredths },
        }))
        .sort((one, other) => one.number - other.number),
      before: { hundredths: sharesTotal(standing), holders: standing.length },
      after: { hundredths: left.reduce((sum, each) => sum + each, 0), holders: left.length },
    };
  }

  /** Enters a kept table. @throws DomainError `file.previewGone`; FormProblems where it no longer fits */
  async confirm(collectiveId: string, id: string, command: Command): Promise<{ changed: number }> {
    return this.shares.enterRoll(collectiveId, await this.formOf(collectiveId, id), command);
  }

  private async formOf(collectiveId: string, id: string): Promise<ShareRollForm> {
    const { table } = await this.previews.requireKept(collectiveId, { kind: KIND, id });
    const [head, ...lines] = table.rows.map(({ cells }) => cells);
    const [holderKind = '', shareFrom = '', shareWhy = '', sharePaper = ''] = head ?? [];
    const shareLines = lines.map(([holder = '', shares = '']) => `${holder} ${shares}`).join('\n');
    return { holderKind, shareFrom, shareWhy, sharePaper, shareLines };
  }
}

/** A table of shares as rows of cells: what it is about first, then a row for each holder. */
function textOf({ holderKind, shareFrom, shareWhy, sharePaper, shareLines }: ShareRollForm): string {
  const plain = (text: string): string => text.trim().replace(/\s+/g, ' ');
  const lines = shareLines
    .split(/\r?\n/)
    .map((line) =>
      line
        .trim()
        .split(/[\s,，、]+/)
        .join('\t'),
    )
    .filter((line) => line !== '');
  return [[holderKind, shareFrom, shareWhy, sharePaper].map(plain).join('\t'), ...lines].join('\n');
}
