import { Injectable } from '@nestjs/common';
import type { Problem } from '../../domain/shared/problem';
import type { Command } from '../../platform/audit/command';
import { filledForm, refusedForm } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { KeptFormPlace } from '../../platform/kept-forms/kept-forms.service';
import type { SettlementFormPageProps } from './settlement.pages';
import {
  SettlementViewService,
  type SlipAsked,
  slipFormPlace,
  type TypedSlip,
} from './settlement-view.service';
import { type BookedSlip, SlipPapersService } from './slip-papers.service';

/** Where the scans of a village's slips are sent while the slips are typed. */
export function slipPapersPath(collectiveId: string): string {
  return `${villagePaths(collectiveId).entry('settlements')}/papers`;
}

/** The page of a slip with the scans that were chosen for it. */
@Injectable()
export class SlipPagesService {
  constructor(
    private readonly slips: SettlementViewService,
    private readonly papers: SlipPapersService,
  ) {}

  /** @param refused what was wrong with a scan */
  async pageOf(
    visit: PageVisit,
    asked: SlipAsked,
    {
      typed,
      refused = [],
    }: { readonly typed?: TypedSlip | undefined; readonly refused?: readonly Problem[] } = {},
  ): Promise<SettlementFormPageProps> {
    const page = await this.slips.pageOf(visit, asked, typed);
    const { collectiveId } = asked;
    const { assetId = '', generationMonth: month = '' } = page.form.values;
    const path = slipPapersPath(collectiveId);
    const files = await this.papers.list(slipFormPlace(visit, { collectiveId, assetId, month }));
    const { corrects } = visit.tokens;
    const again = corrects === undefined ? {} : { corrects };
    return {
      ...page,
      scans: {
        ...{ action: path, dropAction: `${path}/dropped`, assetId, month },
        form: refusedOrNot(refused),
        files: files.map(({ sha256, mediaType, sizeBytes }) => ({
          ...{
            sha256,
            href: withQuery(`${path}/${assetId}/${month}/${sha256}`, again),
            size: `${String(Math.ceil(sizeBytes / 1024))} KB`,
          },
          isPicture: mediaType.startsWith('image/'),
        })),
      },
    };
  }

  /** The scans of a draft are the papers of what was booked of it. */
  givePapers(place: KeptFormPlace, slip: BookedSlip, command: Command): Promise<void> {
    return this.papers.giveTo(place, slip, command);
  }
}

function refusedOrNot(problems: readonly Problem[]): SettlementFormPageProps['form'] {
  return problems.length === 0 ? filledForm({}) : refusedForm({ values: {}, problems });
}
