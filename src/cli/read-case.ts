import { FileReader, type FileCodes, type Section } from '../domain/shared/file-reader';
import { ROLE_NAMES } from '../platform/http/actor';
import type { BooksEntry, Case, CollectiveEntry, Step, UserEntry } from './case-file';
import { readAct, readDayOrNone } from './read-act';
import { monthlySteps, woven } from './read-monthly';
import { readAsset, readContract, readOpening } from './read-beginnings';
import { readExpectations, splitFigures } from './read-expectation';

/** A case file is held to its form as strictly as a policy pack, and named wrong in the same words. */
const CODES: FileCodes = {
  unknownKey: 'policy.unknownKey',
  missingKey: 'policy.missingKey',
  wrongType: 'policy.wrongType',
  impossibleDate: 'policy.impossibleDate',
  notInList: 'policy.notInList',
};

/**
 * Reads a case from its file, already parsed to plain data in which every value is text as written
 * (`920.00` keeps its
 * zeros). Quantities and amounts stay as typed: the services read them as they read a person's form.
 * @throws FormProblems with everything wrong in the file, unknown keys by name; fields are paths in it
 */
export function readCase(raw: unknown): Case {
  const reader = new FileReader(CODES);
  const { plain, figures } = splitFigures(raw);
  const file = reader.open(plain, '');
  const read: Case = {
    title: file.text('title'),
    standsOn: readDayOrNone(file, 'stands_on'),
    stories: file.lines('stories'),
    collectives: file.optionalList('collectives').map(readCollective),
    users: file.optionalList('users').map(readUser),
    books: file.optionalList('books').map((books) => readBooks(books, reader)),
    expect: readExpectations(file.optionalList('expect'), figures, reader),
  };
  reader.finish();
  return read;
}

function readCollective(entry: Section): CollectiveEntry {
  const name = entry.text('name');
  const chart = entry.optionalText('chart');
  return {
    ...(chart === undefined ? {} : { chart }),
    key: entry.id('key'),
    kind: entry.oneOf('kind', ['village', 'township', 'county']),
    name,
    organisationName: entry.optionalText('organisation') ?? name,
    below: entry.optionalText('below'),
    regionPath: entry.lines('regions'),
    noticeLabel: entry.optionalText('label') ?? name,
    routeId: entry.optionalText('route') ?? null,
    booksOpenOn: entry.day('books_open_on'),
    contacts: entry.optionalList('contacts').map(readContact),
  };
}

function readContact(entry: Section): CollectiveEntry['contacts'][number] {
  const [place, officer] = [entry.optionalText('place'), entry.optionalText('officer')];
  return {
    id: entry.id('id'),
    body: entry.text('body'),
    phone: entry.text('phone'),
    ...(place === undefined ? {} : { place }),
    ...(officer === undefined ? {} : { officer }),
  };
}

function readUser(entry: Section): UserEntry {
  const displayName = entry.text('name');
  return {
    key: entry.id('key'),
    who: entry.optionalText('who') ?? displayName,
    username: entry.optionalText('username') ?? entry.id('key'),
    displayName,
    password: entry.optionalText('password'),
    office: entry.id('office'),
    roles: entry
      .list('roles')
      .map((role) => ({ role: role.oneOf('role', [...ROLE_NAMES]), of: role.id('of') })),
  };
}

function readBooks(books: Section, reader: FileReader): BooksEntry {
  const opening = books.optionalSection('opening');
  const monthly = books.optionalSection('monthly');
  const told = books.optionalList('events').map((entry) => readStep(entry, () => readAct(entry, reader)));
  const steps: Step[] = [
    ...books.optionalList('assets').map((entry) => readStep(entry, () => readAsset(entry))),
    ...books.optionalList('contracts').map((entry) => readStep(entry, () => readContract(entry))),
    ...(opening === undefined ? [] : [readStep(opening, () => readOpening(opening))]),
    ...woven(told, monthly === undefined ? [] : monthlySteps(monthly, reader)),
  ];
  return { of: books.id('of'), by: books.id('by'), steps };
}

function readStep(entry: Section, act: () => Step['act']): Step {
  return {
    at: entry.path('').replace(/\.$/, ''),
    on: readDayOrNone(entry, 'on'),
    by: entry.optionalText('by'),
    refused: entry.lines('refused'),
    act: act(),
  };
}
