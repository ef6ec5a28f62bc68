import {
  changeProblems,
  completedForm,
  type HeldPerson,
  readPerson,
} from '../../../src/domain/collectives/person';
import { PERSON } from '../../integration/works.fixture';

const HELD_FORM = {
  ...PERSON,
  mobile: '13800138000',
  accountKind: 'passbook',
  accountNumber: '12345678',
  bank: '信用社',
};
const TODAY = '2025-07-20';
const { person: heldPerson } = readPerson(HELD_FORM, TODAY);
const held = (change: Partial<HeldPerson> = {}): HeldPerson => {
  if (heldPerson === undefined) throw new Error('the person is read');
  return { ...heldPerson, householdId: 'h', ...change };
};

describe('a change of a person', () => {
  it.each<[what: string, change: Partial<typeof HELD_FORM>, householdId: string, found: string[]]>([
    ['of nothing', {}, 'h', ['person.nothingChanges']],
    ['of the day alone', { fromDay: '2025-07-01' }, 'h', ['person.nothingChanges']],
    [
      'with the numbers left blank',
      { identity: '', mobile: '', accountKind: '' },
      'h',
      ['person.nothingChanges'],
    ],
    ['of the household', {}, 'g', []],
    ['of the name', { personName: 'Li Wu' }, 'h', []],
    ['of what he can work', { labour: 'weak' }, 'h', []],
    ['of who he is to an officer', { officerRelation: 'child' }, 'h', []],
    ['of whether he belongs', { belongs: 'no' }, 'h', []],
    ['of what he is to the head', { relation: 'child' }, 'h', []],
    ['of his phone', { mobile: '13800138001' }, 'h', []],
    ['of his account', { accountNumber: '12345679' }, 'h', []],
    ['of his bank', { bank: '农商行' }, 'h', []],
    ['that gives his account up', { accountKind: 'none', accountNumber: '', bank: '' }, 'h', []],
  ])('%s', (_what, change, householdId, found) => {
    const blank = change.accountKind === '' ? { accountNumber: '', bank: '' } : {};
    const form = completedForm({ ...HELD_FORM, ...change, ...blank }, held().personal);
    const { person, problems } = readPerson(form, TODAY);
    expect(problems).toEqual([]);
    if (person === undefined) return;
    expect(changeProblems({ ...person, householdId }, held()).map(({ code }) => code)).toEqual(found);
  });

  it('that brings somebody back is one, though all is as it was', () => {
    if (heldPerson === undefined) return;
    expect(changeProblems({ ...heldPerson, householdId: 'h' }, held({ leftWhy: 'moved' }))).toEqual([]);
  });
});
