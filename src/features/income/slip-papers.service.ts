import { Injectable } from '@nestjs/common';
import { knownBy } from '../../domain/assets/kept-file';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { remarks } from '../../glossary/remarks';
import type { Command } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import type { ReadFile } from '../../platform/files/read-kept-file';
import type { KeptAnswer } from '../../platform/http/kept-file-answer';
import { type FormFile, KeptFormFilesService } from '../../platform/kept-forms/kept-form-files.service';
import type { KeptFormPlace } from '../../platform/kept-forms/kept-forms.service';
import { AssetFilesService } from '../assets/asset-files.service';

/** A slip that was booked, and what its papers go with. */
export interface BookedSlip {
  readonly assetId: string;
  readonly month: string;
  readonly postedOn: CalendarDay;
  /** Its voucher; absent where it booked nothing: its papers stay with the station. */
  readonly entryId: string | undefined;
}

/** The scans chosen for a slip while it is typed; once it is booked they are its papers. */
@Injectable()
export class SlipPapersService {
  constructor(
    private readonly drafts: KeptFormFilesService,
    private readonly files: AssetFilesService,
    private readonly clock: Clock,
  ) {}

  /** @throws FormProblems `keptFile.tooMany` */
  keep(place: KeptFormPlace, file: ReadFile): Promise<void> {
    return this.drafts.keepFile(place, file);
  }

  list(place: KeptFormPlace): Promise<FormFile[]> {
    return this.drafts.listFiles(place);
  }

  drop(place: KeptFormPlace, sha256: string): Promise<void> {
    return this.drafts.dropFile(place, sha256);
  }

  /** One of them to be looked at. @throws DomainError `keptFile.unknown` */
  async requireFile(place: KeptFormPlace, sha256: string): Promise<KeptAnswer> {
    const file = (await this.drafts.readFiles(place)).find((each) => each.sha256 === sha256);
    if (file === undefined) throw new DomainError('keptFile.unknown', { fileId: sha256 });
    const { mediaType, bytes } = file;
    return { file: { sha256, mediaType, datedOn: this.clock.today() }, bytes };
  }

  /**
   * Puts the papers of a draft with what was booked of it, before the draft is thrown away: whoever sends the
   * form again after a break finds those that are there already left out.
   */
  async giveTo(place: KeptFormPlace, slip: BookedSlip, command: Command): Promise<void> {
    const papers = await this.drafts.readFiles(place);
    if (papers.length === 0) return;
    const { collectiveId } = place;
    const { assetId, entryId, month, postedOn } = slip;
    const owner =
      entryId === undefined
        ? { collectiveId, ownerKind: 'asset' as const, ownerId: assetId }
        : { collectiveId, ownerKind: 'voucher' as const, ownerId: entryId };
    const standing = new Set((await this.files.listFiles(owner)).standing.map(knownBy));
    const today = this.clock.today();
    const form = {
      ...{ paperKind: 'bill', audience: 'office', remark: remarks.slipPaper(month) },
      datedOn: postedOn < today ? postedOn : today,
    };
    for (const file of papers.filter(({ cameAs }) => !standing.has(cameAs)))
      await this.files.keep(owner, { file, form }, { by: command.by });
  }
}
