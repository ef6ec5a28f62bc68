import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { WorkingYear } from '../../domain/calendar/working-days';
import { valuesById } from '../../domain/policy/local-standard';
import type { LocalNumbers, PolicyPack } from '../../domain/policy/pack';
import { invariant } from '../../domain/shared/invariant';
import { narrowestOf, type OfRegions } from '../../domain/shared/narrowest-region';
import type { AidTerms } from '../../domain/uses/aid-terms';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';
import { CollectivesService } from '../collectives/collectives.service';
import { LocalStandardsService } from '../policy/local-standards.service';

interface AidFile {
  readonly aid: readonly (AidTerms & OfRegions)[];
}

interface WorkingDaysFile {
  readonly years: readonly WorkingYear[];
}

/** Files that ship with the program, held against their schemas by their tests. */
const readAidFile: (text: string) => AidFile = parse;
const readWorkingDays: (text: string) => WorkingDaysFile = parse;

/**
 * What the region of a village asks of rewards and subsidies, the numbers it gave for them, and the calendar
 * of working days.
 */
@Injectable()
export class AidTermsService {
  private known: (AidFile & WorkingDaysFile) | undefined;

  constructor(
    private readonly collectives: CollectivesService,
    private readonly standards: LocalStandardsService,
    @Inject(SEEDS_FOLDER) private readonly seedsFolder: string,
  ) {}

  /** The terms of the narrowest region that says anything. */
  async termsOf(collectiveId: string): Promise<AidTerms> {
    const [region = ''] = await this.collectives.regionPathOf(collectiveId);
    const terms = narrowestOf(region, this.files().aid);
    invariant(terms !== undefined, 'the whole country has terms of rewards and subsidies');
    return terms;
  }

  /** The numbers that a document leaves to the county or the village, as they are on a day. */
  async numbersOn(collectiveId: string, pack: PolicyPack, on: CalendarDay): Promise<LocalNumbers> {
    return valuesById(await this.standards.numbersFor(collectiveId, pack, on));
  }

  /** The years whose working days are known. */
  workingYears(): readonly WorkingYear[] {
    return this.files().years;
  }

  private files(): AidFile & WorkingDaysFile {
    const read = (name: string): string => readFileSync(join(this.seedsFolder, 'people', name), 'utf8');
    this.known ??= { ...readAidFile(read('aid.yaml')), ...readWorkingDays(read('working-days.yaml')) };
    return this.known;
  }
}
