import { townshipPath, withQuery } from './office-paths';

/** The addresses of six indicators and three colours, of a village and of an office. */
export const colourPaths = {
  village: (collectiveId: string, quarter?: string): string =>
    withQuery(`/villages/${collectiveId}/colours`, { quarter }),
  asset: (at: { readonly collectiveId: string; readonly id: string }, quarter?: string): string =>
    withQuery(`/villages/${at.collectiveId}/colours/${at.id}`, { quarter }),
  office: (officeId: string, quarter?: string): string =>
    withQuery(`${townshipPath(officeId)}/colours`, { quarter }),
  workbook: (officeId: string, quarter?: string): string =>
    withQuery(`${townshipPath(officeId)}/colours.xlsx`, { quarter }),
};

/** The address of what the tenants of all villages below an office promised besides rent. */
export function linkagePath(officeId: string, year?: string): string {
  return withQuery(`${townshipPath(officeId)}/linkage`, { year });
}

/** The address of what a township's stations gave to a kW in a month. */
export function yieldPath(officeId: string, month?: string): string {
  return withQuery(`${townshipPath(officeId)}/yields`, { month });
}

/** The addresses of a document's goals and days, of an office. */
export const goalPaths = {
  list: (officeId: string, year?: string): string => withQuery(`/offices/${officeId}/goals`, { year }),
  goal: (officeId: string, line: string, year?: string): string =>
    withQuery(`/offices/${officeId}/goals/${line}`, { year }),
  due: (officeId: string, line: string): string => `/offices/${officeId}/due-days/${line}`,
};

/** The address of who did what in the villages below an office; what is undefined is not asked. */
export function actsPath(officeId: string, asked: Readonly<Record<string, string | undefined>> = {}): string {
  return withQuery(`${townshipPath(officeId)}/acts`, asked);
}

/** The address of what waits for the person who looks. */
export const MY_WORK_PATH = '/my-work';

/** The address of whom an office reminds of what waits. */
export function remindersPath(officeId: string): string {
  return `${townshipPath(officeId)}/reminders`;
}

/** The address of the plans that a township may agree to in one go. */
export function batchReviewsPath(officeId: string): string {
  return `${townshipPath(officeId)}/batch-reviews`;
}

/** The addresses of what is filed with a county, with the plan that is picked or the year that is shown. */
export const filingPaths = {
  list: (officeId: string, asked: { readonly pick?: string; readonly year?: string } = {}): string =>
    withQuery(`/offices/${officeId}/filings`, asked),
};

/** The address of the routes that a county chose, as they hold for an office or a village. */
export const routePaths = {
  list: (collectiveId: string): string => `/offices/${collectiveId}/routes`,
};

/** How a plan is named where one is picked to be filed. */
export function filingPick(plan: { kind: string; villageId: string; planId: string }): string {
  return [plan.kind, plan.villageId, plan.planId].join('.');
}

/** What is done with an account, by the end of its address. */
type AccountAct = 'password' | 'end' | 'second-factor/end' | 'person' | 'relatives' | 'relatives/end';

/** The addresses of the accounts of people right below an office. */
export const accountPaths = {
  list: (officeId: string): string => `/offices/${officeId}/accounts`,
  fresh: (officeId: string): string => `/offices/${officeId}/accounts/new`,
  account: (officeId: string, userId: string): string => `/offices/${officeId}/accounts/${userId}`,
  act: (officeId: string, userId: string, act: AccountAct): string =>
    `/offices/${officeId}/accounts/${userId}/${act}`,
};

/** The addresses of which vouchers have their papers, of a village's month and of a township's villages. */
export const papersPaths = {
  village: (collectiveId: string, month?: string): string =>
    withQuery(`/villages/${collectiveId}/papers`, { month }),
  office: (officeId: string, month?: string): string =>
    withQuery(`${townshipPath(officeId)}/papers`, { month }),
};

/** The addresses of money that lies still, of a village and of an office. */
export const idlePaths = {
  village: (collectiveId: string): string => `/villages/${collectiveId}/idle-money`,
  money: (collectiveId: string, entryId: string): string => `/villages/${collectiveId}/idle-money/${entryId}`,
  office: (officeId: string): string => `${townshipPath(officeId)}/idle-money`,
};

/** The lists by which an office's villages pay people. */
export function officePayListsPath(officeId: string): string {
  return `${townshipPath(officeId)}/pay-lists`;
}

/** The people of an office and of what lies right below it. */
export function peoplePath(officeId: string): string {
  return `${townshipPath(officeId)}/people`;
}

/** A post that somebody was given: where it is held, and its number there. */
export function givenPostPath(officeId: string, at: { collectiveId: string; number: number }): string {
  return `${peoplePath(officeId)}/posts/${at.collectiveId}/${String(at.number)}`;
}
