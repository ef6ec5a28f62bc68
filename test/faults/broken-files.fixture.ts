import { readVouchersFile } from '../../src/cli/read-vouchers-file';
import { DomainError } from '../../src/domain/shared/domain-error';
import { FormProblems, type Problem } from '../../src/domain/shared/problem';
import { RegisterImportService } from '../../src/features/assets/register-import.service';
import { RegisterLayoutsService } from '../../src/features/assets/register-layouts.service';
import { RegisterService } from '../../src/features/assets/register.service';
import { ImportPreviewsService } from '../../src/platform/spreadsheets/import-previews.service';
import { readTable } from '../../src/platform/spreadsheets/read-table';
import { countyPlatesOn } from '../support/asset-matters';
import { ACCOUNTANT, type Village } from '../support/village';
import { typedVoucher } from '../support/vouchers';

/** A file of one kind that is well, where its amounts stand, and how it is taken over. */
export interface Importer {
  readonly kind: string;
  readonly lines: readonly string[];
  /** The first line below the heading, from 0, and an amount of a line that is to be made wrong. */
  readonly from: number;
  readonly spoil: (line: string, junk: string) => string;
  /** Takes a file over as far as it goes. @returns what was said against it */
  readonly take: (bytes: Buffer) => Promise<readonly Problem[]>;
}

/** What was said against a file; nothing where it was looked at without a word. */
async function saidOf(looked: Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await looked;
    return [];
  } catch (error) {
    if (error instanceof FormProblems) return error.problems;
    if (error instanceof DomainError) return [{ code: error.code, field: '', facts: error.facts }];
    throw error;
  }
}

const cell =
  (place: number) =>
  (line: string, junk: string): string =>
    line
      .split(',')
      .map((text, index) => (index === place ? junk : text))
      .join(',');

const SLIP_HEADS = '客户编号,名称,结算年月,上期示数,本期示数,上网电量（千瓦时）,结算单价,补贴标准';

/** The slip of a month from January 2022 on. */
function slipLine(station: string, place: number): string {
  const [year, month] = [String(2022 + Math.floor(place / 12)), String((place % 12) + 1).padStart(2, '0')];
  return ['', station, `${year}-${month}`, place * 10, place * 10 + 10, 100, '0.40', '0.35'].join(',');
}

/** The same with what it prints of tax: 3 % within the energy fee, which the grid keeps back. */
function taxedLine(station: string, place: number): string {
  return [slipLine(station, place), '40.00', '35.00', '3%', '38.83', '1.17', '40.00', '1.17', '73.83'].join(
    ',',
  );
}

