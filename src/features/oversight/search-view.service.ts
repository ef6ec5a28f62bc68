import { Injectable } from '@nestjs/common';
import { hasPrivateNumber } from '../../domain/shared/private-number';
import { OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { SearchService } from './search.service';
import type { SearchPageProps } from './search.pages';

/** What is looked for in whose books. */
export interface SearchAsked {
  readonly collectiveId: string;
  readonly typed: string;
  readonly form?: FormState;
}

/** The page of what was found. */
@Injectable()
export class SearchViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly search: SearchService,
  ) {}

  async pageOf(visit: PageVisit, { collectiveId, typed, form }: SearchAsked): Promise<SearchPageProps> {
    const mayOpen = await this.desk.openerFor(visit.actor, collectiveId);
    const frame = await this.desk.frameOf(visit, { collectiveId });
    // A number of a person is not shown again, not even to whoever typed it.
    const isPrivate = hasPrivateNumber(typed);
    const asked = isPrivate ? '' : (form?.values['sought'] ?? typed.trim());
    return {
      frame: { ...frame, search: { action: villagePaths(collectiveId).search, typed: asked } },
      typed: asked,
      byNumber: isPrivate,
      groups: await this.search.find({ collectiveId, typed, by: visit.actor.userId, mayOpen }),
      form,
    };
  }
}
