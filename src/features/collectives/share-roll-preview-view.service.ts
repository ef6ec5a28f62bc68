import { Injectable } from '@nestjs/common';
import { sharesText } from '../../domain/collectives/share-roll';
import { holderText, holderUnit } from '../../glossary/people-words';
import { filledForm, OfficeDesk, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { RosterReadService } from './roster-read.service';
import type { SharePreviewPageProps } from './share-roll-preview.pages';
import { ShareRollPreviewsService } from './share-roll-previews.service';

/** A table of shares as it is looked at before it is entered. */
@Injectable()
export class ShareRollPreviewViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly previews: ShareRollPreviewsService,
    private readonly roster: RosterReadService,
  ) {}

  /** @throws DomainError `file.previewGone` */
  async pageOf(
    visit: PageVisit,
    at: { readonly collectiveId: string; readonly id: string },
    refused?: FormState,
  ): Promise<SharePreviewPageProps> {
    const { collectiveId, id } = at;
    const { kind, from, why, paper, changes, before, after, problems } = await this.previews.read(
      collectiveId,
      id,
    );
    const names = await this.roster.holderNames(collectiveId, from);
    const paths = villagePaths(collectiveId);
    const told = (all: typeof before) => ({ shares: sharesText(all.hundredths), holders: all.holders });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'members' }),
      ...{ from, why, paper, unit: holderUnit(kind), before: told(before), after: told(after) },
      rows: changes.map(({ holderId, number, before: had, after: has }) => ({
        ...{ number, name: names.get(holderId) ?? holderText(kind, number) },
        ...{ before: sharesText(had), after: sharesText(has) },
      })),
      form: refused ?? (problems.length === 0 ? filledForm({}) : refusedForm({ values: {}, problems })),
      action: `${paths.shareRoll}/previews/${id}`,
      cancelHref: paths.shareRoll,
    };
  }
}
