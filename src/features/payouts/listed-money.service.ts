import { Injectable } from '@nestjs/common';
import { sumFen } from '../../domain/money/fen';
import { villagePaths } from '../../platform/http/office-paths';
import { MoneyOnItsWay, type OnItsWay } from '../distribution/money-on-its-way.service';
import { PayListsReadService } from './pay-lists-read.service';

/** What lists have sent to the bank, as the page of what is owed tells it. */
@Injectable()
export class ListedMoneyService extends MoneyOnItsWay {
  constructor(private readonly reading: PayListsReadService) {
    super();
  }

  override async onItsWay(collectiveId: string): Promise<OnItsWay> {
    const lists = await this.reading.listInFlight(collectiveId);
    const listsHref = villagePaths(collectiveId).payLists;
    return { amount: sumFen(lists.map(({ amount }) => amount)), listsHref };
  }
}
