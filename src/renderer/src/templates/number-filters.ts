import { asFloat, Float } from './float.ts';

type Operand = { readonly value: number; readonly float: boolean };

/** Text counts by the number that it begins with, everything else is 0, as in Liquid's `Utils.to_number`. */
function operand(given: unknown): Operand {
  if (given instanceof Float) return { value: +given, float: true };
  if (typeof given === 'number') return { value: given, float: !Number.isInteger(given) };
  if (typeof given !== 'string') return { value: 0, float: false };
  const text = given.trim();
  if (/^-?\d+\.\d+$/.test(text)) return { value: Number(text), float: true };
  return { value: Number.parseInt(text, 10) || 0, float: false };
}

const typed = (value: number, float: boolean): number | Float => (float ? asFloat(value) : value);

/** Digits behind the point. */
function decimals(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
}
const shifted = (value: number, places: number): number => {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
};

/** Liquid calculates in decimals: 0.1 and 0.2 are 0.3. So both are made whole, and the result is moved back. */
const exactly =
  (work: (a: number, b: number) => number, back: (places: number) => number) =>
  (a: unknown, b: unknown): number | Float => {
    const [left, right] = [operand(a), operand(b)];
    const places = Math.max(decimals(left.value), decimals(right.value));
    const result = work(Math.round(shifted(left.value, places)), Math.round(shifted(right.value, places)));
    return typed(shifted(result, -back(places)), left.float || right.float);
  };

const same = (places: number): number => places;
const refuseZero = (divisor: number): void => {
  if (divisor === 0) throw new Error('divided by 0');
};

/** Two whole numbers are divided to the next whole number below. */
function dividedBy(a: unknown, b: unknown): number | Float {
  const [left, right] = [operand(a), operand(b)];
  refuseZero(right.value);
  const result = left.value / right.value;
  return left.float || right.float ? asFloat(result) : Math.floor(result);
}

function modulo(a: number, b: number): number {
  refuseZero(b);
  return ((a % b) + b) % b;
}

/** Halves go away from zero. */
function round(given: unknown, digits: unknown = 0): number | Float {
  const { value, float } = operand(given);
  const places = operand(digits).value;
  const rounded = Math.sign(value) * shifted(Math.round(shifted(Math.abs(value), places)), -places);
  return typed(rounded, float && places > 0);
}

const whole =
  (work: (value: number) => number) =>
  (given: unknown): number =>
    work(operand(given).value);

/** The numbers as they are, so that a float stays one. */
const bounded =
  (takes: (value: number, bound: number) => boolean) =>
  (given: unknown, bound: unknown): number | Float => {
    const [own, limit] = [operand(given), operand(bound)];
    const taken = takes(own.value, limit.value) ? own : limit;
    return typed(taken.value, taken.float);
  };

/** Arithmetic as Liquid's standard filters define it. */
export const numberFilters = {
  plus: exactly((a, b) => a + b, same),
  minus: exactly((a, b) => a - b, same),
  times: exactly(
    (a, b) => a * b,
    (places) => 2 * places,
  ),
  modulo: exactly(modulo, same),
  divided_by: dividedBy,
  round,
  ceil: whole(Math.ceil),
  floor: whole(Math.floor),
  abs: (given: unknown): number | Float => {
    const { value, float } = operand(given);
    return typed(Math.abs(value), float);
  },
  at_least: bounded((value, bound) => value >= bound),
  at_most: bounded((value, bound) => value <= bound),
};
