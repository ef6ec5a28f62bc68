/** Where a code is asked for after the password. */
export const CODE_PATH = '/login/code';

/** The doors of a log-in: a page's form, its second step, and the API. */
export const LOG_IN_PATHS: ReadonlySet<string> = new Set(['/login', CODE_PATH, '/api/sessions']);

/** The page on which somebody changes his own password; of the API under `/api`. */
export const PASSWORD_PATH = '/account/password';

/** Where one asks for a code beside one's own password. */
export const FACTOR_PATH = '/account/second-factor';

/** Where the codes for a lost telephone are made anew. */
export const FACTOR_CODES_PATH = `${FACTOR_PATH}/codes`;

/** Where one sees where one is logged in. */
export const SESSIONS_PATH = '/account/sessions';