/** Every way in which a file comes into the books of a village that has none yet. */
export async function importersOf(village: Village): Promise<Importer[]> {
  const { services, id } = village;
  const { database, clock, assets, collectives, particulars } = services;
  const station = (await services.assets.listAssets(id))[0]?.asset.name ?? '';
  const previews = new ImportPreviewsService(database, clock);
  const register = new RegisterImportService(
    database,
    new RegisterService(assets, particulars, clock),
    previews,
    new RegisterLayoutsService('seeds'),
    countyPlatesOn(database, { assets, collectives }),
  );
  const account = { label: 'PV', bank: 'Bank', lastFour: '0011', ledgerAccount: '', pool: '' };
  const bank = await services.bankAccounts.addAccount(id, { ...account, openedOn: '2025-01-01' }, ACCOUNTANT);
  const given = (bytes: Buffer) => ({ source: { bytes }, fileName: 'a.csv' });
  const told = {
    layout: '',
    unit: '',
    year: '',
    month: '',
    postedOn: '',
    reason: '',
    stations: {},
    others: '',
  };
  /** Looks first; what has nothing against it is not taken over. */
  const both = async (problems: readonly Problem[], confirm: () => Promise<unknown>) => {
    if (problems.length === 0) return [];
    const said = await saidOf(confirm());
    if (said.length !== problems.length) throw new Error('the refusal does not say what the preview says');
    return said;
  };
  const takeSlips = async (bytes: Buffer) => {
    let table: Awaited<ReturnType<typeof readTable>> | undefined;
    const said = await saidOf(readTable({ bytes }).then((it) => (table = it)));
    if (table === undefined) return said;
    const kept = { id: 'k', fileName: '', digest: 'd', table, uploadedBy: '', uploadedAt: '' };
    const { problems } = await services.slipImport.preview(id, kept, { told });
    return both(problems, () => services.slipImport.importSlips(id, { kept, told }, ACCOUNTANT));
  };
  return [
    {
      kind: 'opening',
      lines: [
        '科目编码,资金类别,借方余额,贷方余额',
        ...Array<string>(30).fill('102,光伏收益,10.00,'),
        '322,光伏收益,,300.00',
      ],
      ...{ from: 1, spoil: cell(2) },
      take: async (bytes) => {
        let kept = '';
        const said = await saidOf(
          services.openings.upload(id, given(bytes), ACCOUNTANT).then((it) => (kept = it)),
        );
        if (kept === '') return said;
        const { problems } = await services.openings.read(id, kept);
        return both(problems, () => services.openings.confirm(id, kept, ACCOUNTANT));
      },
    },
    {
      kind: 'register',
      lines: [
        '名称,类别,种类,取得日期,产权单位,原值,年度,县级资金',
        ...Array.from(
          { length: 30 },
          (_, place) => `水塔${String(place)},经营性,冷藏保鲜库,2021-05-20,东河村,100,2021,100`,
        ),
      ],
      ...{ from: 1, spoil: cell(5) },
      take: async (bytes) => {
        let kept = '';
        const said = await saidOf(register.upload(id, given(bytes), ACCOUNTANT).then((it) => (kept = it)));
        if (kept === '') return said;
        const { problems } = await register.read(id, kept);
        return both(problems, () => register.confirm(id, { previewId: kept }, ACCOUNTANT));
      },
    },
    {
      kind: 'slips',
      lines: [SLIP_HEADS, ...Array.from({ length: 30 }, (_, place) => slipLine(station, place))],
      ...{ from: 1, spoil: cell(6), take: takeSlips },
    },
    {
      kind: 'slips with tax',
      lines: [
        `${SLIP_HEADS},上网电费,补贴金额,税率,不含税金额,税额,价税合计,代扣税额,实付金额`,
        ...Array.from({ length: 30 }, (_, place) => taxedLine(station, place)),
      ],
      from: 1,
      // Every column of tax in its turn, by the month of the line.
      spoil: (line, junk) => cell(10 + ((Number(line.split(',')[3]) / 10) % 6))(line, junk),
      take: takeSlips,
    },
    {
      kind: 'bank',
      lines: [
        '交易日期,摘要,收入,支出,余额,对方户名,流水号',
        ...Array.from(
          { length: 30 },
          (_, place) => `2025-06-${String(place + 1).padStart(2, '0')},fee,1.00,,${String(place + 1)}.00,,`,
        ),
      ],
      ...{ from: 1, spoil: cell(2) },
      take: async (bytes) => {
        let rows: Awaited<ReturnType<typeof readTable>>['rows'] | undefined;
        const said = await saidOf(readTable({ bytes }).then((it) => (rows = it.rows)));
        if (rows === undefined) return said;
        const at = { collectiveId: id, accountId: bank.id };
        const span = { from: '2025-06-01', through: '2025-06-30', opening: '', closing: '' };
        const form = { rows, digest: 'd', layout: '', ...span };
        const { problems } = await services.bankImport.preview(at, form);
        return both(problems, () => services.bankImport.importStatement(at, form, ACCOUNTANT));
      },
    },
    {
      kind: 'vouchers',
      lines: Array.from({ length: 30 }, (_, place) =>
        JSON.stringify({ id: `v${String(place)}`, ...typedVoucher({ postedOn: '2025-02-03' }) }),
      ),
      from: 0,
      spoil: (line, junk) =>
        line.replace(/"(?:debit|credit|amount)":"[^"]+"/, (typed) => `${typed.slice(0, -1)}${junk}"`),
      take: async (bytes) => {
        let read: Awaited<ReturnType<typeof readVouchersFile>> = [];
        const said = await saidOf(readVouchersFile(bytes).then((it) => (read = it)));
        if (said.length > 0) return said;
        return saidOf(services.voucherImport.importVouchers(id, read, ACCOUNTANT));
      },
    },
  ];
}
