import type { INestApplicationContext } from '@nestjs/common';
import { PayChecksService } from '../features/payouts/pay-checks.service';
import { PayListBankService } from '../features/payouts/pay-list-bank.service';
import { PayListDraftingService } from '../features/payouts/pay-list-drafting.service';
import { PayListsReadService } from '../features/payouts/pay-lists-read.service';
import { PayListsService } from '../features/payouts/pay-lists.service';
import { PayablePartsService } from '../features/payouts/payable-parts.service';

/** The services through which a story tells how people are paid. */
export interface PayServices {
  readonly parts: PayablePartsService;
  readonly drafting: PayListDraftingService;
  readonly lists: PayListsService;
  readonly reading: PayListsReadService;
  readonly checks: PayChecksService;
  readonly bank: PayListBankService;
}

export function payServicesOf(app: INestApplicationContext): PayServices {
  return {
    parts: app.get(PayablePartsService),
    drafting: app.get(PayListDraftingService),
    lists: app.get(PayListsService),
    reading: app.get(PayListsReadService),
    checks: app.get(PayChecksService),
    bank: app.get(PayListBankService),
  };
}
