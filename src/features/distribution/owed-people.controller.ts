import { Controller, Get, Param } from '@nestjs/common';
import type { Fen } from '../../domain/money/fen';
import type { LinePaid, OwedListKind, OwedTotals } from '../../domain/uses/owed-people';
import type { DebtState } from '../../domain/uses/debt-standing';
import { ApiRoom } from '../../platform/http/api-answer';
import { VillageAddress } from '../../platform/http/api.forms';
import { type OwedPerson, OwedPeopleService } from './owed-people.service';

/** Somebody as programs are told him: by id and numbers, without name and account. */
interface OwedPersonAnswer {
  readonly memberId: string;
  readonly memberNumber: number;
  readonly householdId: string;
  readonly owed: Fen;
  readonly paid: Fen;
  readonly unsure: Fen;
  readonly items: readonly {
    readonly kind: OwedListKind;
    readonly listId: string;
    readonly when: string;
    readonly reckoning: string;
    readonly amount: Fen;
    /** What of it is owed for certain. */
    readonly owed: Fen;
    readonly state: LinePaid;
    readonly voucherEntryId: string;
  }[];
}

/** Who is owed what, and what is owed to nobody by name. */
interface OwedAnswer {
  readonly open: Fen;
  readonly totals: OwedTotals;
  readonly people: readonly OwedPersonAnswer[];
  readonly whole: readonly {
    readonly claimId: string;
    readonly open: Fen;
    /** `unsure` where it may have been paid: nobody says. */
    readonly state: DebtState;
    readonly voucherEntryId: string;
  }[];
  readonly dividends: readonly { readonly pool: string; readonly owed: Fen; readonly owedAsOne: Fen }[];
}

/** Who is owed what by a village. People are told by their ids. */
@ApiRoom('owed')
@Controller('api/villages/:collectiveId/owed')
export class OwedPeopleController {
  constructor(private readonly owed: OwedPeopleService) {}

  /** What is owed by lists to each person, and what was granted as one sum. */
  @Get()
  async show(@Param() { collectiveId }: VillageAddress): Promise<OwedAnswer> {
    const { open, totals, people, whole, dividends } = await this.owed.read(collectiveId);
    return {
      ...{ open, totals, dividends },
      people: people.map(answerOf),
      whole: whole.map(({ claim, standing: { state, amount }, voucher }) => ({
        ...{ claimId: claim.id, open: amount, state, voucherEntryId: voucher.entryId },
      })),
    };
  }
}

function answerOf({ memberId, known, owed, paid, unsure, items }: OwedPerson): OwedPersonAnswer {
  const { memberNumber, householdId } = known;
  return {
    ...{ memberId, memberNumber, householdId, owed, paid, unsure },
    items: items.map(({ list, line, state, owed: certain }) => ({
      ...{ kind: list.kind, listId: list.id, when: list.when, reckoning: line.reckoning },
      ...{ amount: line.amount, owed: certain, state, voucherEntryId: list.entryId },
    })),
  };
}
