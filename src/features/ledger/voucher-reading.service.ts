import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { JournalEntry } from '../../domain/ledger/journal-entry';
import type { VoucherRegisters } from '../../domain/ledger/manual-lines';
import { type ManualVoucherForm, readManualVoucher } from '../../domain/ledger/manual-voucher';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { CounterpartiesService } from './counterparties.service';
import { LedgerService } from './ledger.service';
import { VoucherDesk } from './voucher-desk.service';

/** Reads typed vouchers against the registers of their collective. */
@Injectable()
export class VoucherReadingService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly counterparties: CounterpartiesService,
    private readonly desk: VoucherDesk,
  ) {}

  /** What a typed voucher says, with everything wrong with it. */
  async read(
    db: EntityManager,
    collectiveId: string,
    typed: { readonly form: ManualVoucherForm; readonly source: JournalEntry['source'] },
  ): Promise<{ entry: JournalEntry; problems: Problem[] }> {
    return readManualVoucher(typed.form, await this.registersOf(db, collectiveId), typed.source);
  }

  /** @throws FormProblems with everything wrong with it */
  async requireEntry(
    db: EntityManager,
    collectiveId: string,
    typed: { readonly form: ManualVoucherForm; readonly source: JournalEntry['source'] },
  ): Promise<JournalEntry> {
    const { entry, problems } = await this.read(db, collectiveId, typed);
    refuseProblems(problems);
    return entry;
  }

  /** What the lines of a collective's vouchers may name. */
  async registersOf(db: EntityManager, collectiveId: string): Promise<VoucherRegisters> {
    const chart = await this.ledger.requireChartOf(db, collectiveId);
    const named = await this.counterparties.listCounterparties(collectiveId, db);
    const assets = await this.desk.listNames(collectiveId, db);
    const counterparties = new Map(named.flatMap(({ id, name }) => [[id, id] as const, [name, id] as const]));
    return { chart, assetIds: new Set(assets.keys()), counterparties };
  }
}
