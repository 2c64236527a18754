/** A horizontal (`at` is y) or vertical (`at` is x) stretch of a route, `from` ≤ `to` along the other axis. */
export interface Stretch {
  readonly vertical: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** Where its link arrives: routes to one target may run together. */
  readonly target: string;
}

const bucket = 64;
/** Parallel stretches nearer than this read as one line. */
const apart = 8;

const crossingCost = 24;
const overlapCost = 600;

/** The stretches routed so far, and what it would cost to lay another one among them. */
export class Traffic {
  readonly #vertical = new Map<number, Stretch[]>();
  readonly #horizontal = new Map<number, Stretch[]>();

  add(stretch: Stretch): void {
    const lanes = stretch.vertical ? this.#vertical : this.#horizontal;
    const key = Math.floor(stretch.at / bucket);
    const list = lanes.get(key);
    if (list) list.push(stretch);
    else lanes.set(key, [stretch]);
  }

  cost(stretch: Stretch): number {
    return this.#overlaps(stretch) * overlapCost + this.#crossings(stretch) * crossingCost;
  }

  #overlaps(stretch: Stretch): number {
    const lanes = stretch.vertical ? this.#vertical : this.#horizontal;
    let count = 0;
    const first = Math.floor((stretch.at - apart) / bucket);
    const last = Math.floor((stretch.at + apart) / bucket);
    for (let key = first; key <= last; key += 1) {
      for (const other of lanes.get(key) ?? []) {
        if (
          other.target !== stretch.target &&
          Math.abs(other.at - stretch.at) < apart &&
          other.from < stretch.to + apart &&
          stretch.from < other.to + apart
        ) {
          count += 1;
        }
      }
    }
    return count;
  }

  #crossings(stretch: Stretch): number {
    const lanes = stretch.vertical ? this.#horizontal : this.#vertical;
    let count = 0;
    for (let key = Math.floor(stretch.from / bucket); key <= Math.floor(stretch.to / bucket); key += 1) {
      for (const other of lanes.get(key) ?? []) {
        if (
          other.target !== stretch.target &&
          other.at > stretch.from &&
          other.at < stretch.to &&
          stretch.at > other.from &&
          stretch.at < other.to
        ) {
          count += 1;
        }
      }
    }
    return count;
  }
}
