/** Remembers the last result of `make` for as long as what it was made from stays the same objects. */
export class Remembered<Ingredients extends readonly unknown[], Result> {
  #last: { readonly from: Ingredients; readonly result: Result } | undefined;

  constructor(readonly make: (...from: Ingredients) => Result) {}

  get(...from: Ingredients): Result {
    const last = this.#last;
    if (last && last.from.every((ingredient, index) => ingredient === from[index])) return last.result;
    const result = this.make(...from);
    this.#last = { from, result };
    return result;
  }
}
