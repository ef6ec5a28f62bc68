import { newId } from '../../src/platform/ids/new-id';

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('a new id', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is a UUID of version 7 of its millisecond', () => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2100-01-01T00:00:00Z'));
    expect(newId()).toMatch(FORM);
    expect(Number.parseInt(newId().replace('-', '').slice(0, 12), 16)).toBe(
      Date.parse('2100-01-01T00:00:00Z'),
    );
  });

  it('follows those made before it, in a full millisecond and with the clock put back, too', () => {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2101-01-01T00:00:00Z'));
    const made = Array.from({ length: 10_000 }, () => newId());
    clock.mockReturnValue(Date.parse('2101-01-01T00:00:00Z') - 60_000);
    made.push(newId(), newId());
    expect(made).toEqual([...made].sort());
    expect(new Set(made).size).toBe(made.length);
    expect(made.every((id) => FORM.test(id))).toBe(true);
  });
});
