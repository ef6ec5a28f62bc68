import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { CollectiveEntity } from '../../src/features/collectives/collective.entity';
import {
  DeductionContractChangeEntity,
  DeductionContractEntity,
} from '../../src/features/deductions/deduction-contract.entity';
import {
  CostElsewhereEntity,
  CostElsewhereWithdrawalEntity,
} from '../../src/features/deductions/cost-elsewhere.entity';
import { DeductionEntity } from '../../src/features/deductions/deduction.entity';
import { PromisedMoneyEntity } from '../../src/features/ledger/promised-money.entity';
import { ReserveEntity, ReserveReleaseEntity } from '../../src/features/ledger/reserve.entity';
import { PackChoiceEntity } from '../../src/features/policy/pack-choice.entity';
import { SetClock } from '../../src/platform/clock/clock';
import { Database } from '../../src/platform/database/database';
import { dataSourceOptions } from '../../src/platform/database/data-source-options';
import { errorCode } from '../../src/platform/database/faults';
import { Village } from '../support/village';
import { type BillsWish, keyOf, payBill } from './bills';

/** Books bills and says each once it is kept: `key number`; a failure says `!code` and ends its poster. */
async function postBills(wish: BillsWish): Promise<void> {
  const open = (use: 'reader' | 'writer'): Promise<DataSource> => {
    const contracts = [DeductionContractEntity, DeductionContractChangeEntity];
    const elsewhere = [CostElsewhereEntity, CostElsewhereWithdrawalEntity];
    const entities = [
      DeductionEntity,
      PromisedMoneyEntity,
      ReserveEntity,
      ReserveReleaseEntity,
      ...elsewhere,
      ...contracts,
      CollectiveEntity,
      PackChoiceEntity,
    ];
    return new DataSource(Object.assign(dataSourceOptions(wish.settings, use), { entities })).initialize();
  };
  const [writer, reader] = [await open('writer'), await open('reader')];
  const village = Village.at(new Database(writer, reader), wish.villageId, new SetClock('2025-07-20'));
  const post = async (poster: number): Promise<void> => {
    for (let bill = 1; bill <= wish.bills; bill += 1) {
      const key = keyOf(wish.run, poster, bill);
      try {
        process.stdout.write(`${key} ${String(await payBill(village, key))}\n`);
      } catch (error) {
        process.stdout.write(`!${errorCode(error) ?? String(error)}\n`);
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: wish.posters }, (_, poster) => post(poster)));
  await writer.destroy();
  await reader.destroy();
}

const given: unknown = JSON.parse(process.argv[3] ?? '{}');
void postBills(given as BillsWish);
