import { type KeptPaths, keptPaths } from './kept-paths';
import { type PeoplePaths, peoplePaths } from './people-paths';
import { type PlanPaths, planPaths } from './plan-paths';
import { type WorksPaths, worksPaths } from './works-paths';

/** What can be distributed of a pool, and what of it is set aside. */
interface SurplusPaths {
  readonly surplus: string;
  readonly reserves: string;
}

function surplusPaths(home: string): SurplusPaths {
  return { surplus: `${home}/surplus`, reserves: `${home}/reserves` };
}

/** Contracts over assets, and those of costs. */
interface LeasePaths {
  readonly newCostContract: string;
  /** Costs that are owed, and their payment. */
  readonly owedCosts: string;
  /** What came back of a cost that was paid. */
  costRefunds(id: string): string;
  /** Costs that another fund pays. */
  readonly costsElsewhere: string;
  costContract(id: string): string;
  readonly newLease: string;
  lease(id: string): string;
  /** A due of a contract over an asset, by the first day it covers. */
  leaseDue(id: string, from: string): string;
  /** Where a tenant's payment is entered. */
  leasePayment(id: string, upTo?: string): string;
  /** Where rent kept ahead is given back. */
  leaseAdvance(id: string): string;
  /** The deposit of a contract. */
  leaseDeposit(id: string): string;
  /** What of the promised work and wages a tenant gave. */
  leaseReports(id: string): string;
}

function leasePaths(home: string): LeasePaths {
  return {
    newCostContract: `${home}/cost-contracts/new`,
    owedCosts: `${home}/owed-costs`,
    costRefunds: (id) => `${home}/costs/${id}/refunds`,
    costsElsewhere: `${home}/costs-elsewhere`,
    costContract: (id) => `${home}/cost-contracts/${id}`,
    newLease: `${home}/leases/new`,
    lease: (id) => `${home}/leases/${id}`,
    leaseDue: (id, from) => `${home}/leases/${id}/dues/${from}`,
    leaseDeposit: (id) => `${home}/leases/${id}/deposit`,
    leaseAdvance: (id) => `${home}/leases/${id}/advance`,
    leaseReports: (id) => `${home}/leases/${id}/reports`,
    leasePayment: (id, upTo) => withQuery(`${home}/leases/${id}/payments/new`, { upTo }),
  };
}

/** Photos and papers. */
interface FilePaths {
  /** The files of a thing, by what kind of thing it is. */
  files(ownerKind: string, ownerId: string): string;
  /** Days on which every asset was looked at. */
  readonly stocktakings: string;
  /** What one officer handed to the next. */
  readonly handovers: string;
  /** The public cards of assets. */
  readonly assetCards: string;
  /** One file as it was kept. */
  keptFile(fileId: string): string;
}

function filePaths(home: string): FilePaths {
  return {
    files: (ownerKind, ownerId) => `${home}/files/${ownerKind}/${ownerId}`,
    stocktakings: `${home}/stocktakings`,
    handovers: `${home}/handovers`,
    assetCards: `${home}/asset-cards`,
    keptFile: (fileId) => `${home}/kept-files/${fileId}`,
  };
}

/** The register of assets. */
interface RegisterPaths {
  readonly assets: string;
  readonly newAsset: string;
  /** Where a county's register is sent in, and the village's own as a file. */
  readonly assetImport: string;
  readonly assetRegister: string;
  /** Where the assets that earn are sorted into the classes of the document in force. */
  readonly assetReviews: string;
  /** The assets held against the document in force; one of them, a contract or a project. */
  readonly matters: string;
  mattersOf(kind: string, id: string): string;
  /** The assets that stand idle, bring too little or lose money; and what is done about one. */
  readonly assetWatch: string;
  remedies(assetId: string): string;
  /** Where what was entered of an asset is put right. */
  assetCorrection(assetId: string): string;
  /** What the village keeps or runs of another owner's. */
  custody(assetId: string): string;
  /** What of a station that others keep is the village's. */
  ownShare(assetId: string): string;
}

function registerPaths(home: string): RegisterPaths {
  return {
    assets: `${home}/assets`,
    newAsset: `${home}/assets/new`,
    assetImport: `${home}/assets/import`,
    assetRegister: `${home}/assets/register.xlsx`,
    assetReviews: `${home}/asset-reviews`,
    matters: `${home}/matters`,
    assetWatch: `${home}/asset-watch`,
    remedies: (assetId) => `${home}/asset-watch/${assetId}`,
    mattersOf: (kind, id) => `${home}/matters/${kind}/${id}`,
    assetCorrection: (assetId) => `${home}/assets/${assetId}/correction`,
    custody: (assetId) => `${home}/assets/${assetId}/custody`,
    ownShare: (assetId) => `${home}/assets/${assetId}/share`,
  };
}

