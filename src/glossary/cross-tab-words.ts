import { labelOf } from './terms';

/** The two ways a published table may add a register up. */
export type PublishedAxis = 'assetClass' | 'titleLevel';

const TABLES: Readonly<Record<PublishedAxis, string>> = { assetClass: '按类别', titleLevel: '按产权' };

/** Where two figures stand that should be one: the first, then the second. */
export const crossTabWords = {
  /** A printed total and the lines above it. */
  ownTotal: (axis: PublishedAxis): string => `公布的${TABLES[axis]}：各行相加和合计`,
  /** The published tables with each other. */
  published: (key: string | undefined): string =>
    `公布的${TABLES.assetClass}和${TABLES.titleLevel}：${key === undefined ? '合计' : labelOf(`assetClass.${key}`)}`,
  /** A published table and the register. */
  register: (axis: PublishedAxis, key: string | undefined): string => `公布的和登记的：${lineOf(axis, key)}`,
  /** A line of the register that the published table does not have. */
  leftOut: (axis: PublishedAxis, key: string | undefined): string =>
    `公布的${TABLES[axis]}没有“${lineOf(axis, key)}”这一行，登记的有`,
  /** Cost and funds of the register. */
  funds: '原值合计和资金来源合计',
};

function lineOf(axis: PublishedAxis, key: string | undefined): string {
  return key === undefined ? `${TABLES[axis]}合计` : labelOf(`${axis}.${key}`);
}
