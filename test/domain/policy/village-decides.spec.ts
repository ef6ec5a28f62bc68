import { readStandard } from '../../../src/domain/policy/local-standard';
import type { PolicyPack } from '../../../src/domain/policy/pack';
import { readPack } from '../../../src/domain/policy/read-pack';
import { seeded } from './seeded';
import { rule, SMALL_PACK_ID, smallPack } from './small-pack';

const FORM = {
  ...{ region: '990100', from: '2024-02-01', paperTitle: '通知', paperNumber: '', paperIssuer: '县' },
  ...{ paperIssuedOn: '2024-01-01', value: '120' },
};

describe('a number the document leaves to the village', () => {
  const raw = smallPack();
  const own = { ...raw.needs[0], decided_by: 'village' };
  const unused = { ...own, id: 'spare.days', unit: 'days' };
  const asks = rule({ need: 'planned at_least need:main.floor of distributable', cite: 'scale' });
  const small = readPack({ ...raw, needs: [own, unused], rules: [asks] }, SMALL_PACK_ID);
  const fuyang = seeded.requirePack('341200/2023-09-21').pack;

  it.each<[how: string, numberId: string, pack: PolicyPack, code: string]>([
    ['with its plans', 'main.floor', small, 'policy.villageDecides'],
    ['with its assets: days of idleness', 'idle.days', fuyang, 'policy.villageDecidesOnAssets'],
    ['with its assets: days of grace', 'due.grace', fuyang, 'policy.villageDecidesOnAssets'],
    ['nowhere yet', 'spare.days', small, 'policy.villageDecidesLater'],
  ])('is refused to the county, who is told that it is settled %s', (_how, numberId, pack, code) => {
    const basis = { officeRegion: '', regions: [FORM.region], packs: [pack], above: [], today: '2024-02-01' };
    const value = numberId === 'main.floor' ? '0.6' : FORM.value;
    const { problems } = readStandard({ ...FORM, numberId, value }, basis);
    expect(problems.map((each) => `${each.code} ${each.field} ${each.value ?? ''}`)).toEqual([
      `${code} numberId ${numberId}`,
    ]);
  });
});
