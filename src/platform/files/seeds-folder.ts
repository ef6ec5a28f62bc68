/** Injection token: the folder of seed files (packs, routes, charts) as an absolute path, a string. */
export const SEEDS_FOLDER = Symbol('seeds folder');
