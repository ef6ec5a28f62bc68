/** Small public works with their labour sheets, lists of rewards and subsidies, industry projects. */
export interface WorksPaths {
  readonly works: string;
  work(id: string): string;
  workSheet(at: { readonly workId: string; readonly sheetId: string }): string;
  readonly aid: string;
  aidList(id: string): string;
  /** What governments paid to people of the village. */
  readonly stateAid: string;
  stateAidList(id: string): string;
  readonly industry: string;
  industryProject(id: string): string;
  /** Who is owed what. */
  readonly owed: string;
  /** The lists by which people are paid; one to be drafted, one of them. */
  readonly payLists: string;
  readonly newPayList: string;
  payList(id: string): string;
  /** Where it is said whose a sum is that a voucher owes. */
  debtPayee(debtId: string): string;
  /** What was paid beside what was entered in the national system. */
  readonly nationalEntries: string;
  /** Where the bank's answer to a list is read. */
  payResults(id: string): string;
}

/** @param home where the pages of the village begin */
export function worksPaths(home: string): WorksPaths {
  return {
    works: `${home}/works`,
    work: (id) => `${home}/works/${id}`,
    aid: `${home}/aid`,
    aidList: (id) => `${home}/aid/${id}`,
    stateAid: `${home}/state-aid`,
    stateAidList: (id) => `${home}/state-aid/${id}`,
    workSheet: ({ workId, sheetId }) => `${home}/works/${workId}/sheets/${sheetId}`,
    industry: `${home}/industry`,
    owed: `${home}/owed`,
    payLists: `${home}/pay-lists`,
    newPayList: `${home}/pay-lists/new`,
    debtPayee: (debtId) => `${home}/pay-lists/payees/${debtId}`,
    payList: (id) => `${home}/pay-lists/${id}`,
    nationalEntries: `${home}/national-entries`,
    payResults: (id) => `${home}/pay-lists/${id}/results`,
    industryProject: (id) => `${home}/industry/${id}`,
  };
}
