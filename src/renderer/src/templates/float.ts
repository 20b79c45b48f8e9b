/**
 * A number that Liquid knows as a float although it is whole: `{{ 2.5 | times: 2 }}` is `5.0`, and `{{ 20 | divided_by: 7.0 }}` is
 * no whole division (https://shopify.github.io/liquid/filters/divided_by/). JavaScript's numbers cannot tell. The methods are
 * what the engine compares by.
 */
export class Float {
  readonly #value: number;
  constructor(value: number) {
    this.#value = value;
  }
  /** What is compared with it may be one too. */
  equals(other: unknown): boolean {
    return plain(other) === this.#value;
  }
  gt(other: unknown): boolean {
    return this.#value > Number(plain(other));
  }
  geq(other: unknown): boolean {
    return this.#value >= Number(plain(other));
  }
  lt(other: unknown): boolean {
    return this.#value < Number(plain(other));
  }
  leq(other: unknown): boolean {
    return this.#value <= Number(plain(other));
  }
  [Symbol.toPrimitive](hint: string): string | number {
    return hint === 'string' ? `${this.#value}.0` : this.#value;
  }
}

const plain = (value: unknown): unknown => (value instanceof Float ? +value : value);

export const asFloat = (value: number): number | Float => (Number.isInteger(value) ? new Float(value) : value);
