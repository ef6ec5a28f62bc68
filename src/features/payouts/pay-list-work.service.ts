import { Inject, Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { decisionProblems } from '../../domain/approvals/who-may-decide';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { standingOf } from '../../domain/payouts/line-results';
import { cameBackLast, type PayWork, payWorkOf } from '../../domain/payouts/pay-work';
import { partKey } from '../../domain/payouts/payable-parts';
import { payWorkWords } from '../../glossary/payout-words';
import { Database } from '../../platform/database/database';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';
import { villagePaths } from '../../platform/http/office-paths';
import { PayablePartsService } from './payable-parts.service';
import { PayListGroundService } from './pay-list-ground.service';
import { PayListsReadService } from './pay-lists-read.service';
import { sinceOf } from './pay-lists-view.service';
import type { KeptPayList } from './pay-lists.store';
import type { StandingPayList } from './standing-pay-list';

/** A file that ships with the program; `npm run check:seeds` holds it against its schema. */
const readWaitsFile: (text: string) => { readonly silentAfter: number } = parse;

/** Something of a village's pay lists that waits, in whose hands, and where it is done. */
export interface PayListWork extends Pick<PayWork, 'whose' | 'since'> {
  readonly what: string;
  readonly href: string;
}

/** What waits of pay lists for those who may do the next act. */
@Injectable()
export class PayListWorkService {
  private silentAfter: number | undefined;

  constructor(
    private readonly database: Database,
    private readonly reading: PayListsReadService,
    private readonly ground: PayListGroundService,
    private readonly parts: PayablePartsService,
    @Inject(SEEDS_FOLDER) private readonly seedsFolder: string,
  ) {}

  /** @param asked `by`: whose list it is; a list that went through his hands waits for another's review */
  async listWork(
    collectiveId: string,
    asked: { readonly today: CalendarDay; readonly by?: string },
  ): Promise<PayListWork[]> {
    const lists = await this.reading.listAll(collectiveId);
    const silentAfter = (this.silentAfter ??= this.readFile().silentAfter);
    const work: PayListWork[] = [];
    for (const kept of lists) {
      const { list, lines, acts } = kept;
      const sentOn = acts.find(({ act }) => act === 'send')?.doneOn;
      const isWaiting = await this.isWaiting(kept, asked.today);
      const given = { state: list.state, since: sinceOf(kept), sentOn, isWaiting, lines };
      const next = payWorkOf(given, { today: asked.today, silentAfter });
      if (next === undefined || (await this.isBarred(kept, next, asked.by))) continue;
      const what = payWorkWords[next.act](list, next.lines);
      const { whose, since } = next;
      work.push({ whose, since, what, href: villagePaths(collectiveId).payList(list.id) });
    }
    return [...work, ...(await this.cameBack(collectiveId, lists))];
  }

  /** Whether a list that was agreed to waits for a plan. */
  private async isWaiting(kept: KeptPayList, day: CalendarDay): Promise<boolean> {
    const { collectiveId, state } = kept.list;
    if (state !== 'approved') return false;
    const { reader } = this.database;
    return (await this.ground.listWaiting(reader, collectiveId, { kept, day })).length > 0;
  }

  private async isBarred(kept: KeptPayList, { act }: PayWork, by: string | undefined): Promise<boolean> {
    if (act !== 'review' || by === undefined) return false;
    const { collectiveId } = kept.list;
    const hands = await this.ground.handsOf(this.database.reader, collectiveId, { kept, by });
    return decisionProblems(hands).length > 0;
  }

  /** What the lists did not pay after all and is still owed, as one: it is listed anew together. */
  private async cameBack(collectiveId: string, lists: readonly StandingPayList[]): Promise<PayListWork[]> {
    const last = cameBackLast(
      lists.flatMap(({ lines, results }) =>
        lines.map((line) => {
          const { listId, number, debtId, memberId, attempt } = line;
          return { listId, number, debtId, memberId, attempt, state: standingOf(line, results) };
        }),
      ),
    );
    if (last.size === 0) return [];
    const owed = (await this.parts.listParts(collectiveId)).filter(
      ({ amount, onList, ...part }) => amount > 0n && onList === undefined && last.has(partKey(part)),
    );
    const days = owed.flatMap((part) => {
      const line = last.get(partKey(part));
      const kept = lists.find(({ list }) => list.id === line?.listId);
      return kept?.results.get(line?.number ?? 0)?.at(-1)?.on ?? [];
    });
    const [since] = days.sort();
    if (since === undefined) return [];
    const href = villagePaths(collectiveId).newPayList;
    return [{ whose: 'accountant', since, what: payWorkWords.again(owed.length), href }];
  }

  private readFile(): { readonly silentAfter: number } {
    return readWaitsFile(readFileSync(join(this.seedsFolder, 'payouts', 'pay-waits.yaml'), 'utf8'));
  }
}