/** The addresses of a village's office pages. Ids and days are safe in an address as they are. */
export interface VillagePaths
  extends FilePaths, KeptPaths, LeasePaths, PeoplePaths, PlanPaths, RegisterPaths, SurplusPaths, WorksPaths {
  readonly home: string;
  /** Where anything of the village's is looked for. */
  readonly search: string;
  readonly vouchers: string;
  readonly newVoucher: string;
  readonly voucherDrafts: string;
  readonly recurringVouchers: string;
  /** A recurring voucher in one of its months. */
  recurringMonth(id: string, month: string): string;
  readonly counterparties: string;
  readonly trialBalance: string;
  /** The list of books and reports. */
  readonly books: string;
  readonly yearEnd: string;
  readonly chartChange: string;
  readonly bank: string;
  readonly opening: string;
  readonly check: string;
  auditFile(year: string): string;
  month(month: string): string;
  /** A form: `settlements`, `receipts`, `income` or `deductions`, with what it is to be filled from. */
  entry(of: 'settlements' | 'receipts' | 'income' | 'deductions', query?: PathQuery): string;
  asset(id: string): string;
  /** Where what is known of an asset is changed. */
  particulars(assetId: string): string;
  /** The depreciation of a month; of the first that is due where none is named. */
  depreciation(month?: string): string;
  assetDepreciation(id: string): string;
  /** All contracts, those over assets and those of costs. */
  readonly contracts: string;
  /** What happened to an asset, and how it leaves the books. */
  assetLife(id: string): string;
  /** How what stands in no books leaves the register. */
  assetDeparture(id: string): string;
  /** What became of the state's subsidy, year by year. */
  readonly subsidy: string;
  /** Value-added tax, period by period. */
  readonly taxes: string;
  /** Meter, slip and bank of its stations held against each other. */
  readonly reconciliation: string;
  /** Who owes what is due. */
  readonly arrears: string;
  /** The text of a reminder of what somebody owes for an asset. */
  reminder(counterparty: string, assetId: string): string;
  /** The projects of construction, or one of them. */
  construction(id?: string): string;
  voucher(id: string): string;
  /** A book or report, by its word. */
  report(name: string): string;
  voucherDraft(id: string): string;
  noticeSheet(id: string): string;
}

/** What an address carries behind its question mark; undefined ones are left out. */
export type PathQuery = Readonly<Record<string, string | undefined>>;

/** The addresses below `/villages/<id>`. */
export function villagePaths(collectiveId: string): VillagePaths {
  const home = `/villages/${collectiveId}`;
  return {
    home,
    ...registerPaths(home),
    ...filePaths(home),
    ...keptPaths(home),
    ...surplusPaths(home),
    ...planPaths(home),
    search: `${home}/search`,
    vouchers: `${home}/vouchers`,
    newVoucher: `${home}/vouchers/new`,
    voucherDrafts: `${home}/voucher-drafts`,
    recurringVouchers: `${home}/recurring-vouchers`,
    recurringMonth: (id, month) => `${home}/recurring-vouchers/${id}/months/${month}`,
    counterparties: `${home}/counterparties`,
    trialBalance: `${home}/trial-balance`,
    books: `${home}/books`,
    yearEnd: `${home}/year-end`,
    chartChange: `${home}/chart-change`,
    ...{ ...peoplePaths(home), ...worksPaths(home) },
    bank: `${home}/bank`,
    opening: `${home}/opening`,
    check: `${home}/check`,
    auditFile: (year) => withQuery(`${home}/audit-file`, { year }),
    month: (month) => `${home}/months/${month}`,
    entry: (of, query = {}) => withQuery(`${home}/${of}/new`, query),
    asset: (id) => `${home}/assets/${id}`,
    particulars: (assetId) => `${home}/assets/${assetId}/particulars`,
    depreciation: (month) => withQuery(`${home}/depreciation`, { month }),
    assetDepreciation: (id) => `${home}/assets/${id}/depreciation`,
    contracts: `${home}/contracts`,
    ...leasePaths(home),
    assetLife: (id) => `${home}/assets/${id}/life`,
    assetDeparture: (id) => `${home}/assets/${id}/departure`,
    subsidy: `${home}/subsidy`,
    taxes: `${home}/taxes`,
    reconciliation: `${home}/reconciliation`,
    arrears: `${home}/arrears`,
    reminder: (counterparty, assetId) => `${home}/arrears/${counterparty}/${assetId}`,
    construction: (id) => (id === undefined ? `${home}/construction` : `${home}/construction/${id}`),
    report: (name) => `${home}/books/${name}`,
    voucher: (id) => `${home}/vouchers/${id}`,
    voucherDraft: (id) => `${home}/voucher-drafts/${id}`,
    noticeSheet: (id) => `${home}/notices/${id}/sheet.pdf`,
  };
}

/** The page of a township's officers. */
export function townshipPath(collectiveId: string): string {
  return `/township/${collectiveId}`;
}

/** Where anything of an office's villages is looked for. */
export function townshipSearchPath(townshipId: string): string {
  return `${townshipPath(townshipId)}/search`;
}

/** The registers of a village, or of all below an office, added up. */
export function assetTablesPath(officeId: string): string {
  return `/offices/${officeId}/asset-tables`;
}

/** The addresses of what the rules say for an office or a village. */
export interface PolicyPaths {
  /** The packs in force and what asks for attention. */
  readonly packs: string;
  readonly choices: string;
  /** One pack, `341200/2023-09-21`, with its text beside its rules. */
  pack(id: string): string;
  /** Where somebody confirms that it still holds. */
  confirmation(packId: string): string;
  /** The numbers of the county; one of them where it is to be entered or withdrawn. */
  standards(query?: PathQuery): string;
  withdrawal(standardId: string): string;
  comparison(query?: PathQuery): string;
  /** A pack over what a village decided in a year. */
  dryRun(query?: PathQuery): string;
}

/** The addresses below `/offices/<id>`. */
export function policyPaths(officeId: string): PolicyPaths {
  const office = `/offices/${officeId}`;
  const packs = `${office}/packs`;
  return {
    packs,
    choices: `${office}/pack-choices`,
    pack: (id) => `${packs}/${id}`,
    confirmation: (packId) => `${packs}/${packId}/confirmations`,
    standards: (query = {}) => withQuery(`${office}/standards`, query),
    withdrawal: (standardId) => `${office}/standards/${standardId}/withdraw`,
    comparison: (query = {}) => withQuery(`${office}/pack-comparison`, query),
    dryRun: (query = {}) => withQuery(`${office}/dry-run`, query),
  };
}

/** A path with its query; undefined values are left out. */
export function withQuery(path: string, query: PathQuery): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}
