import { Injectable } from '@nestjs/common';
import { labelOf } from '../../glossary/terms';
import { UsersService } from '../users/users.service';
import type { Voucher } from './ledger-read.service';
import { VoucherSignaturesService } from './voucher-signatures.service';

/** Through whose hands a voucher went, by name; absent where nobody signed. */
export interface NamedHands {
  readonly prepared: string;
  readonly reviewed: string | undefined;
  readonly cashier: string | undefined;
  readonly posted: string;
}

/** The names of those who signed vouchers: shown and printed, never hashed. */
@Injectable()
export class VoucherHandsService {
  constructor(
    private readonly signatures: VoucherSignaturesService,
    private readonly users: UsersService,
  ) {}

  /** By voucher. What the program loaded itself was in nobody's hands and says so. */
  async handsOf(collectiveId: string, vouchers: readonly Voucher[]): Promise<Map<string, NamedHands>> {
    const names = await this.users.listDisplayNames();
    const ids = vouchers.map(({ entryId }) => entryId);
    const signed = await this.signatures.listSignatures(collectiveId, ids);
    const nameOf = (userId: string): string => names.get(userId) ?? labelOf('person.program');
    const signerOf = (entryId: string, part: 'review' | 'cashier'): string | undefined =>
      signed.find((each) => each.entryId === entryId && each.part === part)?.signedBy;
    return new Map(
      vouchers.map(({ entryId, preparedBy, reviewedBy, postedBy }) => {
        const reviewer = reviewedBy ?? signerOf(entryId, 'review');
        const cashier = signerOf(entryId, 'cashier');
        return [
          entryId,
          {
            prepared: nameOf(preparedBy),
            reviewed: reviewer === undefined ? undefined : nameOf(reviewer),
            cashier: cashier === undefined ? undefined : nameOf(cashier),
            posted: nameOf(postedBy),
          },
        ];
      }),
    );
  }
}
