import { Injectable } from '@nestjs/common';
import {
  handoverChanges,
  type HandoverChange,
  type HandoverLine,
  shownParts,
} from '../../domain/months/handover';
import { handoverWords } from '../../glossary/handover-words';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { CheckView } from '../../platform/views/check-result';
import { citedClause } from '../../platform/views/cited-clause';
import type { FormState } from '../../platform/views/error-summary';
import type { SheetTable } from '../../platform/spreadsheets/sheet-table';
import { CollectivesService } from '../collectives/collectives.service';
import { handoverSheet } from './handover-sheet';
import type { HandoverFormPageProps } from './handover-form.pages';
import type { ChangedRow, HandoverListPageProps, HandoverPageProps } from './handover.pages';
import { HandoverRulesService, type RuledHandover } from './handover-rules.service';
import { HandoversService } from './handovers.service';

/** A handover as an address names it. */
export interface HandoverPlace {
  readonly collectiveId: string;
  readonly id: string;
}

/** The pages and sheets of handovers. */
@Injectable()
export class HandoverViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly handovers: HandoversService,
    private readonly collectives: CollectivesService,
    private readonly clock: Clock,
    private readonly rules: HandoverRulesService,
  ) {}

  /** Every handover of a village. */
  async listPage(visit: PageVisit, collectiveId: string): Promise<HandoverListPageProps> {
    const { handovers } = villagePaths(collectiveId);
    const all = await this.handovers.listHandovers(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      rows: all.map(({ id, handedOn, post, handedBy, takenBy, handoverWatchedBy }) => {
        return {
          on: handedOn,
          href: `${handovers}/${id}`,
          post,
          handedBy,
          takenBy,
          watchedBy: handoverWatchedBy,
        };
      }),
      newHref: keepsBooksOf(visit.actor, collectiveId) ? `${handovers}/new` : undefined,
    };
  }

  /** The form of a new one, beside what the books say today. */
  async formPage(
    visit: PageVisit,
    collectiveId: string,
    refused?: FormState,
  ): Promise<HandoverFormPageProps> {
    const { handovers } = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      form: refused ?? filledForm({ handedOn: this.clock.today() }),
      action: `${handovers}/new`,
      cancelHref: handovers,
    };
  }

  /** A handover, and what reads otherwise since. @throws DomainError `handover.unknown` */
  async handoverPage(visit: PageVisit, { collectiveId, id }: HandoverPlace): Promise<HandoverPageProps> {
    const kept = await this.handovers.requireHandover(collectiveId, id);
    const paths = villagePaths(collectiveId);
    const { handovers } = paths;
    const mayOpen = await this.desk.openerFor(visit.actor, collectiveId);
    const filesHref = paths.files('handover', id);
    const [thatDay, now] = [
      await this.handovers.linesOn(collectiveId, kept.handedOn),
      await this.handovers.linesOn(collectiveId, this.clock.today()),
    ];
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      handover: kept,
      listHref: handovers,
      sheetHref: `${handovers}/${id}/sheet.pdf`,
      workbookHref: `${handovers}/${id}/sheet.xlsx`,
      filesHref: mayOpen(filesHref) ? filesHref : undefined,
      checks: (await this.rules.judged(collectiveId, kept)).map(checkOf),
      parts: shownParts(kept.lines).map((part) => {
        const own = kept.lines.filter((line) => line.part === part);
        const said = handoverWords.count(part, own.length);
        return { name: labelOf(`handoverPart.${part}`), said, lines: own.map(lineOf) };
      }),
      papers: kept.papers.split('\n').filter((text) => text.trim() !== ''),
      // Of its own day only what was booked or entered afterwards differs; where the books stand always does.
      late: handoverChanges(kept.lines.filter(isOfDay), thatDay.filter(isOfDay)).map(changeOf),
      since: handoverChanges(kept.lines.filter(isSaid), now.filter(isSaid)).map(changeOf),
    };
  }

  /** A handover as one table. @throws DomainError `handover.unknown` */
  async sheetOf({ collectiveId, id }: HandoverPlace): Promise<SheetTable> {
    const { organisationName } = await this.collectives.requireCollective(collectiveId);
    return handoverSheet(organisationName, await this.handovers.requireHandover(collectiveId, id));
  }
}

/** A rule of the document: kept with what both signed, or still to be signed. */
function checkOf({ pack, judgement: { outcome, says, clause } }: RuledHandover): CheckView {
  const isMet = outcome === 'passed';
  return {
    outcome: isMet ? 'passed' : outcome === 'undecided' ? 'undecided' : 'reason',
    title: widePunctuation(says),
    detail: isMet ? undefined : handoverWords.unsigned,
    clause: citedClause(pack, clause),
  };
}

function isOfDay({ part }: HandoverLine): boolean {
  return part !== 'vouchers' && part !== 'books';
}

/** The head of the chain changes with every voucher: how many there are says as much. */
function isSaid({ key }: HandoverLine): boolean {
  return key !== 'chainHead';
}

function lineOf(line: HandoverLine): HandoverPageProps['parts'][number]['lines'][number] {
  return { ...handoverWords.line(line), amount: line.amount ?? undefined };
}

function changeOf({ before, after }: HandoverChange): ChangedRow {
  const line = before ?? after;
  const part = line === undefined ? '' : labelOf(`handoverPart.${line.part}`);
  return {
    part,
    name: line === undefined ? '' : handoverWords.line(line).name,
    before: before === undefined ? undefined : lineOf(before),
    after: after === undefined ? undefined : lineOf(after),
  };
}
