import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { DeductionEntity } from '../../src/features/deductions/deduction.entity';
import { SetClock } from '../../src/platform/clock/clock';
import { Database } from '../../src/platform/database/database';
import { dataSourceOptions } from '../../src/platform/database/data-source-options';
import { Village } from '../support/village';

/** Books one bill after the other, three at a time, and says the number of each once it is kept. */
async function postUntilKilled(file: string, villageId: string): Promise<void> {
  const open = (use: 'reader' | 'writer'): Promise<DataSource> => {
    const options = dataSourceOptions({ engine: 'sqlite', file }, use);
    return new DataSource(Object.assign(options, { entities: [DeductionEntity] })).initialize();
  };
  const database = new Database(await open('writer'), await open('reader'));
  const village = Village.at(database, villageId, new SetClock('2025-07-20'));
  const poster = async (): Promise<never> => {
    for (;;) {
      const { voucher } = await village.pay(1n, '2025-03-03');
      process.stdout.write(`${String(voucher.voucherNumber)}\n`);
    }
  };
  await Promise.all([poster(), poster(), poster()]);
}

const [, , , file = '', villageId = ''] = process.argv;
void postUntilKilled(file, villageId);
