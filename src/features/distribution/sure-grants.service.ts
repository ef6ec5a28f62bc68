import { Injectable } from '@nestjs/common';
import type { Pool } from '../../domain/ledger/journal-entry';
import type { TracedLine } from '../../domain/ledger/trace-money';
import { type Fen, sumFen } from '../../domain/money/fen';
import type { Claim } from '../../domain/uses/claim';
import type { DebtStanding } from '../../domain/uses/debt-standing';
import { Database } from '../../platform/database/database';
import { SureAccountsService } from '../uses/sure-accounts.service';
import { UsesService } from '../uses/uses.service';
import type { NamedVoucher } from './paid-grants.service';
import { PlanGrantsService } from './plan-grants.service';
import { readWholeWhys } from './whole-grants.store';

/** A grant that stands, with what is certain of its debt. */
export interface SureGrant {
  readonly claim: Claim;
  readonly amount: Fen;
  readonly standing: DebtStanding;
  readonly voucher: NamedVoucher;
  /** Why it was granted as one sum, where that was asked. */
  readonly wholeWhy: string | undefined;
  /** What paid it, or may have. */
  readonly payments: readonly NamedVoucher[];
}

/** What was paid on an account of grants and is owed to nobody any more. */
export interface PaidOver {
  readonly pool: Pool;
  /** The main account by its code, as the last voucher has it. */
  readonly account: string;
  readonly over: Fen;
  /** By how much the account stands in debit, of what names nobody. */
  readonly debit: Fen;
}

/** Every grant that stands, in the order of its vouchers, and what is certain of all of them. */
export interface SureGrants {
  readonly grants: readonly SureGrant[];
  /** What is open where nobody knows of which grant. */
  readonly openOfUnsure: Fen;
  readonly over: readonly PaidOver[];
}

/** What is certain of the debts that grants made: a payment says neither whose nor which list it is. */
@Injectable()
export class SureGrantsService {
  constructor(
    private readonly database: Database,
    private readonly grants: PlanGrantsService,
    private readonly uses: UsesService,
    private readonly sure: SureAccountsService,
  ) {}

  /** @throws DomainError `collective.unknown` */
  async read(collectiveId: string): Promise<SureGrants> {
    const db = this.database.reader;
    const standing = await this.grants.listStanding(db, collectiveId);
    const ids = standing.map(({ claimId }) => claimId);
    const found = await this.uses.listClaims(db, collectiveId, ids);
    const claims = new Map(found.map((claim) => [claim.id, claim]));
    const grantOf = new Map(standing.map((grant) => [grant.entryId, grant]));
    const whys = await readWholeWhys(db, collectiveId);
    const accounts = await this.sure.listAccounts(collectiveId);
    const grants = accounts.flatMap(({ standings }) =>
      standings.flatMap((each): SureGrant[] => {
        const grant = grantOf.get(each.entryId);
        const claim = claims.get(grant?.claimId ?? '');
        if (grant === undefined || claim === undefined) return [];
        const voucher = named(each.line);
        return [
          {
            claim,
            amount: grant.amount,
            standing: each,
            voucher,
            wholeWhy: whys.get(grant.id),
            payments: vouchersOf(each.payments),
          },
        ];
      }),
    );
    return {
      grants: grants.sort((one, other) => orderOf(one) - orderOf(other)),
      openOfUnsure: sumFen(
        accounts.map(({ standings, openOfUnsure: open }) => {
          const own = standings.filter(({ entryId, state }) => state === 'unsure' && grantOf.has(entryId));
          const most = sumFen(own.map(({ amount }) => amount));
          return open < most ? open : most;
        }),
      ),
      over: accounts.flatMap(({ pool, account, over, debit }) =>
        over > 0n ? [{ pool, account, over, debit }] : [],
      ),
    };
  }
}

function vouchersOf(lines: readonly TracedLine[]): NamedVoucher[] {
  return [...new Map(lines.map((line) => [line.entryId, named(line)])).values()];
}

function named({ entryId, voucherYear, voucherNumber, postedOn }: TracedLine): NamedVoucher {
  return { entryId, voucherYear, voucherNumber, postedOn };
}

function orderOf({ voucher: { voucherYear, voucherNumber } }: SureGrant): number {
  return voucherYear * 1_000_000 + voucherNumber;
}
