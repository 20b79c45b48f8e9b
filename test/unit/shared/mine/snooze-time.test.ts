import { describe, expect, it } from 'vitest';
import { parseSnoozeTime, presetTime } from '#shared/mine/snooze-time.ts';

/** A Wednesday, in whatever zone the machine is. */
const at = (day: number, hours: number, minutes = 0, month = 10): number =>
  new Date(2026, month, day, hours, minutes).getTime();
const NOW = at(25, 14, 20);

describe('a typed time', () => {
  it.each([
    ['2h', at(25, 16, 20)],
    ['in 30 min', at(25, 14, 50)],
    ['1h 30m', at(25, 15, 50)],
    ['1.5h', at(25, 15, 50)],
    ['3d', NOW + 3 * 86_400_000],
    ['17:30', at(25, 17, 30)],
    ['9', at(26, 9)],
    ['9pm', at(25, 21)],
    ['12am', at(26, 0)],
    ['tomorrow', at(26, 9)],
    ['tom 8', at(26, 8)],
    ['today 18', at(25, 18)],
    ['fri 9', at(27, 9)],
    ['Friday 14:30', at(27, 14, 30)],
    ['wed 9', at(32, 9)],
    ['wed 15', at(25, 15)],
    ['31.12 14:00', at(31, 14, 0, 11)],
    ['31.12. 14:00', at(31, 14, 0, 11)],
    ['24.11', new Date(2027, 10, 24, 9).getTime()],
    ['2026-12-31', at(31, 9, 0, 11)],
    ['31/12/2026 8', at(31, 8, 0, 11)],
  ])('%s', (text, expected) => {
    expect(new Date(parseSnoozeTime(text, NOW) ?? 0)).toEqual(new Date(expected));
  });

  it.each(['', 'soon', '25:00', '31.11', '2020-01-01', 'today 9', 'fri 9:75', '99999d', 't'])('is not “%s”', (text) => {
    expect(parseSnoozeTime(text, NOW)).toBeNull();
  });

  it('knows the days of the agent’s language, and the English ones beside them', () => {
    const words = {
      tomorrow: 'завтра',
      weekdays: ['неділя', 'понеділок', 'вівторок', 'середа', 'четвер', 'пʼятниця', 'субота'],
    };
    expect(parseSnoozeTime('завтра 8', NOW, words)).toBe(at(26, 8));
    expect(parseSnoozeTime('чет 9', NOW, words)).toBe(at(26, 9));
    expect(parseSnoozeTime('mon', NOW, words)).toBe(at(30, 9));
  });
});

describe('a proposed time', () => {
  it('is a morning at nine, or a sensible hour of the day', () => {
    expect(presetTime('inTwoHours', NOW)).toBe(at(25, 16, 20));
    expect(presetTime('laterToday', NOW)).toBe(at(25, 17));
    expect(presetTime('tomorrow', NOW)).toBe(at(26, 9));
    expect(presetTime('nextWeek', NOW)).toBe(at(30, 9));
  });

  it('is the week after on a Monday, and nothing when the day is over', () => {
    expect(presetTime('nextWeek', at(30, 8))).toBe(at(37, 9));
    expect(presetTime('laterToday', at(25, 18))).toBeNull();
  });
});
