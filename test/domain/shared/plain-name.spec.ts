import { isNamed, namedAs } from '../../../src/domain/shared/plain-name';

describe('a name', () => {
  const cases: [typed: string, standing: string, isSame: boolean][] = [
    ['修东渠', '修东渠', true],
    ['修东渠。', '修东渠', true],
    ['修东渠', '修东渠。', true],
    ['修 东渠，。', '修东渠', true],
    ['修东渠．', '修东渠', true],
    ['修东渠……', '修东渠', true],
    ['修东渠（二期）', '修东渠(二期)', true],
    ['修东渠（二期）', '修东渠', false],
    ['修东渠2', '修东渠', false],
    ['修。东渠', '修东渠', false],
    ['1.2号渠', '12号渠', false],
    ['。', '、', false],
  ];
  it.each(cases)('%s beside %s: %p', (typed, standing, isSame) => {
    expect(isNamed(typed, [standing])).toBe(isSame);
    expect(namedAs(typed, ['北塘', standing])).toBe(isSame ? standing : undefined);
  });
});
