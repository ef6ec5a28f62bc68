/** The two doors of a log-in: a page's form, and the API. */
export const LOG_IN_PATHS: ReadonlySet<string> = new Set(['/login', '/api/sessions']);

/** The page on which somebody changes his own password; of the API under `/api`. */
export const PASSWORD_PATH = '/account/password';

/** Where one sees where one is logged in. */
export const SESSIONS_PATH = '/account/sessions';
