import { casesComeOutOn } from './cases.fixture';
import { enginesHere } from './support/engines';

if (enginesHere().includes('postgres')) casesComeOutOn('postgres');
else it('needs a PostgreSQL, which this run has not', () => expect(enginesHere()).toEqual(['sqlite']));
