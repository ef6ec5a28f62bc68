import type { VNode } from 'preact';
import {
  NewOwnerProposalPage,
  OwnerProposalsPage,
} from '../../../src/features/distribution/owner-proposals.pages';
import { formOf, fuyangClause, TOWNSHIP_FRAME } from './gallery-frame';

const USES = [
  { name: '公益岗位', forWhat: '保洁、护路各村自己定', amount: 18_720_000n },
  { name: '小型公益事业', forWhat: '机耕路', amount: 6_240_001n },
];

/** What the keeper of a joint station proposes to its owners, and the form of it, by name. */
export const OWNER_PLANS_GALLERY: Readonly<Record<string, VNode>> = {
  'owner-plans': (
    <OwnerProposalsPage
      frame={TOWNSHIP_FRAME}
      proposals={[
        {
          ...{ station: '柳河镇联村光伏电站', year: 2025, tableFrom: '2025-01-01', proposedOn: '2025-07-10' },
          uses: USES,
          owners: [
            {
              ...{ owner: '杨树湾村', share: '100.00 千瓦', amount: 12_480_001n, planHref: '#plan' },
              ...{ state: 'done', stateWord: '已起草' },
            },
            {
              ...{ owner: '石桥村', share: '100.00 千瓦', amount: 12_480_000n, planHref: undefined },
              ...{ state: 'todo', stateWord: '还没有起草' },
            },
          ],
          againHref: '#again',
        },
      ]}
      newHref="#new"
      keptHref="#kept"
    />
  ),
  'owner-plans-none': (
    <OwnerProposalsPage frame={TOWNSHIP_FRAME} proposals={[]} newHref="#new" keptHref="#kept" />
  ),
  'owner-plan-form': (
    <NewOwnerProposalPage
      frame={TOWNSHIP_FRAME}
      form={formOf(
        {
          ...{ assetId: 'station', year: '2025', 'uses[0][forWhat]': '保洁', 'uses[0][amount]': '' },
        },
        [{ code: 'form.missing', field: 'uses[0][amount]' }],
      )}
      action="#new"
      cancelHref="#owner-plans"
      stations={[{ value: 'station', label: '柳河镇联村光伏电站' }]}
      uses={[
        { bucket: 'posts', name: '公益岗位', clause: fuyangClause('十二'), rows: [0, 1] },
        { bucket: 'works', name: '小型公益事业', clause: undefined, rows: [2, 3] },
      ]}
    />
  ),
};
