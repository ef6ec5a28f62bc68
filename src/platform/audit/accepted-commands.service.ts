import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ChainedAcceptance } from '../../domain/ledger/accepted-chain';
import type { PositionEnd } from '../../domain/ledger/position-chain';
import { findAcceptedEnd, readAccepted } from '../database/accepted-commands';
import { Database } from '../database/database';

/** The commands that were carried out, each chained to the one before it in its collective's books. */
@Injectable()
export class AcceptedCommandsService {
  constructor(private readonly database: Database) {}

  /** Where the chain ends, as it is kept beside it. */
  findEnd(collectiveId: string, db: EntityManager = this.database.reader): Promise<PositionEnd> {
    return findAcceptedEnd(db, collectiveId);
  }

  /** The commands of a collective, in the order in which they were carried out. */
  listAccepted(collectiveId: string, db: EntityManager = this.database.reader): Promise<ChainedAcceptance[]> {
    return readAccepted(db, collectiveId);
  }
}
