import type { Asset, Fund } from '../../../src/domain/assets/asset';
import { type Particulars } from '../../../src/domain/assets/asset-particulars';
import type {
  RegisterColumn,
  RegisterFacts,
  RegisterItem,
  RegisterRow,
} from '../../../src/domain/assets/register-columns';
import { registerWords } from '../../../src/glossary/columns-register';

/** The columns of the tests' registers, in the order of their cells. */
export const COLUMNS: readonly RegisterColumn[] = [
  ...([
    'rowNumber',
    'name',
    'assetClass',
    'kind',
    'acquiredOn',
    'titleLevel',
    'titleHolder',
    'cost',
  ] as const),
  ...(['fundYear', 'fund.central', 'fund.county', 'condition', 'location', 'latitude', 'longitude'] as const),
  ...(['knownFrom', 'acceptedOn', 'capacityKw', 'meterMultiplier', 'energyPrice', 'subsidyPrice'] as const),
];

export const FACTS: RegisterFacts = {
  today: '2025-07-14',
  columns: COLUMNS,
  inWan: new Set(),
  words: registerWords(),
  standing: new Map(),
};

/** The rows of a table, cells parted by `|`; the first row is row 2, the first column A. */
export function rowsOf(text: string): RegisterRow[] {
  return text
    .trim()
    .split('\n')
    .map((line, place) => {
      const cells = line.split('|').map((cell) => cell.trim());
      const row = place + 2;
      return {
        row,
        value: (column) => cells[COLUMNS.indexOf(column)] ?? '',
        cell: (column) => `${String.fromCharCode(65 + Math.max(0, COLUMNS.indexOf(column)))}${String(row)}`,
      };
    });
}

const HALL: Omit<Asset, 'id'> = {
  kind: 'workshop',
  assetClass: 'operating',
  titleLevel: 'village',
  name: '加工车间',
  pool: 'other',
  cost: 42_000_000n,
  titleHolder: '东河村',
  acquiredOn: '2021-09-30',
};
const FUNDS: Fund[] = [
  { level: 'central', year: 2020, amount: 30_000_000n },
  { level: 'county', year: 2021, amount: 12_000_000n },
];
const KNOWN: Particulars = {
  ...{ condition: 'idle', projectName: '', projectYear: '', builder: '', acceptedOn: '2021-10-01' },
  ...{ titlePaper: '', plateNumber: '', location: '村部东侧', latitude: '32.5', longitude: '115.5' },
  ...{ extent: '', extentUnit: '', lifeYears: '', operatingBody: '', incomeBody: '', keepingBody: '' },
  ...{ disposalBody: '', supervisionBody: '', keeperPost: '', remark: '' },
};

/** The hall of {@link ROWS}, as it is read. */
export const ITEM: RegisterItem = {
  asset: HALL,
  funds: FUNDS,
  known: { ...KNOWN, validFrom: '2023-01-01' },
};

const HALL_ROW = '1 | 加工车间 | 经营性 | 帮扶车间 | 2021/9/30 | 村 | 东河村 | 420,000.00 | 2020 | 300000 |';

/** A hall that two years paid for, in two rows. */
export const ROWS = `
${HALL_ROW} | 闲置 | 村部东侧 | 32.5 | 115.5 | 2023.1.1 | 2021年10月1日
  | 加工车间 |        |          |           |    |        |            | 2021 |        | 120000
`;
