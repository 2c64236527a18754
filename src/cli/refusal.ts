/** What the person who called has to put right; told in one line, without a stack. */
export class Refusal extends Error {
  constructor(
    message: string,
    /** 1: what the file says is wrong; 2: the call is, or the file cannot be read. */
    readonly exitCode: 1 | 2 = 2,
  ) {
    super(message);
  }
}
