import type { INestApplicationContext } from '@nestjs/common';
import { HouseholdIncomesService } from '../features/collectives/household-incomes.service';
import { HouseholdsService } from '../features/collectives/households.service';
import { MeasuresService } from '../features/collectives/measures.service';
import { RosterImportService } from '../features/collectives/roster-import.service';
import { RosterReadService } from '../features/collectives/roster-read.service';
import { ShareRollService } from '../features/collectives/share-roll.service';
import { AidListsService } from '../features/distribution/aid-lists.service';
import { PostWagesService } from '../features/distribution/post-wages.service';
import { WorkSheetsService } from '../features/distribution/work-sheets.service';
import { AidService } from '../features/uses/aid.service';
import { AppointmentsService } from '../features/uses/appointments.service';
import { AttendanceService } from '../features/uses/attendance.service';
import { PostsService } from '../features/uses/posts.service';
import { WorksService } from '../features/uses/works.service';

/** The services through which a story tells of people, and of what they are owed. */
export interface PeopleServices {
  readonly imports: RosterImportService;
  readonly roster: RosterReadService;
  readonly households: HouseholdsService;
  readonly incomes: HouseholdIncomesService;
  readonly measures: MeasuresService;
  readonly shares: ShareRollService;
  readonly posts: PostsService;
  readonly appointments: AppointmentsService;
  readonly attendance: AttendanceService;
  readonly wages: PostWagesService;
  readonly works: WorksService;
  readonly workSheets: WorkSheetsService;
  readonly aid: AidService;
  readonly aidLists: AidListsService;
}

export function peopleServicesOf(app: INestApplicationContext): PeopleServices {
  return {
    imports: app.get(RosterImportService),
    roster: app.get(RosterReadService),
    households: app.get(HouseholdsService),
    incomes: app.get(HouseholdIncomesService),
    measures: app.get(MeasuresService),
    shares: app.get(ShareRollService),
    posts: app.get(PostsService),
    appointments: app.get(AppointmentsService),
    attendance: app.get(AttendanceService),
    wages: app.get(PostWagesService),
    works: app.get(WorksService),
    workSheets: app.get(WorkSheetsService),
    aid: app.get(AidService),
    aidLists: app.get(AidListsService),
  };
}
