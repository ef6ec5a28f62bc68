import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { AccountEventEntity } from './account-event.entity';

export type AccountEvent = AccountEventEntity;

/** What was done with accounts, as it stands on record. */
@Injectable()
export class AccountStoryService {
  constructor(private readonly database: Database) {}

  /** What was done with one account, the newest first. */
  listEvents(officeId: string, userId: string): Promise<AccountEvent[]> {
    return this.database.reader.find(AccountEventEntity, {
      where: { collectiveId: officeId, userId },
      order: { number: 'DESC' },
    });
  }
}
