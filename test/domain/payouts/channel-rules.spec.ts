import {
  GRANTED_WHOLE,
  judgeChannel,
  LABOUR_PAY,
  POST_WAGE,
} from '../../../src/domain/payouts/channel-rules';
import { PAY_CHANNELS } from '../../../src/domain/payouts/pay-list';
import { seeded } from '../policy/seeded';

const PACKS = seeded.listPacks().map(({ pack }) => [pack.id, pack] as const);

describe('what a document says of the way in which money goes', () => {
  it.each(PACKS)('%s leaves no sum granted as one, no wage and no labour without any way', (_, pack) => {
    const on = pack.valid.from;
    const open = [GRANTED_WHOLE, LABOUR_PAY, POST_WAGE].map((kind) =>
      PAY_CHANNELS.filter((channel) => judgeChannel(pack, { kinds: [kind], channel, on }).length === 0),
    );
    expect(open.map((channels) => channels.length > 0)).toEqual([true, true, true]);
  });

  it('keeps cash from the awards of which it speaks', () => {
    const shangqiu = PACKS.find(([id]) => id.startsWith('411400/'))?.[1];
    if (shangqiu === undefined) throw new Error('no pack of 商丘');
    const told = (kind: string, channel: 'card' | 'cash') =>
      judgeChannel(shangqiu, { kinds: [kind], channel, on: shangqiu.valid.from }).map(
        ({ ruleId, outcome }) => `${ruleId} ${outcome}`,
      );
    expect([told('star', 'cash'), told('star', 'card')]).toEqual([['SQ-P failed'], []]);
  });
});
