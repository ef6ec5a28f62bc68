import { LeasesArrearsService } from '../../src/features/notices/leases-arrears.service';
import { ReportPartiesService } from '../../src/features/notices/report-parties.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { typedLease } from '../support/leases';
import { ACCOUNTANT, Village } from '../support/village';
import { HALL } from './leases.fixture';

describeOnEachEngine('the sheet of leases and arrears', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let assetId: string;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    assetId = (await village.services.assets.addAsset(village.id, HALL, ACCOUNTANT)).id;
  });
  afterAll(() => opened.close());

  const figures = (periodFrom: string, periodTo: string) => {
    const source = new LeasesArrearsService(village.services.arrears);
    const subject = { collectiveId: village.id, sheet: source.sheet, periodFrom, periodTo } as const;
    return source.figuresOf(subject, opened.database.reader);
  };

  it('tells what contracts make due, booked or not, to the fen of the books', async () => {
    const wish = { perMonths: '3', everyMonths: '3', rent: '3000', leaseNumber: 'Q', leasedPart: 'west' };
    const { id } = await village.services.leases.addLease(
      village.id,
      typedLease({ assetId, ...wish, tenant: '王小明' }),
      ACCOUNTANT,
    );
    const early = await figures('2025-01-01', '2025-06-30');
    expect(early.sums).toEqual({ before: '0', due: '600000', ended: '0', owing: '600000' });
    const typed = { postedOn: '2025-07-05', attachments: '', fromAdvance: '' };
    const asked = { leaseId: id, from: '2025-01-01', form: typed };
    await village.services.rentDues.bookDue(village.id, asked, ACCOUNTANT);
    expect((await figures('2025-01-01', '2025-06-30')).sums).toEqual(early.sums);
    const [booked] = await village.services.incomeRead.listReceivables(village.id);
    const form = { receivedOn: '2025-07-06', amount: '1000.00', amounts: { [booked?.id ?? '']: '1000.00' } };
    await village.services.receipts.recordReceipt(village.id, form, ACCOUNTANT);
    const later = await figures('2025-07-01', '2025-07-31');
    expect(later.sums).toEqual({ before: '600000', due: '300000', ended: '100000', owing: '800000' });
    const [late] = later.tables['late']?.rows ?? [];
    expect(late).toMatchObject({ contract: 'Q', asset: assetId });
    const [left] = await village.services.incomeRead.listReceivables(village.id);
    expect(left?.outstanding).toBe(200_000n);
  });

  it('names firms, hides a sign of a person’s name, and names no person once its days are over', async () => {
    const { counterparties } = village.services;
    const parties = new ReportPartiesService(counterparties);
    const add = async (kind: string, name: string) =>
      (await counterparties.addCounterparty(village.id, { kind, name }, ACCOUNTANT)).id;
    const ids = [
      await add('organisation', '柳河镇兴农合作社'),
      await add('organisation', '李四'),
      await add('organisation', '李四（承包户）'),
      await add('person', '合作社张三'),
      await add('office', '柳河镇'),
      'grid',
    ];
    const read = async (reader: 'wall' | 'publicDuring' | 'publicAfter' | 'office') => {
      const names = await parties.namesOf(village.id, new Set(ids), reader);
      return ids.map((id) => names.get(id));
    };
    const [firm, office] = ['柳河镇兴农合作社', '柳河镇'];
    const hidden = [firm, '李*', '李******', '合****', office];
    expect((await read('wall')).slice(0, 5)).toEqual(hidden);
    expect((await read('publicDuring')).slice(0, 5)).toEqual(hidden);
    expect((await read('publicAfter')).slice(0, 5)).toEqual([firm, '个人', '个人', '个人', office]);
    expect((await read('office')).slice(1, 4)).toEqual(['李四', '李四（承包户）', '合作社张三']);
    expect((await read('publicAfter'))[5]).not.toBe('个人');
  });
});
