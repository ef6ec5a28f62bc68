import { PackChoicesService } from '../../src/features/policy/pack-choices.service';
import { readStatuses } from '../../src/features/collectives/members.store';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { keysOf, membersOn } from '../support/members';
import { refusals } from '../support/posts';
import { seedRegisters } from '../support/seed-registers';
import { ACCOUNTANT, Village } from '../support/village';
import { person } from './members.fixture';

describeOnEachEngine('a standing of before the document', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
  });
  afterAll(() => opened.close());

  it('has the words of its time, and those of the document from its first day on', async () => {
    const { clock, collectives, standards } = village.services;
    const choices = new PackChoicesService(opened.database, clock, seedRegisters().packs, collectives);
    const { members, households } = membersOn(opened.database, {
      ...{ clock, choices, collectives, standards, keys: keysOf() },
    });
    const entered = await members.enterHousehold(
      village.id,
      { villageGroup: '3', head: person({}) },
      ACCOUNTANT,
    );
    const at = { collectiveId: village.id, householdId: entered.id };
    const give = (status: string, statusFrom: string) =>
      households.giveStatus(at, { status, statusFrom, statusPaper: 'list' }, ACCOUNTANT);

    expect(await refusals(give('registered', '2013-12-31'))).toEqual(['household.noWords status']);
    await give('registered', '2016-05-01');
    expect(await refusals(give('monitored', '2020-03-19'))).toEqual(['household.statusUnknown status']);
    expect(await refusals(give('registered', '2021-01-01'))).toEqual([
      ...['household.statusUnknown status', 'household.statusStands status'],
    ]);
    const ended = { statusNumber: '1', statusEnd: 'ended', endedOn: '2018-12-31', endPaper: 'list' };
    await households.endStatus(at, ended, ACCOUNTANT);
    await give('lifted_out', '2019-01-01');
    await give('monitored', '2023-09-21');
    expect(await readStatuses(opened.database.reader, village.id, at.householdId)).toMatchObject([
      { status: 'registered', words: '建档立卡贫困户', pack: '' },
      { status: 'lifted_out', words: '已脱贫户', pack: '' },
      { status: 'monitored', words: '监测对象', pack: '341200/2023-09-21' },
    ]);
    expect((await households.offeredWords(village.id)).map(({ id }) => id)).toEqual([
      ...['lifted_out', 'monitored', 'registered'],
    ]);
  });
});
