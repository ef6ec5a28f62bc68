import { officesOn } from '../support/goals';
import { SqlRecord } from '../support/driver-spy';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Village } from '../support/village';

/** A county's villages: a dozen, and as many as a large county has. */
const [FEW, MANY] = [12, 200];

describeOnEachEngine('goals of a county', (open) => {
  /** How many questions are put to the books of so many villages that have neither assets nor contracts. */
  async function asked(region: string, count: number): Promise<number> {
    const opened: OpenDatabase = await open();
    const at = await officesOn(opened.database, region, '2024-07-20');
    const { collectives } = Village.at(opened.database, '', at.clock).services;
    for (let each = 1; each < count; each += 1)
      await collectives.createCollective({
        ...{ parentId: at.townshipId, kind: 'village', name: `village ${String(each)}`, contacts: [] },
        ...{ organisationName: `cooperative ${String(each)}`, regionPath: [region], noticeLabel: 'V' },
        ...{ routeId: 'village-representatives-then-township', booksOpenOn: '2022-01-01' },
      });
    const record = new SqlRecord();
    opened.reader.setOptions({ logging: true, logger: record });
    const { goals } = await at.goals.tell(at.countyId, 2023);
    const abouts = goals.map((goal) => goal.abouts.length);
    expect(Math.max(...abouts)).toBe(count);
    const sent = record.statements.length;
    await opened.close();
    return sent;
  }

  it.each(['341200', '530113'])(
    'ask all villages of %s together',
    async (region) => {
      const [few, many] = [await asked(region, FEW), await asked(region, MANY)];
      // A hundred villages go into one question: two hundred are asked in twice as many at most.
      expect(many).toBeLessThanOrEqual(few * 2);
    },
    300_000,
  );
});
