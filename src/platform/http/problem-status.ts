/** Codes whose HTTP status is not the one of their kind. */
const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  'users.notLoggedIn': 401,
  'users.wrongLogIn': 401,
  'users.codeNeeded': 401,
  'users.codeWrong': 401,
  'users.ticketOver': 401,
  'users.logInClosed': 429,
  'users.codeClosed': 429,
  'users.sessionUnknown': 404,
  'users.roleUnknown': 404,
  'users.kinUnknown': 404,
  'ledger.entryUnknown': 404,
  'voucher.draftMissing': 404,
  'voucher.recurringMissing': 404,
  'voucher.counterpartyMissing': 404,
  'grant.claimUnknown': 404,
  'report.accountUnknown': 404,
  'report.counterpartyUnknown': 404,
  'report.assetUnknown': 404,
  'report.onlyDetailLedger': 422,
  'audit.yearUnknown': 404,
  'accountChoice.useUnknown': 404,
  'deductions.contractUnknown': 404,
  'payees.debtUnknown': 404,
  'notices.nothingToPrint': 404,
  'deductions.costUnknown': 404,
  'joint.costUnknown': 404,
  'joint.slipUnknown': 404,
  'yearPlan.notProposed': 404,
  'yearPlan.noJointStation': 404,
  'keptFile.ownerUnknown': 404,
  'subsidy.advanceUnknown': 404,
  'policy.unknownPack': 404,
  'reversal.reasonUnknown': 422,
  'notices.characterNotPrintable': 422,
  'file.previewGone': 404,
  'http.badRequest': 400,
  'http.mediaType': 415,
  'command.outcomeUnknown': 503,
  'database.unavailable': 503,
};

/** Codes of what the protocol itself refuses, by status. */
const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  403: 'access.formExpired',
  404: 'http.notFound',
  413: 'http.tooLarge',
  415: 'http.mediaType',
  429: 'http.tooManyRequests',
};

/**
 * The HTTP status of a refusal: a form 422, a thing not there 404, no right 403, withdrawn 410, any
 * other rule 409.
 */
export function statusOf(code: string): number {
  const own = STATUS_OF_CODE[code];
  if (own !== undefined) return own;
  if (/^(?:form|money|calendar|file)\./.test(code)) return 422;
  if (code.startsWith('access.')) return 403;
  if (code.endsWith('.unknown')) return 404;
  if (code.endsWith('.withdrawn')) return 410;
  return 409;
}

/** The code of a refusal by the protocol; below 500 the caller is wrong, from 500 the program. */
export function codeOfStatus(status: number): string {
  return CODE_OF_STATUS[status] ?? (status >= 500 ? 'http.failure' : 'http.badRequest');
}
