import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { readMatchedEntries } from './bank-matched';

/** Tells other steps what of their vouchers the bank's statements show. */
@Injectable()
export class BankShownService {
  constructor(private readonly database: Database) {}

  /** Which of these vouchers stand in a match with a line of the bank. */
  listMatchedEntries(collectiveId: string, entryIds: readonly string[]): Promise<ReadonlySet<string>> {
    return readMatchedEntries(this.database.reader, collectiveId, entryIds);
  }
}
