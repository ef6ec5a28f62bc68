import type { CollectivesService } from '../../src/features/collectives/collectives.service';
import type { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { LocalStandardsService } from '../../src/features/policy/local-standards.service';
import { PackChoicesService } from '../../src/features/policy/pack-choices.service';
import { AttendanceService } from '../../src/features/uses/attendance.service';
import { PostDocumentsService } from '../../src/features/uses/post-documents.service';
import { PostTermsService } from '../../src/features/uses/post-terms.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { keysOf, membersOn } from './members';
import { seedRegisters } from './seed-registers';

/** The days on posts, month by month. */
export function attendanceOn(
  database: Database,
  clock: Clock,
  { books, collectives }: { readonly books: LedgerReadService; readonly collectives: CollectivesService },
): AttendanceService {
  const { packs } = seedRegisters();
  const choices = new PackChoicesService(database, clock, packs, collectives);
  const standards = new LocalStandardsService(database, clock, packs, collectives);
  const { households } = membersOn(database, { clock, choices, collectives, standards, keys: keysOf() });
  const terms = new PostTermsService(collectives, 'seeds');
  const documents = new PostDocumentsService(households, standards, terms);
  return new AttendanceService(database, clock, households, documents, books);
}
