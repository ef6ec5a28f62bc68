import { workWords } from '../../src/glossary/work-words';

describe('a message about what waits', () => {
  it('ends each thing with one stop, also where that is told in sentences', () => {
    const told = workWords.item('东河', '方案：还要挂到7月17日。还有 1 条意见没有答复。', 10);
    expect(told).toBe('东河方案：还要挂到7月17日。还有 1 条意见没有答复，10天了');
    const text = workWords.reminder('wang', [told], { office: '柳河', on: '2025-07-18' });
    expect(text).not.toMatch(/。[，。；]/);
    expect(text).toContain('没有答复，10天了。请登录村账办理。');
  });

  it('of today has no days, and one stop all the same', () => {
    const told = workWords.item('东河', '还有 1 条意见没有答复。', 0);
    expect(workWords.reminder('wang', [told], { office: '柳河', on: '2025-07-18' })).toContain(
      '没有答复。请登录',
    );
  });
});
